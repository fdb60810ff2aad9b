import { findAddresses, placeOfPart } from '../links/find-addresses.ts';
import { isPlaceholder } from '../links/link-address.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

export const imageHttp: Rule = {
  name: 'image/http',
  severity: 'warning',
  what: 'An image is loaded over `http://`.',
  why: 'Mail programs and browsers do not show images that anybody on the way could swap.',
  fix: 'Write `https://`, and open the address once to see that the image is there.',
  samples: () => ({
    good: [
      sampleEssay(
        '![a](https://images.example.com/a.png?from=http://penny.example) [b](http://images.example.com/b.png)',
      ),
    ],
    bad: [
      {
        sample: sampleEssay('![offers by month](http://images.example.com/offers.png)'),
        finds: [
          {
            at: '10:20-10:27',
            message: 'this image is not encrypted',
            hint: 'did you mean https://images.example.com/offers.png?',
          },
        ],
      },
      {
        sample: sampleEssay('> ![offers][a]\n\n[a]: http://images.example.com/offers.png'),
        finds: [
          {
            at: '12:6-12:13',
            message: 'this image is not encrypted',
            hint: 'did you mean https://images.example.com/offers.png?',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const found of findAddresses(issue)) {
      const { kind, address } = found;
      if (kind !== 'image' || !/^http:\/\/[^/]/i.test(address) || isPlaceholder(address)) continue;
      yield {
        place: placeOfPart(found, 0, 'http://'.length),
        message: 'this image is not encrypted',
        hint: `did you mean https://${address.slice('http://'.length)}?`,
      };
    }
  },
};
