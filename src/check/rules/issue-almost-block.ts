import { almostFence } from '../../issue/almost-fence.ts';
import type { WrittenIssue } from '../../issue/issue.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

export const issueAlmostBlock: Rule = {
  name: 'issue/almost-a-block',
  severity: 'error',
  what: 'A line looks like the start of a block and is none: its dashes or its name are not quite right.',
  why: 'The block would be published as a part of the text above it, with its fields for everybody to read.',
  fix: 'Write three plain dashes and the name in column 1, such as `---open role`; put `\\` in front if it is text.',
  samples: () => ({
    good: [
      sampleEssay(
        '- open role\n\n— an open role is a promise\n\n```\n--open role\n```\n\nopen role -- filled',
      ),
      sampleEssay('\\---open role is how a block begins'),
    ],
    bad: [
      {
        sample: sampleEssay('what a week.\n\n—-open role\ntitle: vp of sales\n\n---*open role*'),
        finds: [
          { at: '12:1-12:12', message: 'this looks like a block, and is text', hint: 'write ---open role' },
          { at: '15:1-15:15', message: 'this looks like a block, and is text', hint: 'write ---open role' },
        ],
      },
      {
        sample: sampleEssay('--Active  Candidate\n\n---\u00a0penny for my thoughts'),
        finds: [
          {
            at: '10:1-10:20',
            message: 'this looks like a block, and is text',
            hint: 'write ---active candidate',
          },
          {
            at: '12:1-12:26',
            message: 'this looks like a block, and is text',
            hint: 'write ---penny for my thoughts',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const passed = linesOfCode(issue);
    for (const [index, text] of issue.source.split('\n').entries()) {
      const line = index + 1;
      const name = almostFence(text);
      if (name === undefined || passed.has(line)) continue;
      yield {
        place: { line, column: 1, endLine: line, endColumn: text.length + 1 },
        message: 'this looks like a block, and is text',
        hint: `write ---${name}`,
      };
    }
  },
};

function linesOfCode(issue: WrittenIssue): ReadonlySet<number> {
  return new Set(
    findNodes(issue, 'code').flatMap(({ place }) =>
      Array.from({ length: place.endLine - place.line + 1 }, (_, index) => place.line + index),
    ),
  );
}
