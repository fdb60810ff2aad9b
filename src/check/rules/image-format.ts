import { localPicturePath } from '../../issue/local-picture.ts';
import { findAddresses, placeOfPart } from '../links/find-addresses.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

/** What to save such an image as instead, by the ending of its name. */
const instead: Readonly<Record<string, string>> = {
  svg: 'png',
  webp: 'png or jpg',
  avif: 'png or jpg',
  heic: 'jpg',
  heif: 'jpg',
  tif: 'png or jpg',
  tiff: 'png or jpg',
  bmp: 'png',
};

export const imageFormat: Rule = {
  name: 'image/format',
  severity: 'warning',
  what: 'An image is a .svg, .webp, .avif, .heic, .tiff or .bmp file.',
  why: 'Gmail, Outlook or Yahoo show nothing in its place; png, jpg and gif work everywhere.',
  fix: 'Save the image as png, for photographs as jpg, and link that file.',
  samples: () => ({
    good: [
      sampleEssay(
        '![a](https://images.example.com/a.PNG?from=a.svg) ![b](https://images.example.com/b.webp?format=png) ![c](https://images.svg.example/c) [d](https://penny.example/d.svg)',
      ),
    ],
    bad: [
      {
        sample: sampleEssay('![offers by month](https://images.example.com/offers.svg)'),
        finds: [
          { at: '10:53-10:57', message: 'many mail programs show no .svg images', hint: 'save it as png' },
        ],
      },
      {
        sample: sampleEssay('![offers][a]\n\n[a]: https://images.example.com/offers.WebP?v=2 "a.webp"'),
        finds: [
          {
            at: '12:39-12:44',
            message: 'many mail programs show no .webp images',
            hint: 'save it as png or jpg',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const found of findAddresses(issue)) {
      const [path = '', query = ''] = found.address.split(/[?#]/, 2);
      const [ending = ''] = /\.[a-z]{3,4}$/i.exec(path) ?? [];
      const format = ending.slice(1).toLowerCase();
      const better = instead[format];
      if (found.kind !== 'image' || better === undefined || localPicturePath(found.address) !== undefined)
        continue;
      // Some hosts convert what they send, as penny does with pictures beside the issue.
      if (/(?:png|jpe?g|gif)\b/i.test(query)) continue;
      yield {
        place: placeOfPart(found, path.length - ending.length, ending.length),
        message: `many mail programs show no .${format} images`,
        hint: `save it as ${better}`,
      };
    }
  },
};
