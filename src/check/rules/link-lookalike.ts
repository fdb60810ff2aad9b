import { decodePunycode } from '../links/decode-punycode.ts';
import { findAddresses, placeOfPart } from '../links/find-addresses.ts';
import { readWebAddress } from '../links/read-web-address.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

const scripts = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
] as const;

const hint = 'type the address by hand, and look whose page opens';

export const linkLookalike: Rule = {
  name: 'link/lookalike',
  severity: 'warning',
  what: 'One word of a link’s host mixes latin letters with cyrillic or greek ones.',
  why: 'An “а” from another alphabet looks like “a” and leads elsewhere: the address was copied from a forgery, or will pass for one.',
  fix: 'Type the address by hand. Hosts that are wholly in another alphabet are fine.',
  samples: () => ({
    good: [
      sampleEssay(
        '[a](https://пример.example) [b](https://παράδειγμα.example) [c](https://bücher.example) [d](https://xn--e1afmkfd.example) [e](https://ai研究.example) [f](https://penny.example/пример-a) [g](https://xn--99999999999.example)',
      ),
    ],
    bad: [
      {
        sample: sampleEssay(
          'log in at [the portal](https://pеnny.example/login) or <https://xn--pnny-v4d.example>',
        ),
        finds: [
          { at: '10:32-10:37', message: '“pеnny” mixes latin and cyrillic letters', hint },
          { at: '10:65-10:77', message: '“pеnny” mixes latin and cyrillic letters', hint },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const found of findAddresses(issue)) {
      const web = readWebAddress(found.address);
      let start = web?.hostStart ?? 0;
      for (const label of web?.host.split('.') ?? []) {
        const letters = label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? '') : label;
        const mixed = scripts.filter(([, script]) => script.test(letters)).map(([name]) => name);
        if (mixed.length > 1) {
          const message = `${quote(letters)} mixes ${mixed.join(' and ')} letters`;
          yield { place: placeOfPart(found, start, label.length), message, hint };
        }
        start += label.length + 1;
      }
    }
  },
};
