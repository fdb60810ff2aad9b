import { findNodes } from '../markdown/markdown-nodes.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock, sampleEssay } from '../sample.ts';
import { findInWrittenText } from '../search/find-in-written-text.ts';

/** Two pairs of brackets; after a letter they are code, as in `list[i][j]`, and with `^` footnotes. */
const reference = /(?<![\p{L}\p{N}\])\\])\[[^[\]\\^\n]{1,80}\]\[[^[\]\\^\n]{0,80}\](?!\[)/gu;

export const linkMissingDefinition: Rule = {
  name: 'link/missing-definition',
  severity: 'warning',
  what: 'A link such as `[the report][pay]` has no line `[pay]: https://…` in its block.',
  why: 'Without it, it is no link: readers see the brackets.',
  fix: 'Add the line below the paragraph. Every block needs its own: a line in another block does not count.',
  samples: () => ({
    good: [
      sampleEssay(
        '[the report][pay], list[i][j], `[a][b]`, \\[a\\]\\[b\\], [1][2], [sic] [^1][^2]\n\n[pay]: https://penny.example/pay',
      ),
    ],
    bad: [
      {
        sample: sampleEssay('see [the report][pay] before you ask.'),
        finds: [
          {
            at: '10:5-10:22',
            message: '“[the report][pay]” is no link yet: nothing says what “pay” is',
            hint: 'add a line [pay]: https://… to this block',
          },
        ],
      },
      {
        sample: sampleBlock(
          '- [李][] asks\n\n---penny for my thoughts\n---\n\na [李]\n\n[李]: https://penny.example',
        ),
        finds: [
          {
            at: '7:3-7:8',
            message: '“[李][]” is no link yet: nothing says what “李” is',
            hint: 'copy line 14 into this block',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const definitions = findNodes(issue, 'definition');
    const lines = new Map(definitions.map(({ node, place }) => [node.identifier, place.line]));
    for (const { text, place } of findInWrittenText(issue, reference)) {
      const [words = '', label = ''] = text.slice(1, -1).split('][');
      const name = label === '' ? words : label;
      // Numbers are sources: the author lists them somewhere.
      if (name.trim() === '' || /^[\d\s[\]]+$/.test(text)) continue;
      const line = lines.get(name.trim().replaceAll(/\s+/g, ' ').toLowerCase());
      yield {
        place,
        message: `${quote(text)} is no link yet: nothing says what ${quote(name)} is`,
        hint:
          line === undefined
            ? `add a line [${name}]: https://… to this block`
            : `copy line ${line} into this block`,
      };
    }
  },
};
