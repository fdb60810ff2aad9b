import { describeName } from '../never-name/describe-name.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock, sampleWorkspace } from '../sample.ts';

const hint = 'rename the file';

export const neverNameFile: Rule = {
  name: 'never-name/file',
  severity: 'error',
  neverIgnored: true,
  what: 'The name of a file shows an entry of the never-name list: of the issue itself, or of a picture in it.',
  why: 'File names become addresses of pages and pictures, and everybody can read them.',
  fix: 'Rename the file, for example after the block it belongs to: `c1.png`.',
  samples: () => ({
    good: [sampleWorkspace({ 'issues/012-on-trust.md': ['title: on trust\nnumber: 12\ndate: 2026-11-23'] })],
    bad: [
      {
        sample: sampleBlock(
          '---active candidate\ntitle: vp of sales\n---\n\n![offers by month](https://images.penny.example/c1.png) ![me](assets/jane-doe.png)',
        ),
        finds: [{ at: '11:70-11:71', message: 'the file name shows never-name entry 2', hint }],
      },
      {
        sample: sampleWorkspace({
          'issues/012-at-initech.md': ['title: on trust\nnumber: 12\ndate: 2026-11-23'],
        }),
        finds: [{ at: '1:1-1:2', message: 'the file name shows never-name entry 1', hint }],
      },
    ],
  }),
  *check({ names }) {
    for (const name of names) {
      if (name.within === 'file')
        yield { place: name.place, message: describeName('the file name', name), hint };
    }
  },
};
