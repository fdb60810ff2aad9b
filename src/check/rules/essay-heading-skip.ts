import { essaysOf } from '../essays/essays.ts';
import { headingsOf, placeOfSigns } from '../essays/headings.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';

export const essayHeadingSkip: Rule = {
  name: 'essay/heading-skip',
  severity: 'warning',
  what: 'A heading of the essay lies two or more levels below the one before it, such as `####` after `##`.',
  why: 'Screen readers jump from heading to heading, and a missing level sounds like a missing part.',
  fix: 'Give the heading one `#` more than the heading above it, at most.',
  samples: () => ({
    good: [
      sampleEssay('#### a\n\na\n\n## b\n\nb\n\n### c\n\nc\n\n## d\n\nd\n\n> #### e'),
      sampleEssay('a\n---\n\na\n\n### b\n\n`## c`'),
    ],
    bad: [
      {
        sample: sampleEssay('## candidates:\n\nyou gotta earn it.\n\n#### how?\n\nask great questions'),
        finds: [{ at: '14:1-14:5', message: 'the heading above has ##, this one ####', hint: 'write ###' }],
      },
    ],
  }),
  *check({ issue }) {
    const lines = issue.source.split('\n');
    for (const { body } of essaysOf(issue)) {
      let before = 6;
      for (const heading of headingsOf(body)) {
        const place = placeOfSigns(heading, lines);
        if (heading.depth > before + 1 && place !== undefined) {
          const [above, here] = [before, heading.depth].map((depth) => '#'.repeat(depth));
          yield {
            place,
            message: `the heading above has ${above}, this one ${here}`,
            hint: `write ${above}#`,
          };
        }
        before = heading.depth;
      }
    }
  },
};
