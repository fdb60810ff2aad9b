import { placeOfField } from '../reading/field-place.ts';
import type { ArchiveRule } from '../rule.ts';
import { sampleFrontMatter, sampleWorkspace } from '../sample.ts';

export const issueNumberGap: ArchiveRule = {
  name: 'issue/number-gap',
  severity: 'note',
  comparing: true,
  what: 'Between the number of this issue and the one before it a number is left out.',
  why: 'Readers look for the issue that they believe to have missed.',
  fix: 'Use the next free number, or leave it when the gap is meant.',
  samples: () => ({
    good: [
      sampleFrontMatter('title: two way street\nnumber: 40\ndate: 2026-11-23'),
      sampleWorkspace({
        'issues/012-a.md': ['title: a\nnumber: 12\ndate: 2026-11-23'],
        'issues/013-b.md': ['title: b\nnumber: 13\ndate: 2026-11-30'],
      }),
    ],
    bad: [
      {
        sample: sampleWorkspace({
          'issues/012-a.md': ['title: a\nnumber: 12\ndate: 2026-11-23'],
          'issues/015-b.md': ['title: b\nnumber: 15\ndate: 2026-11-30'],
        }),
        finds: [
          {
            file: 'issues/015-b.md',
            at: '3:9-3:11',
            message: 'the issue before this one is number 12',
            hint: 'is it number 13? if the gap is meant, leave it',
          },
        ],
      },
    ],
  }),
  *check({ issue, archive: { byNumber, numberBefore } }) {
    const { number } = issue.frontMatter.fields;
    if (number === undefined) return;
    const isTwice = (byNumber.get(number) ?? []).length > 1;
    const last = numberBefore.get(number);
    if (isTwice || last === undefined || last >= number - 1) return;
    yield {
      place: placeOfField(issue.frontMatter, 'number'),
      message: `the issue before this one is number ${last}`,
      hint: `is it number ${last + 1}? if the gap is meant, leave it`,
    };
  },
};
