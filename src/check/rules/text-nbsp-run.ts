import type { Rule } from '../rule.ts';
import { sampleBlock, sampleEssay, sampleFrontMatter } from '../sample.ts';
import { findInReadableText } from '../search/find-in-readable-text.ts';

/**
 * A whole run of spaces that holds one which does not break or a tab. Behind `>` may stand the indentation of a
 * quote.
 */
const run = /(?<![\s>])[ \t\u00a0\u2007\u202f]*[\t\u00a0\u2007\u202f][ \t\u00a0\u2007\u202f]*/g;
const message = 'a row of no-break spaces stands here, as a word processor leaves them';
const hint = 'write one plain space, or make it a list or a table';

export const textNbspRun: Rule = {
  name: 'text/nbsp-run',
  severity: 'note',
  what: 'Two or more no-break spaces or tabs stand in a row.',
  why: 'A word processor lined something up with them; in a mail it is a gap, and on a telephone a broken line.',
  fix: 'Write one plain space, or make it a list or a table.',
  samples: () => ({
    good: [
      sampleEssay('qui décide\u202f? «\u00a0moi\u00a0», $23\u00a0m in arr,  two plain spaces, one\ttab'),
      sampleEssay('- a point\n\t\tthat goes on\n\n> quoted\n> \t\ton\n\n`a\u00a0\u00a0b`\n\n\t\tcode\n'),
    ],
    bad: [
      {
        sample: sampleBlock(
          '---open role\ntitle: vp of sales\napply: mailto:hello@penny.example\n---\n\n- pay:\u00a0\u00a0\u00a0$200k',
        ),
        finds: [{ at: '12:7-12:10', message, hint }],
      },
      {
        sample: sampleEssay('\u00a0\u00a0\u00a0who decides?\u00a0 \u00a0you\u00a0\tor\t\tthem'),
        finds: [
          { at: '10:1-10:4', message, hint },
          { at: '10:16-10:19', message, hint },
          { at: '10:22-10:24', message, hint },
          { at: '10:26-10:28', message: 'a row of tabs stands here, as a word processor leaves them', hint },
        ],
      },
      {
        sample: sampleFrontMatter('title: two\u00a0\u00a0way street\nnumber: 1\ndate: 2026-11-23'),
        finds: [{ at: '2:11-2:13', message, hint }],
      },
    ],
  }),
  *check({ issue }) {
    for (const { text, place } of findInReadableText(issue, run)) {
      const wide = text.replaceAll(' ', '');
      const tabsOnly = !/[^\t]/.test(wide);
      // Tabs that begin a line only indent it.
      if (wide.length < 2 || (tabsOnly && place.column === 1)) continue;
      yield {
        place,
        message: tabsOnly ? message.replace('no-break spaces', 'tabs') : message,
        hint,
      };
    }
  },
};
