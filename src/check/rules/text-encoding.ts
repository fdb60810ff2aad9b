import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';
import { findInSource } from '../search/find-in-source.ts';

/**
 * What quotes, dashes, ellipses, accented letters, emoji and Cyrillic become when their UTF-8 is read as Windows-1252,
 * and the sign that stands for lost bytes. `Ã»` is left out: a Portuguese quotation may end so.
 */
const broken =
  /â€[\u009d™œ˜¦“”¢]|[ÃÂ][\u00a0-\u00ba\u00bc-\u00bf]|ðŸ[^\s\p{L}]{0,2}\p{L}?[^\s\p{L}]?|(?:[ÐÑ][\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){2,}|\ufffd/gu;

export const textEncoding: Rule = {
  name: 'text/encoding',
  severity: 'error',
  what: 'The text holds letters such as `â€™` or `Ã©` that come from reading it in the wrong encoding.',
  why: 'Your readers see the same letters; penny never changes what you wrote, so it cannot repair them.',
  fix: 'Open the original as UTF-8 and paste it anew, or replace the broken letters by what they were.',
  samples: () => ({
    good: [sampleEssay('“it’s my decision”… Jürgen, São, NÃO, À la carte, 李, £5 and 5 €, ÑANDÚ, 🚀')],
    bad: [
      {
        sample: sampleEssay('- series a\n- itâ€™s my decision\n- JÃ¼rgen'),
        finds: [
          {
            at: '11:5-11:8',
            message: '“â€™” is text that was read in the wrong encoding; it is not the only place',
            hint: 'open the original as UTF-8 and paste it anew',
          },
        ],
      },
      {
        sample: sampleEssay('- growing ðŸš€ fast'),
        finds: [
          {
            at: '10:11-10:15',
            message: '“ðŸš€” is text that was read in the wrong encoding',
            hint: 'open the original as UTF-8 and paste it anew',
          },
        ],
      },
      {
        sample: sampleEssay('ÐŸÑ€Ð¸Ð²ÐµÑ‚'),
        finds: [
          {
            at: '10:1-10:13',
            message: '“ÐŸÑ€Ð¸Ð²ÐµÑ‚” is text that was read in the wrong encoding',
            hint: 'open the original as UTF-8 and paste it anew',
          },
        ],
      },
      {
        sample: sampleEssay('J\ufffdrgen'),
        finds: [
          {
            at: '10:2-10:3',
            message: '“\ufffd” is text that was read in the wrong encoding',
            hint: 'open the original as UTF-8 and paste it anew',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const [first, ...others] = findInSource(issue, broken);
    if (first === undefined) return;
    const also = others.length === 0 ? '' : '; it is not the only place';
    yield {
      place: first.place,
      message: `“${first.text}” is text that was read in the wrong encoding${also}`,
      hint: 'open the original as UTF-8 and paste it anew',
    };
  },
};
