import type { Archive } from '../archive.ts';
import { placeOfField } from '../reading/field-place.ts';
import type { ArchiveRule } from '../rule.ts';
import { sampleWorkspace } from '../sample.ts';

export const issueNumberDuplicate: ArchiveRule = {
  name: 'issue/number-duplicate',
  severity: 'error',
  comparing: true,
  neverIgnored: true,
  what: 'Two issues have the same `number`.',
  why: 'Commands name an issue by its number, and replies carry it: both would reach the wrong one.',
  fix: 'Give the later file the next free number.',
  samples: () => ({
    good: [
      sampleWorkspace({
        'issues/012-two-way-street.md': ['title: two way street\nnumber: 12\ndate: 2026-11-23'],
        'issues/013-counter-offers.md': ['title: counter offers\nnumber: 13\ndate: 2026-11-30'],
      }),
    ],
    bad: [
      {
        sample: sampleWorkspace({
          'issues/012-two-way-street.md': ['title: two way street\nnumber: 12\ndate: 2026-11-23'],
          'issues/013-counter-offers.md': ['title: counter offers\nnumber: 12\ndate: 2026-11-30'],
          'issues/014-notice-periods.md': ['title: notice periods\nnumber: 13\ndate: 2026-12-07'],
        }),
        finds: [
          {
            file: 'issues/013-counter-offers.md',
            at: '3:9-3:11',
            message: '12 is already the number of issues/012-two-way-street.md',
            hint: 'the next free number is 14',
          },
        ],
      },
    ],
  }),
  *check({ issue, archive: { byNumber } }) {
    const { number } = issue.frontMatter.fields;
    const earlier = byNumber.get(number)?.find((other) => other.file < issue.file);
    if (number === undefined || earlier === undefined) return;
    yield {
      place: placeOfField(issue.frontMatter, 'number'),
      message: `${number} is already the number of ${earlier.file}`,
      hint: `the next free number is ${nextFree(number, byNumber)}`,
    };
  },
};

function nextFree(from: number, taken: Archive['byNumber']): number {
  return taken.has(from) ? nextFree(from + 1, taken) : from;
}
