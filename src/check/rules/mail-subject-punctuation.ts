import { subjectOf } from '../reading/mail-line.ts';
import type { Rule } from '../rule.ts';
import { sampleFrontMatter } from '../sample.ts';
import { findInLines, type LineMatch } from '../search/find-in-lines.ts';

/** The same sign twice, or any three of them: “?!” is a question in amazement. Chinese and Japanese have wide ones. */
const rows = /[!?！？]{3,}|[!！]{2,}|[?？]{2,}|[$€£¥]{2,}/gu;
/** As many exclamation marks as one subject bears, however far apart. */
const most = 2;
const hint = 'leave one of them';

export const mailSubjectPunctuation: Rule = {
  name: 'mail/subject-punctuation',
  severity: 'warning',
  what: `The subject holds a row of exclamation marks, question marks or currency signs, or more than ${most} exclamation marks.`,
  why: 'Mail filters count them, and rightly: nearly all such mail is unwanted.',
  fix: 'Leave one of them.',
  samples: () => ({
    good: [
      sampleFrontMatter('title: what?! a two way street… really? yes! $5m\nnumber: 1\ndate: 2026-11-23'),
      sampleFrontMatter('title: ¿quién decide? ¡tú! ¡yo!\nnumber: 1\ndate: 2026-11-23'),
      sampleFrontMatter('title: "really??? in the essay"\nsubject: really?\nnumber: 1\ndate: 2026-11-23'),
    ],
    bad: [
      {
        sample: sampleFrontMatter('title: vp of sales!! $$$\nnumber: 1\ndate: 2026-11-23'),
        finds: [
          {
            at: '2:19-2:21',
            message: '“!!” in the subject looks like advertising',
            hint,
          },
          {
            at: '2:22-2:25',
            message: '“$$$” in the subject looks like advertising',
            hint,
          },
        ],
      },
      {
        sample: sampleFrontMatter('title: "who decides?? 谁？！？"\nnumber: 1\ndate: 2026-11-23'),
        finds: [
          {
            at: '2:20-2:22',
            message: '“??” in the subject looks like advertising',
            hint,
          },
          {
            at: '2:24-2:27',
            message: '“？！？” in the subject looks like advertising',
            hint,
          },
        ],
      },
      {
        sample: sampleFrontMatter('title: new role! great team! apply!\nnumber: 1\ndate: 2026-11-23'),
        finds: [
          {
            at: '2:35-2:36',
            message: '3 exclamation marks in the subject look like advertising',
            hint,
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const subject = subjectOf(issue);
    if (subject === undefined) return;
    const find = (pattern: RegExp): readonly LineMatch[] =>
      findInLines(issue.source.split('\n'), subject.place, pattern);
    const found = find(rows);
    for (const { text, place } of found) {
      yield { place, message: `“${text}” in the subject looks like advertising`, hint };
    }
    const marks = find(/[!！]/gu);
    const surplus = marks[most];
    if (surplus === undefined || found.length > 0) return;
    const message = `${marks.length} exclamation marks in the subject look like advertising`;
    yield { place: surplus.place, message, hint };
  },
};
