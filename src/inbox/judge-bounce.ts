import type { BounceKind } from './weigh-report.ts';

/** What became of one issue that somebody was sent. */
export interface IssueResult {
  readonly issueNumber: number;
  /** When its mailing started, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly state: 'accepted' | 'failed' | 'unknown';
  /** Absent: nothing came back. */
  readonly bounce?: BounceKind;
}

/** Why an address is not to be mailed any more, or nothing. */
export type Judgement = 'no such address' | 'refused twice' | 'out of reach' | undefined;

const day = 86_400_000;
/** An issue that was accepted and of which nothing came back for so long shows that the address works. */
const quiet = 7 * day;
/** Two refusals of one server on one day are one trouble. */
const apart = 3 * day;
const softIssues = 5;
const softSpan = 30 * day;

/**
 * What a bounce means for an address: the first word that it does not exist is enough; a refusal that may be about the
 * address counts from the second issue on, three days later at the earliest; anything else after five issues in a row
 * and thirty days. An issue that arrived in between begins everything anew.
 *
 * @param kind of the bounce that has just come
 * @param newestFirst what the person was sent since they joined by the form, this bounce with it
 */
export function judgeBounce(kind: BounceKind, newestFirst: readonly IssueResult[], now: number): Judgement {
  if (kind === 'policy') return undefined;
  // One that is late, of an issue from before they joined again, is not among them.
  if (kind === 'hard')
    return newestFirst.some(({ bounce }) => bounce === 'hard') ? 'no such address' : undefined;
  const row = bouncedInARow(newestFirst, now);
  const doubtful = row.filter(({ bounce }) => bounce === 'ambiguous' || bounce === 'hard');
  if (kind === 'ambiguous' && countIssues(doubtful) >= 2 && spanOf(doubtful) >= apart) return 'refused twice';
  if (countIssues(row) >= softIssues && spanOf(row) >= softSpan) return 'out of reach';
  return undefined;
}

/** The latest issues up to the last one that arrived. One whose bounce is about us says nothing about the address. */
function bouncedInARow(newestFirst: readonly IssueResult[], now: number): readonly IssueResult[] {
  const row: IssueResult[] = [];
  for (const result of newestFirst) {
    const { state, bounce, startedAt } = result;
    const arrived = state === 'accepted' && bounce === undefined && now - startedAt >= quiet;
    if (arrived) return row;
    if (bounce === undefined ? state === 'failed' : bounce !== 'policy') row.push(result);
  }
  return row;
}

function countIssues(results: readonly IssueResult[]): number {
  return new Set(results.map(({ issueNumber }) => issueNumber)).size;
}

/** Milliseconds between the first and the last of them. */
function spanOf(results: readonly IssueResult[]): number {
  const moments = results.map(({ startedAt }) => startedAt);
  return Math.max(...moments) - Math.min(...moments);
}
