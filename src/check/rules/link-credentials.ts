import { findAddresses, placeOfPart } from '../links/find-addresses.ts';
import { readWebAddress } from '../links/read-web-address.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock, sampleEssay } from '../sample.ts';

export const linkCredentials: Rule = {
  name: 'link/credentials',
  severity: 'error',
  what: 'An address holds a user name and a password, as in `https://user:password@…`.',
  why: 'Everybody who gets the mail gets the password; many mail programs do not open such a link at all.',
  fix: 'Delete everything between `//` and `@`, the `@` too, and change the password if it was sent.',
  samples: () => ({
    good: [
      sampleEssay(
        '[a](https://penny.example/@penny:talks) [b](mailto:hello@penny.example) [c](https://penny.example:8080/?to=a:b@c) [d](https://penny@git.penny.example)',
      ),
    ],
    bad: [
      {
        sample: sampleEssay(
          'the slides are on [our drive](https://penny:hunter2@files.penny.example/slides)',
        ),
        finds: [
          {
            at: '10:39-10:53',
            message: 'this link holds a name and a password',
            hint: 'did you mean https://files.penny.example/slides?',
          },
        ],
      },
      {
        sample: sampleBlock(
          '---open role\ntitle: vp of sales\napply: https://me:x@penny.example/vp\n---\n\n- series a',
        ),
        finds: [
          {
            at: '9:16-9:21',
            message: 'this link holds a name and a password',
            hint: 'did you mean https://penny.example/vp?',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const found of findAddresses(issue)) {
      const { credentials, hostStart = 0 } = readWebAddress(found.address) ?? {};
      if (credentials === undefined || !/^[^:]+:./.test(credentials)) continue;
      const length = credentials.length + 1;
      const start = hostStart - length;
      yield {
        place: placeOfPart(found, start, length),
        message: 'this link holds a name and a password',
        hint: `did you mean ${found.address.slice(0, start)}${found.address.slice(hostStart)}?`,
      };
    }
  },
};
