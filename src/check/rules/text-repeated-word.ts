import { isEnglish } from '../reading/is-english.ts';
import type { Rule } from '../rule.ts';
import { sampleEssay } from '../sample.ts';
import { findInReadableText } from '../search/find-in-readable-text.ts';

/** Words that English never repeats on purpose; “that that” and “had had” can be right. */
const repeated =
  /(?<![\p{L}\p{N}’'-])(the|a|an|and|of|to|for|with|at|from|your|their|our|we|they|or|if|but|are|be)[ \u00a0]+\1(?![\p{L}\p{N}’'-])/giu;

export const textRepeatedWord: Rule = {
  name: 'text/repeated-word',
  severity: 'note',
  what: 'A small word stands twice in a row: “the the”.',
  why: 'The eye of its author skips it, and that of a reader does not.',
  fix: 'Delete one of the two.',
  samples: () => ({
    good: [
      sampleEssay(
        'he had had enough of that that day. what it is is this. bye bye, so so. the The; to to-do lists; or or-gates',
      ),
    ],
    bad: [
      {
        sample: sampleEssay('who has the the upper hand?'),
        finds: [{ at: '10:9-10:16', message: '“the” stands here twice', hint: 'delete one of the two' }],
      },
    ],
  }),
  *check({ issue, newsletter }) {
    if (!isEnglish({ issue, newsletter })) return;
    for (const { text, place } of findInReadableText(issue, repeated)) {
      const [word = '', again = ''] = text.split(/\s+/);
      // “the The” is a name, “a A” a grade.
      if (/\p{Lu}/u.test(again)) continue;
      yield { place, message: `“${word}” stands here twice`, hint: 'delete one of the two' };
    }
  },
};
