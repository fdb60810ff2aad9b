import { essaysOf } from '../essays/essays.ts';
import { tldrBoxesOf } from '../essays/tldr-boxes.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

export const essayTldrTwice: Rule = {
  name: 'essay/tldr-twice',
  severity: 'warning',
  what: 'An essay has more than one TLDR.',
  why: 'Each becomes a box of its own, and readers take the first for all there is to know.',
  fix: 'Put everything below one of them.',
  samples: () => ({
    good: [
      sampleEssay(
        '### TLDR:\n\n- yes. TLDR: yes.\n\n### why the TLDR: is short\n\n`TLDR:` is a word\n\n> TLDR:\n> no',
      ),
    ],
    bad: [
      {
        sample: sampleEssay('TLDR:\n\nyes.\n\n### candidates:\n\nyou gotta earn it.\n\n### TL;DR\n\nno.'),
        finds: [
          {
            at: '18:1-18:10',
            message: 'this essay has a TLDR already, in line 10',
            hint: 'put everything below one of them',
          },
        ],
      },
      {
        sample: sampleEssay('### TLDR:\n\nyes.\n\n**tldr**\n\nno.\n\nTLDR:\nwell'),
        finds: [
          {
            at: '14:1-14:9',
            message: 'this essay has a TLDR already, in line 10',
            hint: 'put everything below one of them',
          },
          {
            at: '18:1-18:6',
            message: 'this essay has a TLDR already, in line 10',
            hint: 'put everything below one of them',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const essay of essaysOf(issue)) {
      const [first, ...others] = tldrBoxesOf(essay);
      for (const { place } of others) {
        yield {
          place,
          message: `this essay has a TLDR already, in line ${first?.place.line}`,
          hint: 'put everything below one of them',
        };
      }
    }
  },
};
