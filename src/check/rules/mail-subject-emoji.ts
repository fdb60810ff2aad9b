import { subjectOf } from '../reading/mail-line.ts';
import type { Rule } from '../rule.ts';
import { sampleFrontMatter } from '../sample.ts';
import { findInLines } from '../search/find-in-lines.ts';

const most = 2;
/** As people count them: a family, a flag or a skin tone is one. As a literal it would be compiled with this file, for long. */
const anyEmoji = '\\p{RGI_Emoji}';
const numbered = 'number: 1\ndate: 2026-11-23';
const hint = `leave at most ${most}`;

export const mailSubjectEmoji: Rule = {
  name: 'mail/subject-emoji',
  severity: 'note',
  what: `There are more than ${most} emoji in the subject, or in the title that stands in for it.`,
  why: 'Mail filters count them, telephones give them the room of the words, and a screen reader reads out the name of each.',
  fix: `Leave at most ${most}; \`subject\` can differ from \`title\`.`,
  samples: () => ({
    good: [
      sampleFrontMatter(`title: 👩🏽‍💼 or 🇩🇪 — a two way street™ for 3 (+1) people ♥\n${numbered}`),
      sampleFrontMatter(`title: 🔥🔥🔥\nsubject: two way street\n${numbered}`),
    ],
    bad: [
      {
        sample: sampleFrontMatter(`title: a\nsubject: 🚀 vp of sales 🔥🔥\n${numbered}`),
        finds: [{ at: '3:27-3:29', message: 'the subject holds 3 emoji', hint }],
      },
      {
        sample: sampleFrontMatter(`title: "👩🏽‍💼 1️⃣ ❤️ 🇩🇪"\n${numbered}`),
        finds: [{ at: '2:21-2:23', message: 'the title is the subject, and holds 4 emoji', hint }],
      },
      {
        sample: sampleFrontMatter(`title: "\\U0001F525 🔥🔥"\n${numbered}`),
        finds: [{ at: '2:8-2:25', message: 'the title is the subject, and holds 3 emoji', hint }],
      },
    ],
  }),
  *check({ issue }) {
    const subject = subjectOf(issue);
    if (subject === undefined || !hasSymbols(subject.text)) return;
    const emoji = new RegExp(anyEmoji, 'gv');
    const count = [...subject.text.matchAll(emoji)].length;
    if (count <= most) return;
    const surplus = findInLines(issue.source.split('\n'), subject.place, emoji)[most];
    yield {
      place: surplus?.place ?? subject.place,
      message:
        subject.field === 'subject'
          ? `the subject holds ${count} emoji`
          : `the title is the subject, and holds ${count} emoji`,
      hint,
    };
  },
};

/** Whether there is more than the letters of Europe and the signs of a sentence. */
function hasSymbols(text: string): boolean {
  return !/^[\0-\u024f\u2010-\u2027]*$/.test(text);
}
