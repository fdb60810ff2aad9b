import type { WrittenIssue } from '../../issue/issue.ts';
import type { Finding } from '../../source/finding.ts';
import type { Place } from '../../source/place.ts';
import { candidatesOf } from '../candidates/active-candidates.ts';
import { placeOfField } from '../reading/field-place.ts';
import { findInSource } from '../search/find-in-source.ts';
import { toFinding } from '../to-finding.ts';
import { onlineRules } from './online-rules.ts';

/**
 * The line that could be the start of a candidate's block and is none, because its dashes are not quite right. What
 * follows is text like any other then, and nobody can tell which links are the candidate's.
 */
export function findHiddenCandidate(issue: WrittenIssue): Place | undefined {
  const blocks = new Set(candidatesOf(issue).map((candidate) => placeOfField(candidate, '').line));
  const lines = findInSource(issue, /^[^\p{L}\n]*active[^\S\n]+candidate[^\p{L}\n]*$/giu);
  return lines.map(({ place }) => place).find(({ line }) => !blocks.has(line));
}

/** Says of each issue in which a candidate may be hidden that none of its links were called. */
export function noteUnvisited(issues: readonly WrittenIssue[]): readonly Finding[] {
  return issues.flatMap((issue) => {
    const place = findHiddenCandidate(issue);
    if (place === undefined) return [];
    return toFinding(onlineRules.notChecked, issue.file, {
      place,
      message: 'no link of this issue was called: what follows this line may be a candidate’s',
      hint: 'write ---active candidate if a block starts here, or say it in other words',
    });
  });
}
