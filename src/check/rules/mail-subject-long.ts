import { subjectOf } from '../reading/mail-line.ts';
import type { Rule } from '../rule.ts';
import { sampleFrontMatter } from '../sample.ts';
import { findLongLine } from '../search/find-long-line.ts';

const most = 70;
const numbered = 'number: 1\ndate: 2026-11-23';

export const mailSubjectLong: Rule = {
  name: 'mail/subject-long',
  severity: 'warning',
  what: `The subject, or the title that stands in for it, is longer than ${most} characters.`,
  why: 'Inboxes cut it off, on telephones much earlier; the end of it is not read.',
  fix: 'Shorten it. The title may stay as long as it is when `subject` says it shorter.',
  samples: () => ({
    good: [
      sampleFrontMatter(`title: ${'é'.repeat(70)}\n${numbered}`),
      sampleFrontMatter(`title: ${'👩🏽‍💼'.repeat(70)}\n${numbered}`),
      sampleFrontMatter(`title: "${'a'.repeat(58)}, {{firstName|my friend}}"\n${numbered}`),
      sampleFrontMatter(`title: ${'a'.repeat(90)}\nsubject: are interviews a two way street?\n${numbered}`),
    ],
    bad: [
      {
        sample: sampleFrontMatter(`title: ${'two way '.repeat(9).trim()}\n${numbered}`),
        finds: [
          {
            at: '2:8-2:79',
            message: 'the title is the subject, and is 71 characters long',
            hint: `add a subject: of at most ${most}; the title can stay`,
          },
        ],
      },
      {
        sample: sampleFrontMatter(`title: two way street?\nsubject: "${'two way '.repeat(10)}"\n${numbered}`),
        finds: [
          {
            at: '3:10-3:92',
            message: 'the subject is 80 characters long',
            hint: `shorten it to at most ${most}`,
          },
        ],
      },
    ],
  }),
  check: ({ issue }) => findLongLine(subjectOf(issue), { own: 'subject', most }),
};
