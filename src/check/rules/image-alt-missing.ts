import { findNodes } from '../markdown/markdown-nodes.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

const hint = 'write what it shows between the brackets: ![offers by month](…)';

export const imageAltMissing: Rule = {
  name: 'image/alt-missing',
  severity: 'warning',
  what: 'An image has no description.',
  why: 'Many mail programs show no images until they are asked to, and a screen reader has only these words.',
  fix: 'Write what the image shows between its brackets: `![offers by month](https://…)`.',
  samples: () => ({
    good: [sampleEssay('![offers by month](https://images.example.com/offers.png)')],
    bad: [
      {
        sample: sampleEssay(
          'see ![](https://images.example.com/offers.png) and ![ ][offers]\n\n[offers]: https://images.example.com/offers.png',
        ),
        finds: [
          { at: '10:5-10:47', message: 'this image has no description', hint },
          { at: '10:52-10:64', message: 'this image has no description', hint },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const { node, place } of findNodes(issue, 'image', 'imageReference')) {
      if (node.alt?.trim()) continue;
      yield { place, message: 'this image has no description', hint };
    }
  },
};
