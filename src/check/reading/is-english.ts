import type { RuleContext } from '../rule.ts';

/** Whether an issue says, or its newsletter says for it, that it is in English. */
export function isEnglish({ issue, newsletter }: Pick<RuleContext, 'issue' | 'newsletter'>): boolean {
  return /^en(?:-|$)/i.test(issue.frontMatter.fields.lang ?? newsletter.language);
}
