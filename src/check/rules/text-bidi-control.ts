import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';
import { findInSource } from '../search/find-in-source.ts';

const hint = 'delete it; right-to-left text needs none, the letters know their direction';

export const textBidiControl: Rule = {
  name: 'text/bidi-control',
  severity: 'error',
  what: 'A control character turns the direction of the text around it (U+202A to U+202E, U+2066 to U+2069).',
  why: 'What is shown is not what stands there: an address or an amount can be made to read as another one.',
  fix: 'Delete it.',
  samples: () => ({
    good: [sampleEssay('שלום, مرحبا and hello')],
    bad: [
      {
        sample: sampleEssay('pay \u202e000,042\u202c a year'),
        finds: [
          { at: '10:5-10:6', message: 'a character here turns the direction of the text (U+202E)', hint },
          { at: '10:13-10:14', message: 'a character here turns the direction of the text (U+202C)', hint },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const { text, place } of findInSource(issue, /[\u202a-\u202e\u2066-\u2069]/g)) {
      const code = text.charCodeAt(0).toString(16).toUpperCase();
      yield { place, message: `a character here turns the direction of the text (U+${code})`, hint };
    }
  },
};
