import { subjectOf } from '../reading/mail-line.ts';
import type { Rule } from '../rule.ts';
import { sampleFrontMatter } from '../sample.ts';
import { findInLines } from '../search/find-in-lines.ts';

/** As mail programs in the languages of Europe, and in Chinese, begin the subject of an answer. Some count: `re[2]:`. */
const answered =
  /(?:re|fwd?|aw|wg|antw|tr|rv|res|rif|odp|sv|vs|回复|回覆|答复|转发|轉寄)(?:\[\d+\])?\s?[:：]/gi;
const hint = 'take it out: nobody wrote to you before';

export const mailSubjectReply: Rule = {
  name: 'mail/subject-reply',
  severity: 'warning',
  what: 'The subject begins like an answer or a forwarded mail: `re:`, `fwd:`, `aw:`.',
  why: 'Pretending an earlier mail is what fraud does; filters and some laws treat it so.',
  fix: 'Take it out.',
  samples: () => ({
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
      {
        sample: sampleFrontMatter('title: "  回复：a"\nnumber: 1\ndate: 2026-11-23'),
        finds: [{ at: '2:11-2:14', message: 'the subject begins like an answer', hint }],
      },
      {
        sample: sampleFrontMatter('title: "RE[2]: a"\nnumber: 1\ndate: 2026-11-23'),
        finds: [{ at: '2:9-2:15', message: 'the subject begins like an answer', hint }],
      },
    ],
  }),
  *check({ issue }) {
    const subject = subjectOf(issue);
    if (subject === undefined || subject.text.trimStart().search(answered) !== 0) return;
    const [found] = findInLines(issue.source.split('\n'), subject.place, answered);
    yield { place: found?.place ?? subject.place, message: 'the subject begins like an answer', hint };
  },
};
