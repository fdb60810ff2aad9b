import { essaysOf } from '../essays/essays.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import { onlyBlocks } from '../markdown/only-blocks.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

export const essayCodeBlock: Rule = {
  name: 'essay/code-block',
  severity: 'note',
  what: 'Four or more spaces in front of a line of the essay make code of it.',
  why: 'Pasted text often has them: it is published in the type of code, and its links and emphasis do not work.',
  fix: 'Delete the spaces; if it is code, put a line of three backquotes above and below it.',
  samples: () => ({
    good: [
      sampleEssay(
        '```\nselect 1\n```\n\n   three spaces\n    and one line more\n\n- a\n\n    b\n\n> ~~~\n> c\n> ~~~',
      ),
    ],
    bad: [
      {
        sample: sampleEssay('as she said:\n\n    you gotta **earn** it.\n    try.'),
        finds: [
          {
            at: '12:1-13:9',
            message: 'the spaces in front make code of this',
            hint: 'delete them, or put a line ``` above and below code',
          },
        ],
      },
      {
        sample: sampleEssay('- a\n\n      b\n\n>     ```'),
        finds: [
          {
            at: '12:3-12:8',
            message: 'the spaces in front make code of this',
            hint: 'delete them, or put a line ``` above and below code',
          },
          {
            at: '14:3-14:10',
            message: 'the spaces in front make code of this',
            hint: 'delete them, or put a line ``` above and below code',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const lines = issue.source.split('\n');
    for (const { place } of findNodes(onlyBlocks(issue, essaysOf(issue)), 'code')) {
      const line = lines[place.line - 1]?.slice(place.column - 1) ?? '';
      // A fence is where its code starts; what is indented starts with its spaces.
      if (/^(?:`{3}|~{3})/.test(line)) continue;
      yield {
        place,
        message: 'the spaces in front make code of this',
        hint: 'delete them, or put a line ``` above and below code',
      };
    }
  },
};
