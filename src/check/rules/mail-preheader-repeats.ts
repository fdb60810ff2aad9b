import { preheaderOf, subjectOf } from '../reading/mail-line.ts';
import type { Rule } from '../rule.ts';
import { sampleFrontMatter } from '../sample.ts';

export const mailPreheaderRepeats: Rule = {
  name: 'mail/preheader-repeats',
  severity: 'warning',
  what: 'The preheader, or the subtitle that stands in for it, says the same as the subject.',
  why: 'Inboxes show both side by side; the second is a wasted line.',
  fix: 'Say something that the subject does not.',
  samples: () => ({
    good: [
      sampleFrontMatter(
        'title: two way street\nsubtitle: two way street?\npreheader: who has control\nnumber: 1\ndate: 2026-11-23',
      ),
    ],
    bad: [
      {
        sample: sampleFrontMatter(
          'title: two way street?\nsubtitle: Two way  street\nnumber: 1\ndate: 2026-11-23',
        ),
        finds: [
          {
            at: '3:11-3:26',
            message: 'the subtitle repeats the subject',
            hint: 'say something else, or add a preheader: of its own',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const subject = subjectOf(issue);
    const preheader = preheaderOf(issue);
    if (subject === undefined || preheader === undefined) return;
    const words = essence(preheader.text);
    if (words === '' || words !== essence(subject.text)) return;
    yield {
      place: preheader.place,
      message: `the ${preheader.field} repeats the subject`,
      hint: 'say something else, or add a preheader: of its own',
    };
  },
};

/** What is left of a line without case, spaces and punctuation. */
function essence(line: string): string {
  return line
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]+/gu, ' ')
    .trim();
}
