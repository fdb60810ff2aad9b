import { essaysOf } from '../essays/essays.ts';
import { wordsOfBlock } from '../essays/words-of-block.ts';
import { placeOfField } from '../reading/field-place.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

const most = 2500;
/** Written out: the machine’s language data takes its time to load. */
const mostInWords = '2,500';

export const essayLong: Rule = {
  name: 'essay/long',
  severity: 'note',
  what: `The essay has more than ${mostInWords} words.`,
  why: 'That is more than ten minutes of reading in an inbox, and the roles below it are not reached.',
  fix: 'Shorten it, or make two issues of it.',
  samples: () => ({
    good: [sampleEssay('control '.repeat(most))],
    bad: [
      {
        sample: {
          ...sampleEssay('who has control? '.repeat(900)),
          excerpt: '---penny for my thoughts\n---\n\nwho has control? …',
        },
        finds: [
          {
            at: '7:1-7:25',
            message: 'this essay has 2,700 words',
            hint: 'shorten it to at most 2,500, or make two issues of it',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const essay of essaysOf(issue)) {
      const count = wordsOfBlock(issue, essay);
      if (count <= most) continue;
      yield {
        place: placeOfField(essay, ''),
        message: `this essay has ${count.toLocaleString('en')} words`,
        hint: `shorten it to at most ${mostInWords}, or make two issues of it`,
      };
    }
  },
};
