import type { RuleContext } from '../rule.ts';

/** The language that an issue says, or its newsletter says for it, without a region: `en` of `en-US`. */
export function languageOf({ issue, newsletter }: Pick<RuleContext, 'issue' | 'newsletter'>): string {
  const tag = issue.frontMatter.fields.lang ?? newsletter.language;
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}
