import { describeName } from '../never-name/describe-name.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock } from '../sample.ts';

const hint =
  'use mailto: with your own address, or name the company: if the client agreed and take it off the list';

export const neverNameLink: Rule = {
  name: 'never-name/link',
  severity: 'error',
  neverIgnored: true,
  what: 'The address of a link shows an entry of the never-name list.',
  why: 'Job boards carry the name of the company in their addresses: whoever points at the button reads it.',
  fix: 'Use `mailto:` with your own address, or name the company if the client agreed.',
  samples: () => ({
    good: [
      sampleBlock(
        '---open role\ntitle: vp of sales\napply: https://jobs.example.com/vp-of-sales\n---\n\n- series a',
      ),
    ],
    bad: [
      {
        sample: sampleBlock(
          '---open role\ntitle: vp of sales\napply: https://jobs.lever.co/initech/1\n---\n\n- see https://getinitech.example/%69nitech',
        ),
        finds: [
          { at: '9:30-9:31', message: 'the link itself shows never-name entry 1', hint },
          { at: '12:18-12:19', message: 'the link itself shows never-name entry 1', hint },
          { at: '12:34-12:35', message: 'the link itself shows never-name entry 1', hint },
        ],
      },
    ],
  }),
  *check({ names }) {
    for (const name of names) {
      if (name.within === 'link')
        yield { place: name.place, message: describeName('the link itself', name), hint };
    }
  },
};
