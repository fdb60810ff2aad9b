import { onlyBlocks } from '../markdown/only-blocks.ts';
import { isEnglish } from '../reading/is-english.ts';
import { quote } from '../reading/quote.ts';
import { openRolesOf } from '../roles/open-roles.ts';
import type { Rule, RuleContext, Trouble } from '../rule.ts';
import { findInReadableText } from '../search/find-in-readable-text.ts';
import { findRoleWording } from '../wording/find-role-wording.ts';
import { sampleRoleWording } from '../wording/sample-role-wording.ts';

const means = 'sounds as if only men, or only women, could apply';

/** “he or she” is for everybody. In capitals they are abbreviations. */
const pronouns =
  /(?<![\p{L}\p{N}_/-])(?<! or )(?:[Hh]e|[Ss]he|[Hh]is|[Hh]im|[Hh]er|[Hh]imself|[Hh]erself)(?![\p{L}\p{N}_/-])(?! or (?:she|he|hers?|his|him)(?!\p{L}))/gu;

/** The sentence so far is about whoever gets the job: a pronoun of a boss is fine. */
const aboutEmployee =
  /(?<!\p{L})(?:candidate|applicant|new hire|ideal hire|employee|right person|ideal person|successful person)(?!\p{L})[^.!?;]*$/iu;

/** How far back the word may stand, so that no line takes long. */
const farthest = 150;

const instead: Readonly<Record<string, string>> = {
  he: '“they” or “you”',
  she: '“they” or “you”',
  his: '“their” or “your”',
  her: '“their” or “your”',
  him: '“them” or “you”',
  himself: '“themselves” or “yourself”',
  herself: '“themselves” or “yourself”',
};

export const languageGender: Rule = {
  name: 'language/gender',
  severity: 'warning',
  what: 'A word in an open role, in English, stands for men or for women only: salesman, guys, manpower, or “he” for whoever gets the job.',
  why: 'The others feel that the role is not for them, and in many places an ad must be open to all.',
  fix: 'Write the word that the hint names, or `you`.',
  samples: () => ({
    good: [
      sampleRoleWording(
        '- the candidate knows that he or she (his/her) sells, salespeople\n- works for the ceo, who knows her stuff: she scaled it, a human, a guy fawkes mask\n- HIS software',
      ),
    ],
    bad: [
      {
        sample: sampleRoleWording('- Salesman for us guys\n- the ideal candidate knows his market'),
        finds: [
          { at: '12:3-12:11', message: `“Salesman” ${means}`, hint: 'write “salesperson” or “seller”' },
          { at: '12:19-12:23', message: `“guys” ${means}`, hint: 'write “people” or “everyone”' },
          { at: '13:29-13:32', message: `“his” ${means}`, hint: 'write “their” or “your”' },
        ],
      },
      {
        sample: sampleRoleWording('- sell', ['benefits: ladies first']),
        finds: [{ at: '10:11-10:17', message: `“ladies” ${means}`, hint: 'write “people” or “everyone”' }],
      },
    ],
  }),
  *check(context) {
    yield* findRoleWording(context, 'gender', means);
    yield* findPronouns(context);
  },
};

function findPronouns(context: RuleContext): readonly Trouble[] {
  if (!isEnglish(context)) return [];
  const { issue } = context;
  const lines = issue.source.split('\n');
  return findInReadableText(onlyBlocks(issue, openRolesOf(issue)), pronouns).flatMap(({ text, place }) => {
    const before = (lines[place.line - 1] ?? '').slice(
      Math.max(0, place.column - 1 - farthest),
      place.column - 1,
    );
    if (!aboutEmployee.test(before)) return [];
    const hint = `write ${instead[text.toLowerCase()] ?? '“they” or “you”'}`;
    return [{ place, message: `${quote(text)} ${means}`, hint }];
  });
}
