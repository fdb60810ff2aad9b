import { findInCandidates } from '../candidates/find-in-candidate.ts';
import { sampleCandidate } from '../candidates/sample-candidate.ts';
import { isEnglish } from '../reading/is-english.ts';
import { quote } from '../reading/quote.ts';
import type { Rule } from '../rule.ts';
import { sampleBlock } from '../sample.ts';

/** “ms teams” is a program, “female founders” may be customers. */
const titles =
  /(?<![\p{L}\p{N}_-])(?:(?:mr|mrs|ms)\.?(?= (?!(?:access|azure|dynamics|excel|in|office|project|sql|teams|windows|word)(?!\p{L}))\p{L})|(?:only|first) (?:female|male|woman|man|lady)(?![\p{L}\p{N}]))/giu;

/** In capitals they are abbreviations. “he or she” and “s/he” tell nothing, and are matched to be left alone. */
const pronouns =
  /(?<![\p{L}\p{N}_/-])(?:(?:[Hh]e|[Ss]he|[Hh]is|[Hh]im|[Hh]er)(?: or |\/)(?:he|she|his|him|hers?)|[Ss]\/he|[Hh]e|[Ss]he|[Hh]is|[Hh]im|[Hh]ers?|[Hh]imself|[Hh]erself)(?![\p{L}\p{N}_-])/gu;

const instead: Readonly<Record<string, string>> = {
  he: '“they”',
  she: '“they”',
  his: '“their”',
  him: '“them”',
  her: '“their” or “them”',
  hers: '“theirs”',
  himself: '“themselves”',
  herself: '“themselves”',
};

export const candidatePronoun: Rule = {
  name: 'candidate/pronoun',
  severity: 'warning',
  what: 'A pronoun or a title in an active candidate, in English, tells whether it is a man or a woman.',
  why: 'It halves the number of people it can be, and invites a choice that must not depend on it.',
  fix: 'Write `they`, `their` or `them`, or leave the pronoun out.',
  samples: () => ({
    good: [
      sampleCandidate(
        '- they want a team of their own; he or she, s/he; HIS and HER2 research, the hero’s helm',
      ),
      sampleCandidate('- they/them, ms teams and MS in finance, sold to female founders'),
      {
        files: {
          'issues/001-sample.md':
            '---\ntitle: a\nnumber: 1\ndate: 2026-11-23\nlang: de\n---\n\n---active candidate\ntitle: vertrieb\n---\n\n- war von her ein verkäufer\n',
        },
        excerpt: '- war von her ein verkäufer',
      },
    ],
    bad: [
      {
        sample: sampleCandidate('- built her team from 2 to 15 herself'),
        finds: [
          {
            at: '11:9-11:12',
            message: '“her” tells the gender',
            hint: 'write “their” or “them”, or leave it out',
          },
          {
            at: '11:31-11:38',
            message: '“herself” tells the gender',
            hint: 'write “themselves”, or leave it out',
          },
        ],
      },
      {
        sample: sampleCandidate('- the only female vp, asked for by ms. doe'),
        finds: [
          { at: '11:7-11:18', message: '“only female” tells the gender', hint: 'leave it out' },
          { at: '11:36-11:39', message: '“ms.” tells the gender', hint: 'leave it out' },
        ],
      },
      {
        sample: sampleBlock(
          '---active candidate\ntitle: vp of sales\ncta: { lead: want to chat with him? }\n---\n\n- He’s the *hero* of sales (she/her)',
        ),
        finds: [
          { at: '9:32-9:35', message: '“him” tells the gender', hint: 'write “them”, or leave it out' },
          { at: '12:3-12:5', message: '“He” tells the gender', hint: 'write “they”, or leave it out' },
          { at: '12:29-12:36', message: '“she/her” tells the gender', hint: 'leave it out' },
        ],
      },
    ],
  }),
  *check(context) {
    if (!isEnglish(context)) return;
    for (const { text, place } of findInCandidates(context.issue, pronouns)) {
      if (isEitherGender(text)) continue;
      const better = instead[text.toLowerCase()];
      const hint = better === undefined ? 'leave it out' : `write ${better}, or leave it out`;
      yield { place, message: `${quote(text)} tells the gender`, hint };
    }
    for (const { text, place } of findInCandidates(context.issue, titles)) {
      yield { place, message: `${quote(text)} tells the gender`, hint: 'leave it out' };
    }
  },
};

/** “she/her” are two pronouns of one person, “he or she” are those of anybody. */
function isEitherGender(text: string): boolean {
  const words = text.toLowerCase().split(/ or |\//);
  return (
    words[0] === 's' ||
    new Set(words.map((word) => word.startsWith('she') || word.startsWith('her'))).size > 1
  );
}
