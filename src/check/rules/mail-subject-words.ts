import { isEnglish } from '../reading/is-english.ts';
import { preheaderOf, subjectOf } from '../reading/mail-line.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay, sampleFrontMatter } from '../sample.ts';
import { findInLines } from '../search/find-in-lines.ts';
import { LatePattern } from '../search/pattern.ts';

/** What unwanted mail says. “work from home”, “bonus” or “apply now” are what recruiters write, and not here. */
const phrases: readonly string[] = [
  ...['act now', 'act immediately', 'buy now', 'order now', 'click here', 'click below'],
  ...['100% free', 'absolutely free', 'free money', 'free gift', 'risk free', 'money back'],
  ...['limited time', 'limited offer', 'offer expires', 'special promotion', 'once in a lifetime'],
  ...['extra income', 'extra cash', 'easy money', 'fast cash', 'get rich quick', 'double your income'],
  ...['100% guaranteed', 'guaranteed results', 'satisfaction guaranteed'],
  ...['you are a winner', 'you’re a winner', 'you have won', 'you’ve won', 'dear friend', 'this is not spam'],
];

const numbered = 'number: 1\ndate: 2026-11-23';
const hint = 'say what is in the issue instead';

/** As whole words, in any case; a longer phrase before a shorter one within it. */
const pattern = new LatePattern(
  `(?<![\\p{L}\\p{N}_])(?:${phrases
    .toSorted((left, right) => right.length - left.length)
    .map((phrase) => phrase.replaceAll(' ', '[ \\u00a0-]').replaceAll('’', "[’']"))
    .join('|')})(?![\\p{L}\\p{N}_])`,
  'giu',
);

export const mailSubjectWords: Rule = {
  name: 'mail/subject-words',
  severity: 'warning',
  what: 'A phrase in the subject or in the preheader, in English, is one that mail filters count against a mail: “act now”, “100% free”.',
  why: 'A few of them are enough to land among unwanted mail, whatever the issue says.',
  fix: 'Say what is in the issue instead. `subject` can differ from `title`, and `preheader` from `subtitle`.',
  samples: () => ({
    good: [
      sampleFrontMatter(
        `title: no offer is guaranteed, winner takes all\nsubtitle: free lunch, limited timeline, work from home\n${numbered}`,
      ),
      sampleFrontMatter(
        `title: click here\nsubtitle: act now\nsubject: two way street\npreheader: who has control?\n${numbered}`,
      ),
      sampleEssay('act now: it is a limited time'),
      sampleFrontMatter(`title: der act now\nlang: de\n${numbered}`),
    ],
    bad: [
      {
        sample: sampleFrontMatter(`title: vp of sales\nsubject: act now, limited time\n${numbered}`),
        finds: [
          { at: '3:10-3:17', message: '“act now” in the subject counts as advertising', hint },
          { at: '3:19-3:31', message: '“limited time” in the subject counts as advertising', hint },
        ],
      },
      {
        sample: sampleFrontMatter(`title: Risk-free hiring\nsubtitle: "100% FREE, you've won"\n${numbered}`),
        finds: [
          {
            at: '2:8-2:17',
            message: '“Risk-free” in the title, which is the subject, counts as advertising',
            hint: 'add a subject: without it; the title can stay',
          },
          {
            at: '3:12-3:21',
            message: '“100% FREE” in the subtitle, which is the preheader, counts as advertising',
            hint: 'add a preheader: without it; the subtitle can stay',
          },
          {
            at: '3:23-3:33',
            message: "“you've won” in the subtitle, which is the preheader, counts as advertising",
            hint: 'add a preheader: without it; the subtitle can stay',
          },
        ],
      },
    ],
  }),
  *check(context) {
    if (!isEnglish(context)) return;
    const { issue } = context;
    const lines = issue.source.split('\n');
    for (const [own, line] of [
      ['subject', subjectOf(issue)],
      ['preheader', preheaderOf(issue)],
    ] as const) {
      if (line === undefined) continue;
      const { field, place: whole } = line;
      const where = field === own ? `the ${own}` : `the ${field}, which is the ${own},`;
      const instead = field === own ? hint : `add a ${own}: without it; the ${field} can stay`;
      for (const { text, place } of findInLines(lines, whole, pattern)) {
        yield { place, message: `${quote(text)} in ${where} counts as advertising`, hint: instead };
      }
    }
  },
};
