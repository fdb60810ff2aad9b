import { findAddresses, placeOfPart } from '../links/find-addresses.ts';
import { readWebAddress, type WebAddress, withoutWww } from '../links/read-web-address.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock, sampleEssay } from '../sample.ts';

/** What programs for mail and advertising write into the address that one person clicks. */
const personal: ReadonlySet<string> = new Set([
  ...[
    'mc_eid',
    '_hsenc',
    '_hsmi',
    'mkt_tok',
    'vero_id',
    'vero_conv',
    'oly_enc_id',
    'oly_anon_id',
    'wickedid',
  ],
  ...[
    'ml_subscriber',
    'ml_subscriber_hash',
    '_kx',
    'fbclid',
    'gclid',
    'gbraid',
    'wbraid',
    'dclid',
    'msclkid',
  ],
  ...[
    'twclid',
    'ttclid',
    'yclid',
    'li_fat_id',
    'igshid',
    'igsh',
    'rb_clickid',
    'irclickid',
    'epik',
    'sc_eid',
  ],
]);

/** What says who shared the page, on these sites alone. */
const personalOn: Readonly<Record<string, ReadonlySet<string>>> = {
  'youtube.com': new Set(['si']),
  'youtu.be': new Set(['si']),
  'open.spotify.com': new Set(['si']),
  'x.com': new Set(['t', 's']),
  'twitter.com': new Set(['t', 's']),
  'linkedin.com': new Set(['midtoken', 'midsig', 'otptoken', 'trackingid', 'lipi', 'rcm']),
};

export const linkTracking: Rule = {
  name: 'link/tracking',
  severity: 'warning',
  what: 'A link holds what some mail or site put there about your own click, such as `mc_eid` or `fbclid`.',
  why: 'It can name you to whoever opens the link, and counts all your readers as you. `utm_source` and its like are fine.',
  fix: 'Delete that part of the address; the link works without it.',
  samples: () => ({
    good: [
      sampleEssay(
        '[a](https://penny.example/?utm_source=penny&gh_src=1a2b&lever-source=penny&mc_cid=1&si=a) [b](https://youtu.be/a?t=42) [c](https://penny.example/gclid#?fbclid=1)',
      ),
    ],
    bad: [
      {
        sample: sampleEssay('see [the pay report](https://penny.example/pay?year=2026&mc_eid=4f2a91)'),
        finds: [
          {
            at: '10:58-10:71',
            message: '“mc_eid” tells who clicked: you',
            hint: 'did you mean https://penny.example/pay?year=2026?',
          },
        ],
      },
      {
        sample: sampleBlock(
          '---open role\ntitle: vp of sales\napply: "https://jobs.example.com/vp?fbclid=1a&_hsenc=2b#apply"\n---\n\n<https://www.youtube.com/watch?v=abc&si=xyz>',
        ),
        finds: [
          {
            at: '9:37-9:46',
            message: '“fbclid” tells who clicked: you',
            hint: 'did you mean https://jobs.example.com/vp#apply?',
          },
          {
            at: '9:47-9:56',
            message: '“_hsenc” tells who clicked: you',
            hint: 'did you mean https://jobs.example.com/vp#apply?',
          },
          {
            at: '12:38-12:44',
            message: '“si” tells who clicked: you',
            hint: 'did you mean https://www.youtube.com/watch?v=abc?',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const found of findAddresses(issue)) {
      const web = readWebAddress(found.address);
      if (web === undefined) continue;
      const hint = `did you mean ${withoutPersonal(found.address, web)}?`;
      let start = web.queryStart;
      for (const part of web.query.split('&')) {
        if (isPersonal(part, web)) {
          const message = `${quote(nameOf(part))} tells who clicked: you`;
          yield { place: placeOfPart(found, start, part.length), message, hint };
        }
        start += part.length + 1;
      }
    }
  },
};

function isPersonal(part: string, { host }: WebAddress): boolean {
  const name = nameOf(part).toLowerCase();
  const site = withoutWww(host).replace(/^(?:m|mobile|music)\./, '');
  return part.includes('=') && (personal.has(name) || personalOn[site]?.has(name) === true);
}

function nameOf(part: string): string {
  return part.split('=', 1)[0] ?? '';
}

function withoutPersonal(address: string, web: WebAddress): string {
  const kept = web.query.split('&').filter((part) => !isPersonal(part, web));
  const before = address.slice(0, web.queryStart - 1);
  const after = address.slice(web.queryStart + web.query.length);
  return `${before}${kept.length === 0 ? '' : `?${kept.join('&')}`}${after}`;
}
