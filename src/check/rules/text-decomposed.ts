import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';
import { findInReadableText } from '../search/find-in-readable-text.ts';

/** A letter and the marks behind it, where one character for both exists. */
const decomposed = /\p{L}\p{M}+/gu;
const hint = 'type the word anew, or save the file with composed letters (NFC)';

export const textDecomposed: Rule = {
  name: 'text/decomposed',
  severity: 'note',
  what: 'A letter and its accent are two characters where there is one for both, as some programs on a Mac write them.',
  why: 'Some mail programs show the accent beside the letter, and a search for the word finds nothing.',
  fix: 'Type the word anew, or save the file with composed letters (NFC).',
  samples: () => ({
    good: [sampleEssay('Jürgen, São, क्षि, x̄')],
    bad: [
      {
        sample: sampleEssay('Ju\u0308rgen and Ame\u0301lie'),
        finds: [
          {
            at: '10:2-10:4',
            message: '“ü” is two characters here, and so is one more letter',
            hint,
          },
        ],
      },
      {
        sample: sampleEssay('resume\u0301'),
        finds: [{ at: '10:6-10:8', message: '“é” is two characters here', hint }],
      },
    ],
  }),
  *check({ issue }) {
    const [first, ...others] = findInReadableText(issue, decomposed).filter(
      ({ text }) => text.normalize('NFC').length < text.length,
    );
    if (first === undefined) return;
    const count = others.length;
    const more = count === 1 ? ', and so is one more letter' : `, and so are ${count} more letters`;
    yield {
      place: first.place,
      message: `“${first.text.normalize('NFC')}” is two characters here${count === 0 ? '' : more}`,
      hint,
    };
  },
};
