import { essaysOf } from '../essays/essays.ts';
import { isShown } from '../essays/is-shown.ts';
import { tldrBoxesOf } from '../essays/tldr-boxes.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

export const essayTldrEmpty: Rule = {
  name: 'essay/tldr-empty',
  severity: 'warning',
  what: 'A TLDR has nothing in it: the essay ends there, or the next heading follows.',
  why: 'Readers who look for the short version find an empty box.',
  fix: 'Write two or three lines below it, or delete it.',
  samples: () => ({
    good: [
      sampleEssay('TLDR:\nyes.\n\n### candidates:\n\nno'),
      sampleEssay('### TLDR:\n\n![yes](https://images.example.com/a.png)'),
    ],
    bad: [
      {
        sample: sampleEssay('### TLDR:\n\n### candidates:\n\nyou gotta earn it.'),
        finds: [
          {
            at: '10:1-10:10',
            message: 'this TLDR is empty',
            hint: 'write two or three lines below it, or delete it',
          },
        ],
      },
      {
        sample: sampleEssay('yes.\n\n**TL;DR**\n\n<!-- later -->\n\n[a]: https://penny.example'),
        finds: [
          {
            at: '12:1-12:10',
            message: 'this TLDR is empty',
            hint: 'write two or three lines below it, or delete it',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const { place, children } of essaysOf(issue).flatMap(tldrBoxesOf)) {
      if (children.some(isShown)) continue;
      yield { place, message: 'this TLDR is empty', hint: 'write two or three lines below it, or delete it' };
    }
  },
};
