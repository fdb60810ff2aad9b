import type { WrittenIssue } from '../../issue/issue.ts';
import type { Finding } from '../../source/finding.ts';
import { placeOfField } from '../reading/field-place.ts';
import type { SampledRule } from '../rule.ts';
import { type Sample, sampleFrontMatter } from '../sample.ts';
import { toFinding } from '../to-finding.ts';

/** Gmail cuts at 102 KB; some of that is lost to what servers add and to how they count. */
export const mostHtmlBytes = 100_000;

/** An issue, and how large its mail is. */
interface SizedSample extends Sample {
  readonly bytes: number;
}

const issue = sampleFrontMatter('title: are interviews a two way street?\nnumber: 1\ndate: 2026-11-23');

export const mailClipped: SampledRule<SizedSample> = {
  name: 'mail/clipped',
  severity: 'warning',
  occasional: true,
  what: 'The HTML of the mail is larger than 100 KB.',
  why: 'Gmail cuts it off at 102 KB: readers lose its end, with the way to unsubscribe, and `penny send` refuses it.',
  fix: 'Shorten the issue, or make two of it. Tables, quotes and code take the most room.',
  samples: () => ({
    good: [{ ...issue, bytes: mostHtmlBytes }],
    bad: [
      {
        sample: { ...issue, bytes: 130_001 },
        finds: [
          {
            at: '2:8-2:40',
            message: 'the mail has 131 KB of HTML, and Gmail cuts it off at 102',
            hint: 'shorten the issue, or send it as two',
          },
        ],
      },
    ],
  }),
};

/** @param bytes of the mail's HTML as a reader gets it */
export function judgeMailSize(issue: WrittenIssue, bytes: number): readonly Finding[] {
  if (bytes <= mostHtmlBytes) return [];
  const finding = toFinding(mailClipped, issue.file, {
    place: placeOfField(issue.frontMatter, 'title'),
    message: `the mail has ${Math.ceil(bytes / 1000)} KB of HTML, and Gmail cuts it off at 102`,
    hint: 'shorten the issue, or send it as two',
  });
  return [finding];
}
