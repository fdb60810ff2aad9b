import { isPlaceholder } from '../links/link-address.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import { placeOfField } from '../reading/field-place.ts';
import { quote } from '../reading/quote.ts';
import type { Rule, Trouble } from '../rule.ts';
import { sampleBlock, sampleEssay } from '../sample.ts';

const hint = 'paste the real link before sending';

export const linkPlaceholder: Rule = {
  name: 'link/placeholder',
  severity: 'error',
  what: 'A link or an image, or the `apply` of a role, still has the address that stood in for the real one.',
  why: 'Readers who click it land nowhere, and a mail cannot be mended once it is sent.',
  fix: 'Paste the real address. Names below a reserved host, such as `jobs.example.com`, are left alone.',
  samples: () => ({
    good: [
      sampleBlock(
        '---open role\ntitle: vp of sales\napply: https://jobs.example.com/vp-of-sales\n---\n\n- series a',
      ),
      sampleEssay(
        '[ask me](mailto:hello@penny.example) about example.com, or see https://todo.penny.example/list',
      ),
    ],
    bad: [
      {
        sample: sampleBlock(
          '---open role\ntitle: vp of sales\napply: https://example.com/jobs\n---\n\n- series a',
        ),
        finds: [{ at: '9:8-9:32', message: '“https://example.com/jobs” looks like a placeholder', hint }],
      },
      {
        sample: sampleEssay(
          '[apply here](#) or [there](), see ![a chart](TODO) and [this], [call](tel:)\n\n[this]: https://www.example.com',
        ),
        finds: [
          { at: '10:1-10:16', message: '“#” looks like a placeholder', hint },
          { at: '10:20-10:29', message: 'this link is empty', hint },
          { at: '10:35-10:51', message: '“TODO” looks like a placeholder', hint },
          { at: '10:64-10:76', message: '“tel:” looks like a placeholder', hint },
          { at: '12:1-12:32', message: '“https://www.example.com” looks like a placeholder', hint },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const { node, place } of findNodes(issue, 'link', 'image', 'definition')) {
      if (isPlaceholder(node.url)) yield trouble(node.url, place);
    }
    for (const block of issue.blocks) {
      if (block.kind !== 'openRole' || block.fields.apply === undefined) continue;
      if (isPlaceholder(block.fields.apply)) yield trouble(block.fields.apply, placeOfField(block, 'apply'));
    }
  },
};

function trouble(address: string, place: Trouble['place']): Trouble {
  const message = address.trim() === '' ? 'this link is empty' : `${quote(address)} looks like a placeholder`;
  return { place, message, hint };
}
