import { parseLine } from '../../issue/merge-tag.ts';
import { subjectOf } from '../reading/mail-line.ts';
import type { Rule } from '../rule.ts';
import { sampleFrontMatter } from '../sample.ts';

const hint = 'write it in small letters; names and abbreviations can stay';

export const mailSubjectCapitals: Rule = {
  name: 'mail/subject-capitals',
  severity: 'warning',
  what: 'The subject is written in capitals throughout.',
  why: 'Mail filters take it for an advertisement, and readers for shouting.',
  fix: 'Write it in small letters; `subject` can differ from `title`.',
  samples: () => ({
    good: [
      sampleFrontMatter('title: TLDR - KPIs\nnumber: 1\ndate: 2026-11-23'),
      sampleFrontMatter('title: are INTERVIEWS really A TWO WAY STREET\nnumber: 1\ndate: 2026-11-23'),
      sampleFrontMatter('title: BOTH WAYS STREET\nsubject: both ways street\nnumber: 1\ndate: 2026-11-23'),
    ],
    bad: [
      {
        sample: sampleFrontMatter('title: ARE INTERVIEWS A TWO WAY STREET?\nnumber: 1\ndate: 2026-11-23'),
        finds: [{ at: '2:8-2:40', message: 'the subject is all capitals', hint }],
      },
      {
        sample: sampleFrontMatter(
          'title: "{{firstName|friend}}, WE ARE HIRING ÜBERALL"\nnumber: 1\ndate: 2026-11-23',
        ),
        finds: [{ at: '2:8-2:53', message: 'the subject is all capitals', hint }],
      },
    ],
  }),
  *check({ issue }) {
    const subject = subjectOf(issue);
    if (subject === undefined) return;
    const text = parseLine(subject.text)
      .filter((part) => typeof part === 'string')
      .join(' ');
    if (/\p{Ll}/u.test(text)) return;
    const long = text.match(/\p{Lu}{4,}/gu) ?? [];
    if (long.length >= 2) yield { place: subject.place, message: 'the subject is all capitals', hint };
  },
};
