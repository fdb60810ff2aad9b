import type { WrittenIssue } from '../../issue/issue.ts';
import type { LineMatch } from '../search/find-in-lines.ts';
import { LatePattern } from '../search/pattern.ts';
import type { WrittenCandidate } from './active-candidates.ts';
import { findInWholeCandidate } from './find-in-candidate.ts';

/** Where people have mail and hardly anybody works: `jane at gmail.com` is no employer. */
const providers = 'gmail|googlemail|hotmail|icloud|protonmail|gmx|outlook';

const name = String.raw`[\p{L}\p{N}._%+-]{1,64}`;
/** Spelt out, since properties of characters are slow to compile. */
const letter = String.raw`a-z\u00df-\u024f`;
/** `jane.doe` and `janedoe82`, not `salesforce.com` and `node.js`. */
const telling = String.raw`(?:[${letter}][${letter}\d-]{0,31}(?:[._][${letter}\d-]{1,32}){1,3}(?<!\.(?:ai|app|co|com|dev|io|js|net|org))|[${letter}]{3,32}\d{2,4})`;
const at = String.raw`(?:@| ?[([{<|*_] ?(?:at|@) ?[)\]}>|*_] ?)`;
const host = String.raw`(?:[\p{L}\p{N}-]+(?:\.| ?[([{]dot[)\]}] ?| dot ))+\p{L}{2,}`;
const apart = '(?: @ ?|@ | at )';
const ends = String.raw`(?=\s*(?:[,;)]|\.?\s*$))`;

const address = new LatePattern(
  String.raw`(?<![\p{L}\p{N}._%+-])(?:${[
    `${name}${at}${host}`,
    // Only with both words, or a name that says so: people work at companies.
    String.raw`${name} at [\p{L}\p{N}-]+(?: dot \p{L}{2,}){1,3}(?!\p{L})`,
    String.raw`${telling}${apart}(?:[${letter}\d-]+\.)+[${letter}]{2,}`,
    String.raw`${name}${apart}(?:${providers})\.[a-z]{2,}`,
    String.raw`(?:${name}${at}|${telling}${apart})(?:${providers})(?![${letter}\d-]|\.[a-z])`,
    `(?:gmail|googlemail|hotmail|gmx)(?: (?:is|address|id|name))?[:=] ?${name}${ends}`,
    `(?:e-?mail|mail|outlook|icloud|proton(?:mail)?)(?: (?:is|address))?[:=] ?${telling}${ends}`,
    String.raw`e-?mail[:=] ?${name} at (?:[${letter}\d-]+\.)+[${letter}]{2,}`,
  ].join('|')})`,
  'giu',
);

/**
 * Every e-mail address in what is published of a candidate but those in `own`, which are in lower case; also one that is
 * written for people and not for programs.
 */
export function findEmailAddresses(
  issue: WrittenIssue,
  candidate: WrittenCandidate,
  own: readonly string[],
): readonly LineMatch[] {
  return findInWholeCandidate(issue, candidate, address).filter(({ text }) => !own.includes(plain(text)));
}

/** The address as a program takes it. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/^e?-?mail[:=] ?/, '')
    .replace(/ ?[([{<|*_] ?(?:at|@) ?[)\]}>|*_] ?| @ ?|@ | at /, '@')
    .replaceAll(/ ?[([{]dot[)\]}] ?| dot /g, '.');
}
