import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';
import { findInSource } from '../search/find-in-source.ts';

/** C0 but for tab and line feed, DEL, and C1; U+0000 is no text at all, and found before. */
const control = /(?![\t\n])\p{Cc}/gu;
const hint = 'delete it, or type the word anew';

export const textControl: Rule = {
  name: 'text/control',
  severity: 'error',
  what: 'The file holds a control character, which is no text.',
  why: 'Gmail cuts a mail short that holds one of them, however small it is; others show a box.',
  fix: 'Delete it. A whole file of them was saved in another encoding: save it as UTF-8.',
  samples: () => ({
    good: [sampleEssay('\tindented, 李, “quoted”…\u00a0and no-break')],
    bad: [
      {
        sample: sampleEssay('don\u0092t, and\u0007 then'),
        finds: [
          { at: '10:4-10:5', message: 'a control character stands here (U+0092)', hint },
          { at: '10:11-10:12', message: 'a control character stands here (U+0007)', hint },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const { text, place } of findInSource(issue, control)) {
      const code = text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      yield { place, message: `a control character stands here (U+${code})`, hint };
    }
  },
};
