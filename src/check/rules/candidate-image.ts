import { localPicturePath } from '../../issue/local-picture.ts';
import { candidatesOf } from '../candidates/active-candidates.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { isPublishable } from '../links/link-address.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import { onlyBlocks } from '../markdown/only-blocks.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

const message = 'an image can show who it is';
const hint = 'delete it, and say in words what it shows';

export const candidateImage: Rule = {
  name: 'candidate/image',
  severity: 'warning',
  what: 'An active candidate has an image.',
  why: 'A face, a desk or a certificate shows who it is, and so can what a camera hides in the file.',
  fix: 'Delete it, and say in words what it shows.',
  samples: () => ({
    good: [
      sampleEssay('![offers by month](https://penny.example/offers.png)'),
      sampleCandidate('- drew `![a](b.png)` !'),
    ],
    bad: [
      {
        sample: sampleCandidate('- 15 years in sales\n\n![at work](https://penny.example/c1.jpg)'),
        finds: [{ at: '13:1-13:41', message, hint }],
      },
      {
        sample: sampleCandidate('- ![at work][photo]\n\n[photo]: https://penny.example/c1.jpg'),
        finds: [{ at: '11:3-11:20', message, hint }],
      },
    ],
  }),
  *check({ issue }) {
    for (const { node, place } of findNodes(
      onlyBlocks(issue, candidatesOf(issue)),
      'image',
      'imageReference',
    )) {
      // An address that nobody can be sent to is an error of its own, with the same remedy.
      if (node.type === 'image' && !isPublishable(node.url) && localPicturePath(node.url) === undefined)
        continue;
      yield { place, message, hint };
    }
  },
};
