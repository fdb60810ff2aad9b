import type { RootContent } from 'mdast';
import { essaysOf } from '../essays/essays.ts';
import { isShown } from '../essays/is-shown.ts';
import { opensTldr } from '../essays/tldr-boxes.ts';
import type { Rule, Trouble } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

const hint = 'write something below it, or delete it';

export const essayLoneHeading: Rule = {
  name: 'essay/lone-heading',
  severity: 'warning',
  what: 'A heading of the essay has nothing below it: the essay ends there, or a heading of the same or a higher level follows.',
  why: 'It promises a part that is not there.',
  fix: 'Write the part, or delete the heading.',
  samples: () => ({
    good: [
      sampleEssay('## a\n\n### b\n\nb\n\n### TLDR:'),
      sampleEssay('### a\n\n![b](https://images.example.com/b.png)\n\n### c\n\nTLDR:\nyes'),
    ],
    bad: [
      {
        sample: sampleEssay('### hiring managers:\n\n### candidates:\n\nyou gotta earn it.'),
        finds: [{ at: '10:1-10:21', message: 'this heading has nothing below it', hint }],
      },
      {
        sample: sampleEssay(
          '### a\n\n<!-- later -->\n\n## b\n\nb\n\n---\n\nc\n===\n\n[a]: https://penny.example',
        ),
        finds: [
          { at: '10:1-10:6', message: 'this heading has nothing below it', hint },
          { at: '20:1-21:4', message: 'this heading has nothing below it', hint },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const { body } of essaysOf(issue)) yield* findLone(body.children.filter(isShown));
  },
};

function* findLone(nodes: readonly RootContent[]): Iterable<Trouble> {
  for (const [index, node] of nodes.entries()) {
    const next = nodes[index + 1];
    // An empty TLDR has a finding of its own.
    if (node.type !== 'heading' || node.position === undefined || opensTldr(node)) continue;
    if (next !== undefined && (next.type !== 'heading' || next.depth > node.depth)) continue;
    const { start, end } = node.position;
    yield {
      place: { line: start.line, column: start.column, endLine: end.line, endColumn: end.column },
      message: 'this heading has nothing below it',
      hint,
    };
  }
}
