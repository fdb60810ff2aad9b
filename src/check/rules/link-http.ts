import { findAddresses, placeOfPart } from '../links/find-addresses.ts';
import { isPrivateHost } from '../links/is-private-host.ts';
import { isPlaceholder } from '../links/link-address.ts';
import { readWebAddress } from '../links/read-web-address.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

export const linkHttp: Rule = {
  name: 'link/http',
  severity: 'warning',
  what: 'A link starts with `http://` where nearly every site has `https://`.',
  why: 'Anybody on the way can read and change the page, and many companies’ networks stop readers with a warning.',
  fix: 'Write `https://`, and open the link once to see that it works.',
  samples: () => ({
    good: [
      sampleEssay(
        '[a](https://penny.example/?next=http://penny.example) www.penny.example [b](http://localhost:3000) [c](http://intranet.corp) [d](http://penny.example:8080) `http://penny.example`',
      ),
    ],
    bad: [
      {
        sample: sampleEssay('the numbers are in [the pay report](http://reports.penny.example/pay)'),
        finds: [
          {
            at: '10:37-10:44',
            message: 'this link is not encrypted',
            hint: 'did you mean https://reports.penny.example/pay?',
          },
        ],
      },
      {
        sample: sampleEssay(
          '> see [the report],\n> or http://penny.example\n\n[the report]: <http://李.example/a>',
        ),
        finds: [
          {
            at: '11:6-11:13',
            message: 'this link is not encrypted',
            hint: 'did you mean https://penny.example?',
          },
          {
            at: '13:16-13:23',
            message: 'this link is not encrypted',
            hint: 'did you mean https://李.example/a?',
          },
        ],
      },
      {
        sample: sampleEssay(
          '[![😀](http://penny.example/a.png)](http://penny.example/a.png) [🚀 `](http://penny.example`](http://penny.example)',
        ),
        finds: [
          {
            at: '10:37-10:44',
            message: 'this link is not encrypted',
            hint: 'did you mean https://penny.example/a.png?',
          },
          {
            at: '10:95-10:102',
            message: 'this link is not encrypted',
            hint: 'did you mean https://penny.example?',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const found of findAddresses(issue)) {
      const { kind, address } = found;
      if (kind === 'image' || !/^http:\/\//i.test(address) || isPlaceholder(address)) continue;
      const web = readWebAddress(address);
      // What answers on a port of its own need not answer with encryption there.
      if (web === undefined || web.port !== undefined || isPrivateHost(web.host)) continue;
      yield {
        place: placeOfPart(found, 0, 'http://'.length),
        message: 'this link is not encrypted',
        hint: `did you mean https://${address.slice('http://'.length)}?`,
      };
    }
  },
};
