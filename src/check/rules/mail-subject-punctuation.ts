import { findInLines } from '../reading/find-in-lines.ts';
import { subjectOf } from '../reading/mail-line.ts';
import type { Rule } from '../rule.ts';
import { sampleFrontMatter } from '../sample.ts';

export const mailSubjectPunctuation: Rule = {
  name: 'mail/subject-punctuation',
  severity: 'warning',
  what: 'The subject holds a row of exclamation marks, question marks or currency signs.',
  why: 'Mail filters count them, and rightly: nearly all such mail is unwanted.',
  fix: 'Leave one of them.',
  samples: {
    good: [
      sampleFrontMatter('title: what?! a two way street… really? yes!\nnumber: 1\ndate: 2026-11-23'),
      sampleFrontMatter('title: "really??? in the essay"\nsubject: really?\nnumber: 1\ndate: 2026-11-23'),
    ],
    bad: [
      {
        sample: sampleFrontMatter('title: vp of sales!! $$$\nnumber: 1\ndate: 2026-11-23'),
        finds: [
          {
            at: '2:19-2:21',
            message: '“!!” in the subject looks like advertising',
            hint: 'leave one of them',
          },
          {
            at: '2:22-2:25',
            message: '“$$$” in the subject looks like advertising',
            hint: 'leave one of them',
          },
        ],
      },
    ],
  },
  *check({ issue }) {
    const subject = subjectOf(issue);
    if (subject === undefined) return;
    for (const { text, place } of findInLines(
      issue.source.split('\n'),
      subject.place,
      /!{2,}|\?{3,}|[$€£]{2,}/g,
    )) {
      yield { place, message: `“${text}” in the subject looks like advertising`, hint: 'leave one of them' };
    }
  },
};
