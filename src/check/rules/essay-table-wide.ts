import { essaysOf } from '../essays/essays.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import { onlyBlocks } from '../markdown/only-blocks.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

const most = 4;

export const essayTableWide: Rule = {
  name: 'essay/table-wide',
  severity: 'note',
  what: `A table of the essay has more than ${most} columns.`,
  why: 'A telephone is too narrow for it: the columns break into single letters, or the whole mail shrinks.',
  fix: 'Leave columns out, make two tables of it, or write a list.',
  samples: () => ({
    good: [
      sampleEssay('| a | b | c | d |\n| - | - | - | - |\n| 1 | 2 \\| 3 | 4 | 5 |'),
      sampleEssay('a | b | c | d | e'),
    ],
    bad: [
      {
        sample: sampleEssay(
          '| role | base | bonus | equity | city |\n| - | - | - | - | - |\n| vp | 200 | 100 | 1% | sf |',
        ),
        finds: [
          {
            at: '10:1-10:40',
            message: 'this table has 5 columns',
            hint: 'keep to 4, make two tables of it, or write a list',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    for (const { node, place } of findNodes(onlyBlocks(issue, essaysOf(issue)), 'table')) {
      const [head] = node.children;
      const count = head?.children.length ?? 0;
      const end = head?.position?.end;
      if (count <= most) continue;
      yield {
        place: end === undefined ? place : { ...place, endLine: end.line, endColumn: end.column },
        message: `this table has ${count} columns`,
        hint: `keep to ${most}, make two tables of it, or write a list`,
      };
    }
  },
};
