import { findAddresses, placeOfPart } from '../links/find-addresses.ts';
import { readWebAddress, withoutWww } from '../links/read-web-address.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock, sampleEssay } from '../sample.ts';

const shorteners: ReadonlySet<string> = new Set([
  ...[
    'bit.ly',
    'bitly.com',
    'j.mp',
    'tinyurl.com',
    'tiny.cc',
    't.co',
    'goo.gl',
    'ow.ly',
    'lnkd.in',
    'buff.ly',
  ],
  ...[
    'rebrand.ly',
    'is.gd',
    'v.gd',
    'cutt.ly',
    'shorturl.at',
    't.ly',
    'rb.gy',
    'dlvr.it',
    'shorte.st',
    'adf.ly',
  ],
]);

const hint = 'open it once, and paste the address where you end up';

export const linkShortener: Rule = {
  name: 'link/shortener',
  severity: 'warning',
  what: 'A link goes through a shortener such as bit.ly or lnkd.in.',
  why: 'Spammers hide behind them, so filters count them against the whole mail; readers cannot see where they are led.',
  fix: 'Open the link once, and paste the address where you end up.',
  samples: () => ({
    good: [
      sampleEssay(
        '[a](https://penny.example/bit.ly/a) [b](https://bit.ly.penny.example) <https://penny.example/?to=t.co> bit.ly',
      ),
    ],
    bad: [
      {
        sample: sampleBlock(
          '---open role\ntitle: vp of sales\napply: https://bit.ly/vp-of-sales\n---\n\n- series a',
        ),
        finds: [{ at: '9:16-9:22', message: '“bit.ly” hides where this link leads', hint }],
      },
      {
        sample: sampleEssay(
          'as [i said](https://www.LNKD.in/abc?a=b&amp;c) on www.tinyurl.com/abc\n\n[www.t.co/a,\n[www.t.co/a',
        ),
        finds: [
          { at: '10:4-10:47', message: '“lnkd.in” hides where this link leads', hint },
          { at: '10:51-10:66', message: '“tinyurl.com” hides where this link leads', hint },
          { at: '12:2-12:10', message: '“t.co” hides where this link leads', hint },
          { at: '13:2-13:10', message: '“t.co” hides where this link leads', hint },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const found of findAddresses(issue)) {
      const web = readWebAddress(found.address);
      if (web === undefined || !shorteners.has(withoutWww(web.host))) continue;
      yield {
        place: placeOfPart(found, web.hostStart, web.host.length),
        message: `“${withoutWww(web.host)}” hides where this link leads`,
        hint,
      };
    }
  },
};
