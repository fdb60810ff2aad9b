import { findTextLinks } from '../links/find-text-links.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

/** Spaces of all kinds, signs that are not drawn, and the letters that fonts leave empty. */
const unseen = /^[\s\p{Cf}\p{Cc}\u{115f}\u{1160}\u{2800}\u{3164}\u{ffa0}]*$/u;

export const linkEmptyText: Rule = {
  name: 'link/empty-text',
  severity: 'error',
  what: 'A link has no text, or holds only an image without a description.',
  why: 'Nobody can see it, or click it; a screen reader reads the address out instead.',
  fix: 'Write what readers should click between the brackets, or describe the image.',
  samples: () => ({
    good: [
      sampleEssay(
        '[→](https://penny.example) [![offers by month](https://images.example.com/a.png)](https://penny.example) [{{firstName}}](https://penny.example) [`a`](https://penny.example)',
      ),
    ],
    bad: [
      {
        sample: sampleEssay('see the pay report [](https://penny.example/pay)'),
        finds: [
          {
            at: '10:20-10:49',
            message: 'this link has no text',
            hint: 'write it between the brackets: [the pay report](https://…)',
          },
        ],
      },
      {
        sample: sampleEssay(
          '[\u{200b} <b></b>][a] [![](https://images.example.com/a.png)](https://penny.example)\n\n[a]: https://penny.example',
        ),
        finds: [
          {
            at: '10:1-10:15',
            message: 'this link has no text',
            hint: 'write it between the brackets: [the pay report](https://…)',
          },
          {
            at: '10:16-10:78',
            message: 'this link is an image without a description',
            hint: 'say where it leads: [![the pay report](https://…)](https://…)',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const { text, place, node } of findTextLinks(issue)) {
      if (!unseen.test(text)) continue;
      const isImage = node.children.some(({ type }) => type === 'image' || type === 'imageReference');
      yield isImage
        ? {
            place,
            message: 'this link is an image without a description',
            hint: 'say where it leads: [![the pay report](https://…)](https://…)',
          }
        : {
            place,
            message: 'this link has no text',
            hint: 'write it between the brackets: [the pay report](https://…)',
          };
    }
  },
};
