import { placeOfAlt } from '../links/place-of-alt.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

const hint = 'write what it shows: ![offers by month](…)';

const fileNames = [
  /[\p{L}\p{N})_-]\.(?:png|jpe?g|gif|webp|svg|heic|heif|tiff?|bmp|avif)$/iu,
  // As cameras, telephones and computers name them, without the ending.
  /^(?:IMG|DSC|DSCN|DSCF|PXL|MVIMG|VID)[-_]?\d{3}[-_\w]*$/i,
  /^(?:screen ?shot|bildschirmfoto|captura de (?:pantalla|tela)|capture d[’']écran|schermafbeelding|schermata|skärmavbild|whatsapp image|屏幕截图|截屏|スクリーンショット)[ _-](?:\(\d+\)$|\d{4}-?\d\d-?\d\d(?:$|[ _-](?:at |um |à |a las |om )?\d))/iu,
  /^(?:image|photo|picture|bild|foto|imagen|unnamed)[ _-]?(?:\d+|\(\d+\))$/i,
];

export const imageAltFileName: Rule = {
  name: 'image/alt-file-name',
  severity: 'warning',
  what: 'The description of an image is the name of a file, such as `IMG_1234.jpg`.',
  why: 'Many mail programs show no images until they are asked to, and a screen reader reads these letters out.',
  fix: 'Write what the image shows between its brackets: `![offers by month](https://…)`.',
  samples: () => ({
    good: [
      sampleEssay(
        '![offers by month, as a jpg](https://images.example.com/IMG_1234.jpg) ![screenshot 2026-11-23 of our inbox](https://images.example.com/a.png) ![img tags explained](https://images.example.com/b.png) ![why nobody uses .webp](https://images.example.com/c.png)',
      ),
    ],
    bad: [
      {
        sample: sampleEssay('![IMG_1234.jpg](https://images.example.com/offers.jpg)'),
        finds: [{ at: '10:3-10:15', message: '“IMG_1234.jpg” is the name of a file', hint }],
      },
      {
        sample: sampleEssay(
          '![Screenshot 2026-11-23 at 10.32.11](https://images.example.com/a.png)\n[![DSC&#95;0042][a]](https://penny.example)\n\n[a]: https://images.example.com/a.png',
        ),
        finds: [
          { at: '10:3-10:36', message: '“Screenshot 2026-11-23 at 10.32.11” is the name of a file', hint },
          { at: '11:2-11:20', message: '“DSC_0042” is the name of a file', hint },
        ],
      },
      {
        sample: sampleEssay('![屏幕截图 2026-11-23 103211](https://images.example.com/a.png)'),
        finds: [{ at: '10:3-10:25', message: '“屏幕截图 2026-11-23 103211” is the name of a file', hint }],
      },
    ],
  }),
  *check({ issue }) {
    const lines = issue.source.split('\n');
    for (const { node, place } of findNodes(issue, 'image', 'imageReference')) {
      const alt = node.alt?.trim() ?? '';
      if (!fileNames.some((pattern) => pattern.test(alt))) continue;
      yield { place: placeOfAlt(lines, place, node), message: `${quote(alt)} is the name of a file`, hint };
    }
  },
};
