import { sectionsOf } from '../links/sections.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock, sampleEssay } from '../sample.ts';

export const linkUnusedDefinition: Rule = {
  name: 'link/unused-definition',
  severity: 'note',
  what: 'A line such as `[pay]: https://…` gives an address, and nothing in its block links there.',
  why: 'Readers do not see such a line: a link was forgotten, or its name was typed in another way.',
  fix: 'Link some words to it, such as `[the pay report][pay]`, or delete the line. Every block needs its own.',
  samples: () => ({
    good: [
      sampleEssay(
        '[the report][Pay], [pay], ![offers][]\n\n[pay]: https://penny.example/pay\n[offers]: https://images.example.com/offers.png\n\n[//]: # (a comment)',
      ),
    ],
    bad: [
      {
        sample: sampleEssay('see the pay report.\n\n[pay]: https://penny.example/pay'),
        finds: [
          {
            at: '12:1-12:33',
            message: 'nothing in this block links to “pay”',
            hint: 'link words to it, such as [the report][pay], or delete this line',
          },
        ],
      },
      {
        sample: sampleBlock(
          '[a]\n\n[a]: https://penny.example/1\n[A]: https://penny.example/2\n\n---penny for my thoughts\n---\n\n[a]: https://penny.example',
        ),
        finds: [
          {
            at: '10:1-10:29',
            message: '“A” has an address already, in line 9',
            hint: 'delete this line, or give it another name',
          },
          {
            at: '15:1-15:27',
            message: 'nothing in this block links to “a”',
            hint: 'link words to it, such as [the report][a], or delete this line',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const section of sectionsOf(issue)) {
      const references = findNodes(section, 'linkReference', 'imageReference');
      const used = new Set(references.map(({ node }) => node.identifier));
      const lines = new Map<string, number>();
      for (const { node, place } of findNodes(section, 'definition')) {
        const name = node.label ?? node.identifier;
        const line = lines.get(node.identifier);
        lines.set(node.identifier, line ?? place.line);
        // `[//]: #` is how markdown writes comments.
        if (node.url === '#' || node.url === '') continue;
        if (line !== undefined) {
          const message = `${quote(name)} has an address already, in line ${line}`;
          yield { place, message, hint: 'delete this line, or give it another name' };
        } else if (!used.has(node.identifier)) {
          const message = `nothing in this block links to ${quote(name)}`;
          yield {
            place,
            message,
            hint: `link words to it, such as [the report][${name}], or delete this line`,
          };
        }
      }
    }
  },
};
