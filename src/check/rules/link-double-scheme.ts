import { brokenStartOf, withStartMended } from '../links/broken-start.ts';
import { findAddresses, placeOfPart } from '../links/find-addresses.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock, sampleEssay } from '../sample.ts';

export const linkDoubleScheme: Rule = {
  name: 'link/double-scheme',
  severity: 'error',
  what: 'An address starts with `https://` twice, or with a broken one such as `https:/`, `http//` or `htps://`.',
  why: 'Readers who click it land nowhere, and a mail cannot be mended once it is sent.',
  fix: 'Write `https://` once, and open the link to see that it works.',
  samples: () => ({
    good: [
      sampleEssay(
        '[a](https://web.archive.example/2026/https://penny.example) [b](https://https.example) [c](https://penny.example//a) [d](https/a) [e](http:) [f](ftp://penny.example) [g](sftp://penny.example)',
      ),
    ],
    bad: [
      {
        sample: sampleBlock(
          '---open role\ntitle: vp of sales\napply: https://https://jobs.example.com/vp\n---\n\n- series a',
        ),
        finds: [
          {
            at: '9:8-9:24',
            message: '“https://https://” opens no page',
            hint: 'did you mean https://jobs.example.com/vp?',
          },
        ],
      },
      {
        sample: sampleEssay(
          '[a](http//penny.example) [b](https:/penny.example) ![c](https://www.https://penny.example/c.png)\n\n[d]: https:///penny.example',
        ),
        finds: [
          {
            at: '10:5-10:11',
            message: '“http//” opens no page',
            hint: 'did you mean https://penny.example?',
          },
          {
            at: '10:30-10:37',
            message: '“https:/” opens no page',
            hint: 'did you mean https://penny.example?',
          },
          {
            at: '10:57-10:77',
            message: '“https://www.https://” opens no page',
            hint: 'did you mean https://penny.example/c.png?',
          },
          {
            at: '12:6-12:15',
            message: '“https:///” opens no page',
            hint: 'did you mean https://penny.example?',
          },
        ],
      },
      {
        sample: sampleEssay(
          '[a](htps://penny.example) [b](http:penny.example) ![c](hhttps://penny.example/c.png)',
        ),
        finds: [
          {
            at: '10:5-10:12',
            message: '“htps://” opens no page',
            hint: 'did you mean https://penny.example?',
          },
          {
            at: '10:31-10:36',
            message: '“http:” opens no page',
            hint: 'did you mean https://penny.example?',
          },
          {
            at: '10:56-10:65',
            message: '“hhttps://” opens no page',
            hint: 'did you mean https://penny.example/c.png?',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const found of findAddresses(issue)) {
      const start = brokenStartOf(found.address);
      if (start === undefined) continue;
      yield {
        place: placeOfPart(found, 0, start.length),
        message: `“${start}” opens no page`,
        hint: `did you mean ${withStartMended(found.address, start)}?`,
      };
    }
  },
};
