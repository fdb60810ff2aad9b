import { findNodes } from '../markdown/markdown-nodes.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock, sampleEssay } from '../sample.ts';
import { findInWrittenText } from '../search/find-in-written-text.ts';

/** Names of letters and numbers; `[^a-z]` is a sign that programmers know. */
const reference = /(?<!\\)\[\^(?!.-.\])[\p{L}\p{N}][\p{L}\p{N}_-]{0,30}\]/gu;

export const essayFootnoteMissing: Rule = {
  name: 'essay/footnote-missing',
  severity: 'warning',
  what: 'A reference such as `[^1]` has no footnote `[^1]: …` in its block.',
  why: 'Readers see the brackets.',
  fix: 'Write the footnote on a line of its own, below the paragraph. Every block needs its own.',
  samples: () => ({
    good: [
      sampleEssay('yes[^1], `[^2]`, \\[^3], \\[^4\\], [^a-z], [^], [^ 5], [6]\n\n[^1]: mostly'),
      sampleBlock('---penny for my thoughts\ntitle: why[^1]?\n---\n\nwho has control?'),
    ],
    bad: [
      {
        sample: sampleEssay('candidates have the upper hand.[^1]'),
        finds: [
          {
            at: '10:32-10:36',
            message: '“[^1]” has no footnote',
            hint: 'add a line [^1]: with its text to this block',
          },
        ],
      },
      {
        sample: sampleBlock('**yes[^warum]**\n\n---penny for my thoughts\n---\n\nno[^warum]\n\n[^warum]: 1'),
        finds: [
          { at: '7:6-7:14', message: '“[^warum]” has no footnote', hint: 'copy line 14 into this block' },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const footnotes = findNodes(issue, 'footnoteDefinition');
    const lines = new Map(footnotes.map(({ node, place }) => [node.identifier, place.line]));
    for (const { text, place } of findInWrittenText(issue, reference)) {
      const line = lines.get(text.slice(2, -1).toLowerCase());
      yield {
        place,
        message: `“${text}” has no footnote`,
        hint:
          line === undefined
            ? `add a line ${text}: with its text to this block`
            : `copy line ${line} into this block`,
      };
    }
  },
};
