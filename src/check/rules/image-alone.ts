import type { Nodes } from 'mdast';
import { findNodes } from '../markdown/markdown-nodes.ts';
import { onlyBlocks } from '../markdown/only-blocks.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock, sampleEssay } from '../sample.ts';

const hint = 'write what it says as text, below the image';

export const imageAlone: Rule = {
  name: 'image/alone',
  severity: 'warning',
  what: 'A role or the essay consists of nothing but images.',
  why: 'With images off, which is how many inboxes start, nothing is left of it; search engines and spam filters see an empty page.',
  fix: 'Write what the image says as text below it.',
  samples: () => ({
    good: [
      sampleEssay('![offers by month](https://images.example.com/offers.png)\n\nfewer than ever.'),
      sampleEssay('![offers by month](https://images.example.com/offers.png)\n\n`-`'),
    ],
    bad: [
      {
        sample: sampleBlock(
          '---open role\ntitle: vp of sales\napply: https://jobs.example.com/vp\n---\n\n![vp of sales, series a](https://images.example.com/vp.png)',
        ),
        finds: [{ at: '12:1-12:60', message: 'this role is nothing but an image', hint }],
      },
      {
        sample: sampleEssay(
          '<!-- a -->\n\n[![offers][a]](https://penny.example) ![pay][a]\n\n---\n\n[a]: https://images.example.com/offers.png',
        ),
        finds: [{ at: '12:2-12:14', message: 'this essay is nothing but 2 images', hint }],
      },
    ],
  }),
  *check({ issue }) {
    for (const block of issue.blocks) {
      if (block.kind === 'activeCandidate') continue;
      const images = findNodes(onlyBlocks(issue, [block]), 'image', 'imageReference');
      const [first] = images;
      if (first === undefined || holdsText(block.body)) continue;
      const what = block.kind === 'openRole' ? 'this role' : 'this essay';
      const count = images.length === 1 ? 'an image' : `${images.length} images`;
      yield { place: first.place, message: `${what} is nothing but ${count}`, hint };
    }
  },
};

/** Whether anything in a text is words or code, an image’s description apart. */
function holdsText(root: Nodes): boolean {
  const waiting = [root];
  // Not recursive: nothing limits how deep an author nests quotes.
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('children' in next) for (const child of next.children) waiting.push(child);
    else if (next.type === 'mergeTag') return true;
    else if (next.type !== 'html' && 'value' in next && next.value.trim() !== '') return true;
  }
  return false;
}
