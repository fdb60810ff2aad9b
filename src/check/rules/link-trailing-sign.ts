import { findAddresses, placeOfPart } from '../links/find-addresses.ts';
import { isPublishable } from '../links/link-address.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock, sampleEssay } from '../sample.ts';

/** Signs of the sentence around an address, and spaces, seen or not, each by itself. */
const lastSign =
  /(?:[.,;:…)\]>"“”„‘’«»*。，、；：）」』】》]|%20|%C2%A0|%E2%80%8B|[\s\u{00a0}\u{200b}-\u{200f}\u{2060}\u{feff}\u{202a}-\u{202e}])$/iu;
const unseen = /^(?:%|[\s\p{Cf}])/u;

export const linkTrailingSign: Rule = {
  name: 'link/trailing-sign',
  severity: 'warning',
  what: 'An address ends in a sign of the sentence around it, in a space, or in the dots that stand for the rest of it.',
  why: 'The sign was copied with the address and is part of it now, so that the page is often not found.',
  fix: 'Delete the sign, and open the link to see that it works.',
  samples: () => ({
    good: [
      sampleEssay(
        'see https://penny.example/a. [b](https://penny.example/b_(c)) (or <https://penny.example>). [d](https://en.wikipedia.org/wiki/Apple_Inc.) [e](https://penny.example/?a) [f](https://penny.example/a%20b/) [g](mailto:hello@penny.example?subject=hi...) [h](https://penny.example/?text=hi%20)',
      ),
    ],
    bad: [
      {
        sample: sampleBlock(
          '---open role\ntitle: vp of sales\napply: https://jobs.example.com/vp-of-sales.\n---\n\n- series a',
        ),
        finds: [
          {
            at: '9:44-9:45',
            message: 'this address ends in “.”',
            hint: 'did you mean https://jobs.example.com/vp-of-sales?',
          },
        ],
      },
      {
        sample: sampleEssay(
          '[a](https://penny.example/a%20), [b](<https://penny.example/(b)).>) [c](https://penny.example/very-lo…)\n\n[d]: https://penny.example/d\u{200b}',
        ),
        finds: [
          {
            at: '10:28-10:31',
            message: 'this address ends in a space that nobody sees',
            hint: 'did you mean https://penny.example/a?',
          },
          {
            at: '10:64-10:66',
            message: 'this address ends in “).”',
            hint: 'did you mean https://penny.example/(b)?',
          },
          { at: '10:102-10:103', message: 'this address is cut off', hint: 'copy the whole address' },
          {
            at: '12:29-12:30',
            message: 'this address ends in a space that nobody sees',
            hint: 'did you mean https://penny.example/d?',
          },
        ],
      },
      {
        sample: sampleEssay('见 https://penny.example/a。 ‘https://penny.example/b’'),
        finds: [
          {
            at: '10:26-10:27',
            message: 'this address ends in “。”',
            hint: 'did you mean https://penny.example/a?',
          },
          {
            at: '10:52-10:53',
            message: 'this address ends in “’”',
            hint: 'did you mean https://penny.example/b?',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const found of findAddresses(issue)) {
      const { address } = found;
      const end = endWithoutSigns(address);
      const signs = address.slice(end);
      if (signs === '' || !isPublishable(address) || isMeant(address, signs)) continue;
      yield { place: placeOfPart(found, end, signs.length), ...judge(address.slice(0, end), signs) };
    }
  },
};

/** What an address asks for, or writes into a mail, can end in anything, and titles of articles in a full stop. */
function isMeant(address: string, signs: string): boolean {
  if (/^https?:\/\/[a-z-]+\.(?:m\.)?wikipedia\.org\//i.test(address)) return true;
  return address.includes('?') && (signs.startsWith('%') || /^mailto:/i.test(address));
}

/** Taken off one by one: a pattern for several would try every start anew. */
function endWithoutSigns(address: string): number {
  let end = address.length;
  let surplus = count(address, ')') - count(address, '(');
  for (;;) {
    const [sign] = lastSign.exec(address.slice(Math.max(end - 9, 0), end)) ?? [];
    // A bracket that was opened in the address belongs to it.
    if (sign === undefined || sign.length >= end || (sign === ')' && surplus <= 0)) return end;
    if (sign === ')') surplus -= 1;
    end -= sign.length;
  }
}

function count(address: string, sign: string): number {
  return address.split(sign).length - 1;
}

function judge(address: string, signs: string): { message: string; hint: string } {
  if (/^(?:…|\.\.\.)/.test(signs))
    return { message: 'this address is cut off', hint: 'copy the whole address' };
  const what = unseen.test(signs) ? 'a space that nobody sees' : quote(signs);
  return { message: `this address ends in ${what}`, hint: `did you mean ${address}?` };
}
