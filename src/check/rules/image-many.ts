import { findNodes } from '../markdown/markdown-nodes.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

const most = 10;
const image = '![offers](https://images.example.com/offers.png)';

export const imageMany: Rule = {
  name: 'image/many',
  severity: 'note',
  what: `An issue has more than ${most} images.`,
  why: 'The mail loads slowly on a telephone, and filters take much image and little text for advertising.',
  fix: 'Keep the images that show what words cannot.',
  samples: () => ({
    good: [sampleEssay(`${image}\n`.repeat(most))],
    bad: [
      {
        sample: { ...sampleEssay(`${image}\n`.repeat(12)), excerpt: `${image}\n${image}\n…` },
        finds: [
          {
            at: '20:1-20:49',
            message: 'this is image 11 of 12',
            hint: `keep the ${most} that show what words cannot`,
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const images = findNodes(issue, 'image', 'imageReference');
    const next = images[most];
    if (next === undefined) return;
    yield {
      place: next.place,
      message: `this is image ${most + 1} of ${images.length}`,
      hint: `keep the ${most} that show what words cannot`,
    };
  },
};
