import type { WrittenBlock } from '../../issue/issue.ts';
import type { ParsedIssue } from '../../issue/parse-issue.ts';
import type { Finding } from '../../source/finding.ts';
import { toFinding } from '../to-finding.ts';
import type { NeverNameList } from './never-name-list.ts';
import { neverNameRules } from './never-name-rules.ts';

/** One note, however many issues there are, when somebody in them needs a list and there is none. */
export function noteMissingList(
  issues: readonly ParsedIssue[],
  list: NeverNameList | undefined,
): readonly Finding[] {
  if (list !== undefined) return [];
  const blocks = issues.flatMap(({ written }) => written?.blocks ?? []);
  if (!blocks.some(isDiscreet)) return [];
  const finding = toFinding(neverNameRules.noList, 'newsletter.yaml', {
    place: { line: 1, column: 1, endLine: 1, endColumn: 1 },
    message: 'there is no list of names that must not appear',
    hint: 'write  - term: the name  into .private/never-name.yaml, which git must ignore, or set PENNY_NEVER_NAME',
  });
  return [finding];
}

/** A candidate is never named; neither is a role whose company is not given. */
function isDiscreet({ kind, places }: WrittenBlock): boolean {
  return kind === 'activeCandidate' || (kind === 'openRole' && !places.has('company'));
}
