import { preheaderOf } from '../reading/mail-line.ts';
import type { Rule } from '../rule.ts';
import { sampleFrontMatter } from '../sample.ts';
import { findLongLine } from '../search/find-long-line.ts';

const most = 120;
const titled = 'title: are interviews a two way street?\nnumber: 1\ndate: 2026-11-23';

export const mailPreheaderLong: Rule = {
  name: 'mail/preheader-long',
  severity: 'warning',
  what: `The preheader, or the subtitle that stands in for it, is longer than ${most} characters.`,
  why: 'Inboxes show it beside the subject and cut it off there; the end of it is not read.',
  fix: 'Shorten it. The subtitle may stay as long as it is when `preheader` says it shorter.',
  samples: () => ({
    good: [
      sampleFrontMatter(titled),
      sampleFrontMatter(`${titled}\nsubtitle: ${'é'.repeat(120)}`),
      sampleFrontMatter(`${titled}\nsubtitle: ${'a'.repeat(150)}\npreheader: who really has control?`),
    ],
    bad: [
      {
        sample: sampleFrontMatter(`${titled}\nsubtitle: ${'who has control '.repeat(8).trim()}`),
        finds: [
          {
            at: '5:11-5:138',
            message: 'the subtitle is the preheader, and is 127 characters long',
            hint: `add a preheader: of at most ${most}; the subtitle can stay`,
          },
        ],
      },
      {
        sample: sampleFrontMatter(`${titled}\npreheader: "${'who has control '.repeat(8)}"`),
        finds: [
          {
            at: '5:12-5:142',
            message: 'the preheader is 128 characters long',
            hint: `shorten it to at most ${most}`,
          },
        ],
      },
    ],
  }),
  check: ({ issue }) => findLongLine(preheaderOf(issue), { own: 'preheader', most }),
};
