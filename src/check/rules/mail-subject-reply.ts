import { findInLines } from '../reading/find-in-lines.ts';
import { subjectOf } from '../reading/mail-line.ts';
import type { Rule } from '../rule.ts';
import { sampleFrontMatter } from '../sample.ts';

/** As English, German, French, Spanish and Scandinavian mail programs begin the subject of an answer. */
const answered = /(?:re|fwd?|aw|wg|tr|rv|sv|vs)\s?:/gi;
const hint = 'take it out: nobody wrote to you before';

export const mailSubjectReply: Rule = {
  name: 'mail/subject-reply',
  severity: 'warning',
  what: 'The subject begins like an answer or a forwarded mail: `re:`, `fwd:`, `aw:`.',
  why: 'Pretending an earlier mail is what fraud does; filters and some laws treat it so.',
  fix: 'Take it out.',
  samples: {
    good: [
      sampleFrontMatter('title: "real talk: re: interviews"\nnumber: 1\ndate: 2026-11-23'),
      sampleFrontMatter(
        'title: "re: interviews"\nsubject: regarding interviews\nnumber: 1\ndate: 2026-11-23',
      ),
    ],
    bad: [
      {
        sample: sampleFrontMatter('title: a\nsubject: "Re: your interview"\nnumber: 1\ndate: 2026-11-23'),
        finds: [{ at: '3:11-3:14', message: 'the subject begins like an answer', hint }],
      },
      {
        sample: sampleFrontMatter('title: "fw : a"\nnumber: 1\ndate: 2026-11-23'),
        finds: [{ at: '2:9-2:13', message: 'the subject begins like an answer', hint }],
      },
    ],
  },
  *check({ issue }) {
    const subject = subjectOf(issue);
    if (subject === undefined || subject.text.search(answered) !== 0) return;
    const [found] = findInLines(issue.source.split('\n'), subject.place, answered);
    yield { place: found?.place ?? subject.place, message: 'the subject begins like an answer', hint };
  },
};
