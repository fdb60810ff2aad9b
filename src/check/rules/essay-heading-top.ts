import { headingsOf, placeOfSigns } from '../essays/headings.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock, sampleEssay } from '../sample.ts';

export const essayHeadingTop: Rule = {
  name: 'essay/heading-top',
  severity: 'note',
  what: 'A heading within an issue has a single `#`.',
  why: 'That is the level of the issue’s title, of which every mail and page has one already.',
  fix: 'Write `##`, and one `#` more in the headings below it.',
  samples: () => ({
    good: [sampleEssay('## candidates:\n\n#1 of 2\n\n`# a`\n\n    # b\n\n> # c')],
    bad: [
      {
        sample: sampleEssay('# candidates:\n\nyou gotta earn it.'),
        finds: [{ at: '10:1-10:2', message: 'this heading is on the level of the title', hint: 'write ##' }],
      },
      {
        sample: sampleBlock(
          'hi\n\n---open role\ntitle: vp of sales\napply: https://jobs.example.com/vp\n---\n\nmust have\n===\n\n- series a',
        ),
        finds: [
          {
            at: '14:1-15:4',
            message: 'this heading is on the level of the title',
            hint: 'write ## in front, and delete the line below it',
          },
        ],
      },
    ],
  }),
  *check({ issue }) {
    const lines = issue.source.split('\n');
    for (const root of [issue.introduction, ...issue.blocks.map(({ body }) => body)]) {
      for (const heading of headingsOf(root)) {
        const place = placeOfSigns(heading, lines);
        if (heading.depth !== 1 || place === undefined) continue;
        const isSigned = place.line === place.endLine && place.endColumn === place.column + 1;
        yield {
          place,
          message: 'this heading is on the level of the title',
          hint: isSigned ? 'write ##' : 'write ## in front, and delete the line below it',
        };
      }
    }
  },
};
