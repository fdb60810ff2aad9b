import { essaysOf } from '../essays/essays.ts';
import { tldrBoxesOf } from '../essays/tldr-boxes.ts';
import { wordsOfBlock } from '../essays/words-of-block.ts';
import { placeOfField } from '../reading/field-place.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

const most = 400;
const opening = 'who really has control?';

export const essayTldrMissing: Rule = {
  name: 'essay/tldr-missing',
  severity: 'note',
  what: `An essay of more than ${most} words has no TLDR.`,
  why: 'Most readers skim, and the summaries that mail programs write themselves are drawn from it.',
  fix: 'Add a heading `### TLDR:` with two or three lines below it.',
  samples: () => ({
    good: [
      sampleEssay('control '.repeat(most)),
      sampleEssay(`${'control '.repeat(most)}\n\n### TLDR:\n\n- is it a 2 way street? yes.`),
      sampleEssay(`TLDR:\nyes.\n\n${'control '.repeat(most)}`),
    ],
    bad: [
      {
        sample: {
          ...sampleEssay(`${opening}\n\n${'control '.repeat(most)}`),
          excerpt: `---penny for my thoughts\n---\n\n${opening} …`,
        },
        finds: [
          {
            at: '7:1-7:25',
            message: 'this essay has 404 words and no TLDR',
            hint: 'add a heading ### TLDR: with two or three lines below it',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const essay of essaysOf(issue)) {
      const count = wordsOfBlock(issue, essay);
      if (count <= most || tldrBoxesOf(essay).length > 0) continue;
      yield {
        place: placeOfField(essay, ''),
        message: `this essay has ${count.toLocaleString('en')} words and no TLDR`,
        hint: 'add a heading ### TLDR: with two or three lines below it',
      };
    }
  },
};
