import { placeOfAlt } from '../links/place-of-alt.ts';
import { countCharacters } from '../markdown/list-items.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

const most = 150;

export const imageAltLong: Rule = {
  name: 'image/alt-long',
  severity: 'note',
  what: `The description of an image is longer than ${most} characters.`,
  why: 'A screen reader reads it out in one go, and mail programs that show no images cut it off.',
  fix: 'Say in one sentence what the image shows, and put the rest into the text.',
  samples: () => ({
    good: [
      sampleEssay(`![${'é'.repeat(most)}](https://images.example.com/a.png)`),
      sampleEssay(`![${'👩🏽‍💼'.repeat(most)}](https://images.example.com/a.png)`),
    ],
    bad: [
      {
        sample: sampleEssay(
          '![a chart of all offers that we made in 2026: twelve in january, nine in february, none in march, and then between three and seven a month until november, when it was fifteen](https://images.example.com/offers.png)',
        ),
        finds: [
          {
            at: '10:3-10:175',
            message: 'this description is 172 characters long',
            hint: 'shorten it to at most 150, and put the rest into the text',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const lines = issue.source.split('\n');
    for (const { node, place } of findNodes(issue, 'image', 'imageReference')) {
      const length = (node.alt?.length ?? 0) > most ? countCharacters(node.alt ?? '') : 0;
      if (length <= most) continue;
      yield {
        place: placeOfAlt(lines, place, node),
        message: `this description is ${length} characters long`,
        hint: `shorten it to at most ${most}, and put the rest into the text`,
      };
    }
  },
};
