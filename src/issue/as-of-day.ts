import type { ActiveCandidate, Block, Issue, OpenRole, RoleStatus } from './issue.ts';

/**
 * An issue as the web may show it on a day: a role is over from the day after `closes`, and whoever agreed until a day
 * is not for the web any more from the day after it. Mails that were sent stay as they are.
 *
 * @param today `YYYY-MM-DD`
 */
export function asOfDay(issue: Issue, today: string): Issue {
  return { ...issue, blocks: issue.blocks.map((block) => blockOn(today, block)) };
}

function blockOn(today: string, block: Block): Block {
  if (block.kind === 'openRole') return roleOn(today, block);
  return block.kind === 'activeCandidate' ? candidateOn(today, block) : block;
}

function roleOn(today: string, role: OpenRole): OpenRole {
  return { ...role, status: statusOn(today, role) };
}

/**
 * How a role stands on a day: from the day after `closes` it is over.
 *
 * @param today `YYYY-MM-DD`
 */
export function statusOn(today: string, { status, closes }: Pick<OpenRole, 'status' | 'closes'>): RoleStatus {
  const isOver = closes !== undefined && closes < today;
  return isOver && (status === 'open' || status === 'paused') ? 'expired' : status;
}

function candidateOn(today: string, candidate: ActiveCandidate): ActiveCandidate {
  const { until } = candidate.consent ?? {};
  return until !== undefined && until < today ? { ...candidate, web: false } : candidate;
}
