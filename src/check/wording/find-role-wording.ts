import { onlyBlocks } from '../markdown/only-blocks.ts';
import { isEnglish } from '../reading/is-english.ts';
import { quote } from '../reading/quote.ts';
import { openRolesOf } from '../roles/open-roles.ts';
import type { RuleContext, Trouble } from '../rule.ts';
import { findInReadableText } from '../search/find-in-readable-text.ts';
import { LatePattern } from '../search/pattern.ts';
import { type RoleWording, roleWordings, type WordingGroup } from './role-wording.ts';

/** The words of one group in the open roles of an issue in English. `means` completes ““young” …”. */
export function findRoleWording(
  context: RuleContext,
  group: WordingGroup,
  means: string,
): readonly Trouble[] {
  if (!isEnglish(context)) return [];
  const { issue } = context;
  const { byTerm, pattern } = vocabularyOf(group);
  return findInReadableText(onlyBlocks(issue, openRolesOf(issue)), pattern).map(({ text, place }) => {
    const term = text.toLowerCase().replaceAll(/[\s-]/g, ' ').replaceAll("'", '’');
    const instead = (byTerm.get(term) ?? byTerm.get(term.replace(/s$/, '')))?.instead;
    return {
      place,
      message: `${quote(text)} ${means}`,
      hint: instead === undefined ? 'leave it out' : `write ${instead}`,
    };
  });
}

interface Vocabulary {
  readonly byTerm: ReadonlyMap<string, RoleWording>;
  readonly pattern: LatePattern;
}

/** Each is made when the first issue asks for it. */
const known = new Map<WordingGroup, Vocabulary>();

function vocabularyOf(group: WordingGroup): Vocabulary {
  const vocabulary = known.get(group) ?? createVocabulary(group);
  known.set(group, vocabulary);
  return vocabulary;
}

function createVocabulary(group: WordingGroup): Vocabulary {
  const wordings = roleWordings.filter((wording) => wording.group === group);
  return {
    byTerm: new Map(wordings.map((wording) => [wording.term, wording])),
    pattern: patternOf(wordings),
  };
}

/** Whole words in any case. Of two terms that start alike, the longer one comes first. */
function patternOf(wordings: readonly RoleWording[]): LatePattern {
  const longestFirst = wordings.toSorted((left, right) => right.term.length - left.term.length);
  return new LatePattern(
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
