import type { Archive } from '../archive.ts';
import { placeOfField } from '../reading/field-place.ts';
import type { ArchiveRule } from '../rule.ts';
import { sampleWorkspace } from '../sample.ts';

export const issueDateOrder: ArchiveRule = {
  name: 'issue/date-order',
  severity: 'warning',
  comparing: true,
  what: 'The date is earlier than that of an issue with a lower number.',
  why: 'Numbers and dates order the archive; where they disagree one of them is a slip.',
  fix: 'Correct the date, or the number.',
  samples: () => ({
    good: [
      sampleWorkspace({
        'issues/012-a.md': ['title: a\nnumber: 12\ndate: 2026-11-23'],
        'issues/013-b.md': ['title: b\nnumber: 13\ndate: 2026-11-23'],
      }),
    ],
    bad: [
      {
        sample: sampleWorkspace({
          'issues/012-a.md': ['title: a\nnumber: 12\ndate: 2026-11-23'],
          'issues/013-b.md': ['title: b\nnumber: 13\ndate: 2025-11-30'],
        }),
        finds: [
          {
            file: 'issues/013-b.md',
            at: '4:7-4:17',
            message: 'issue 12 is dated 2026-11-23, after this one',
            hint: 'correct the date here or there, or the number',
          },
        ],
      },
    ],
  }),
  *check({ issue, archive }) {
    const { number, date } = issue.frontMatter.fields;
    if (number === undefined || date === undefined) return;
    const before = newestBefore(number, archive);
    if (before === undefined || before.date <= date) return;
    yield {
      place: placeOfField(issue.frontMatter, 'date'),
      message: `issue ${before.number} is dated ${before.date}, after this one`,
      hint: 'correct the date here or there, or the number',
    };
  },
};

/** The issue before this one by its number, of those that have a date. */
function newestBefore(
  number: number,
  { byNumber, numberBefore }: Archive,
): { readonly number: number; readonly date: string } | undefined {
  for (let at = numberBefore.get(number); at !== undefined; at = numberBefore.get(at)) {
    const [date] = (byNumber.get(at) ?? []).flatMap(({ frontMatter }) => frontMatter.fields.date ?? []);
    if (date !== undefined) return { number: at, date };
  }
  return undefined;
}
