import { placeOfField } from '../reading/field-place.ts';
import type { Rule } from '../rule.ts';
import { sampleWorkspace } from '../sample.ts';

export const issueFileNumber: Rule = {
  name: 'issue/file-number',
  severity: 'warning',
  what: 'The name of the file starts with another number than the issue has.',
  why: 'A copied file keeps the old number: the wrong issue would be sent by its name.',
  fix: 'Rename the file, or correct `number`.',
  samples: () => ({
    good: [
      sampleWorkspace({
        'issues/0012-a.md': ['title: a\nnumber: 12\ndate: 2026-11-23'],
        'issues/2026-in-review.md': ['title: b\nnumber: 13\ndate: 2026-11-30\nslug: 2026-in-review'],
        'issues/2026-12-07-two-way-street.md': ['title: d\nnumber: 15\ndate: 2026-12-07'],
        'issues/hello.md': ['title: c\nnumber: 14\ndate: 2026-12-07'],
      }),
    ],
    bad: [
      {
        sample: sampleWorkspace({ 'issues/012-a.md': ['title: a\nnumber: 13\ndate: 2026-11-23'] }),
        finds: [
          {
            at: '3:9-3:11',
            message: 'the file is numbered 12, and the issue 13',
            hint: 'rename the file to 013-…, or write number: 12',
          },
        ],
      },
    ],
  }),
  *check({ issue: { file, frontMatter } }) {
    const { number, slug } = frontMatter.fields;
    const [, name = ''] = /([^/]*)\.md$/.exec(file) ?? [];
    const [, digits] = /^(?!\d{4}-\d\d-\d\d(?:-|$))(\d+)-/.exec(name) ?? [];
    // A slug of its own may start with a year, and a name with a date.
    if (number === undefined || digits === undefined || slug === name || Number(digits) === number) return;
    yield {
      place: placeOfField(frontMatter, 'number'),
      message: `the file is numbered ${Number(digits)}, and the issue ${number}`,
      hint: `rename the file to ${String(number).padStart(digits.length, '0')}-…, or write number: ${Number(digits)}`,
    };
  },
};
