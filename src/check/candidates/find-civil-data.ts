import type { WrittenIssue } from '../../issue/issue.ts';
import type { LineMatch } from '../search/find-in-lines.ts';
import { LatePattern } from '../search/pattern.ts';
import type { WrittenCandidate } from './active-candidates.ts';
import { findInWholeCandidate } from './find-in-candidate.ts';

/** What stands between a figure and a street without being its name: `10 years on wall street`. */
const notNames =
  '(?!(?:an?|at|day|days|disk|down|fast|food|for|from|hard|high|in|months?|of|off|on|the|test|to|wall|weeks?|years?|yrs)(?![a-z]))';
const ends = String.raw`(?=\s*(?:[,;)]|\.?\s*$| (?:apt|apartment|unit|suite|#)))`;

const street = new LatePattern(
  `(?<![\\p{L}\\p{N}$€£.,/-])(?:${[
    String.raw`\d{1,5}[a-z]?(?: ${notNames}[a-z.’']{2,20}){1,2} (?:avenue|ave|boulevard|blvd|drive|lane|road|rd|street|st)\.?${ends}`,
    String.raw`\d{1,4},? (?:bis )?(?:rue|boulevard|avenue) (?:de|des|du|la|le)(?: \p{L}{2,20}){1,2}`,
    String.raw`\p{L}{2,20}(?:stra(?:ß|ss)e|str\.) \d{1,4}[a-z]?${ends}`,
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** Every address of a house in what is published of a candidate. */
export function findStreets(issue: WrittenIssue, candidate: WrittenCandidate): readonly LineMatch[] {
  return findInWholeCandidate(issue, candidate, street);
}

const papers = String.raw`(?:ssn|social security (?:number|no\.?)|national insurance (?:number|no\.?)|passport (?:number|no\.?)|tax id)`;

/** Also the last digits alone: `ssn ends 1234`. */
const paper = new LatePattern(
  String.raw`(?<![\p{L}\p{N}])${papers}(?:[ :#]{1,2}(?:is|ends?|ending|last|four|4|digits|in|with)){0,4}[ :#]{1,2}[x*-]{0,8}\d[\d-]{2,11}(?![\p{L}\p{N}])`,
  'giu',
);

/** Every number by which authorities know a person in what is published of a candidate. */
export function findPaperNumbers(issue: WrittenIssue, candidate: WrittenCandidate): readonly LineMatch[] {
  return findInWholeCandidate(issue, candidate, paper);
}
