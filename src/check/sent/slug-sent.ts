import type { WrittenIssue } from '../../issue/issue.ts';
import type { Finding } from '../../source/finding.ts';
import { placeOfField } from '../reading/field-place.ts';
import { quote } from '../reading/quote.ts';
import { slugOf } from '../reading/slug-of.ts';
import type { RuleDescription } from '../rule.ts';
import { toFinding } from '../to-finding.ts';

export const slugSent: RuleDescription = {
  name: 'issue/slug-sent',
  severity: 'error',
  neverIgnored: true,
  what: 'An issue that was sent has another slug now: its own, or the one that the file’s new name gives.',
  why: 'The slug is the address of its page, and stands in every mail that people have: those links would be dead.',
  fix: 'Write the slug with which it was sent into `slug`.',
};

/** @param sent the slug with which each issue was sent, by its number */
export function judgeSentSlugs(
  issues: readonly WrittenIssue[],
  sent: ReadonlyMap<number, string>,
): readonly Finding[] {
  return issues.flatMap((issue) => {
    const { number } = issue.frontMatter.fields;
    const slug = number === undefined ? undefined : sent.get(number);
    if (slug === undefined || slug === slugOf(issue)) return [];
    return toFinding(slugSent, issue.file, {
      place: placeOfField(issue.frontMatter, 'slug'),
      message: `issue ${number} was sent as ${quote(slug)}, and would be ${quote(slugOf(issue))} now`,
      hint: `write slug: ${slug}`,
    });
  });
}
