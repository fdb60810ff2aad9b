import type { WrittenIssue } from '../../issue/issue.ts';
import type { Finding } from '../../source/finding.ts';
import { placeOfField } from '../reading/field-place.ts';
import { quote } from '../reading/quote.ts';
import { slugOf } from '../reading/slug-of.ts';
import type { SampledRule } from '../rule.ts';
import { type Sample, sampleFrontMatter } from '../sample.ts';
import { toFinding } from '../to-finding.ts';

/** An issue, issues/001-sample.md, and the slug with which each number was sent. */
interface SentSample extends Sample {
  readonly sent: ReadonlyMap<number, string>;
}

const issue = 'title: are counter-offers worth it?\nnumber: 1\ndate: 2026-11-23';
const sent = new Map([[1, 'counter-offers']]);

export const slugSent: SampledRule<SentSample> = {
  name: 'issue/slug-sent',
  severity: 'error',
  neverIgnored: true,
  what: 'An issue that was sent has another slug now: its own, or the one that the file’s new name gives.',
  why: 'The slug is the address of its page, and stands in every mail that people have: those links would be dead.',
  fix: 'Write the slug with which it was sent into `slug`.',
  samples: () => ({
    good: [
      { ...sampleFrontMatter(issue), sent: new Map([[1, 'sample']]) },
      { ...sampleFrontMatter(`${issue}\nslug: counter-offers`), sent },
      { ...sampleFrontMatter(issue.replace('number: 1', 'number: 2')), sent },
    ],
    bad: [
      {
        sample: { ...sampleFrontMatter(`${issue}\nslug: offers`), sent },
        finds: [
          {
            at: '5:7-5:13',
            message: 'issue 1 was sent as “counter-offers”, and would be “offers” now',
            hint: 'write slug: counter-offers',
          },
        ],
      },
      {
        sample: { ...sampleFrontMatter(issue), sent },
        finds: [
          {
            at: '1:1-1:4',
            message: 'issue 1 was sent as “counter-offers”, and would be “sample” now',
            hint: 'write slug: counter-offers',
          },
        ],
      },
    ],
  }),
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
