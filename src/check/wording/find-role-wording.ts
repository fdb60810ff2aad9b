import { onlyBlocks } from '../markdown/only-blocks.ts';
import { isEnglish } from '../reading/is-english.ts';
import { quote } from '../reading/quote.ts';
import { openRolesOf } from '../roles/open-roles.ts';
import type { RuleContext, Trouble } from '../rule.ts';
import { findInReadableText } from '../search/find-in-readable-text.ts';
import { type RoleWording, roleWordings, type WordingGroup } from './role-wording.ts';

/** The words of one group in the open roles of an issue in English. `means` completes ““young” …”. */
export function findRoleWording(
  context: RuleContext,
  group: WordingGroup,
  means: string,
): readonly Trouble[] {
  if (!isEnglish(context)) return [];
  const { issue } = context;
  const wordings = roleWordings.filter((wording) => wording.group === group);
  const known = new Map(wordings.map((wording) => [wording.term, wording]));
  return findInReadableText(onlyBlocks(issue, openRolesOf(issue)), patternOf(wordings)).map(
    ({ text, place }) => {
      const term = text.toLowerCase().replaceAll(/[\s-]/g, ' ').replaceAll("'", '’');
      const instead = (known.get(term) ?? known.get(term.replace(/s$/, '')))?.instead;
      return {
        place,
        message: `${quote(text)} ${means}`,
        hint: instead === undefined ? 'leave it out' : `write ${instead}`,
      };
    },
  );
}

/** Whole words in any case. Of two terms that start alike, the longer one comes first. */
function patternOf(wordings: readonly RoleWording[]): RegExp {
  const longestFirst = wordings.toSorted((left, right) => right.term.length - left.term.length);
  return new RegExp(
    `(?<![\\p{L}\\p{N}_-])(?:${longestFirst.map(formOf).join('|')})(?![\\p{L}\\p{N}_])`,
    'giu',
  );
}

function formOf({ term, notAfter = [], notBefore = [] }: RoleWording): string {
  const before = notAfter.length === 0 ? '' : `(?<!(?:${notAfter.map(wordsOf).join('|')}) )`;
  const after = notBefore.length === 0 ? '' : `(?![ -](?:${notBefore.map(wordsOf).join('|')}))`;
  return `${before}${wordsOf(term)}s?${after}`;
}

function wordsOf(term: string): string {
  return term.replaceAll('.', '\\.').replaceAll(' ', '[ -]').replaceAll('’', "[’']");
}
