import type { RoleStatus } from './issue.ts';

/** Whether nobody can apply for a role of this status any more; a pause ends. */
export function isClosed(status: RoleStatus | undefined): boolean {
  return status === 'filled' || status === 'withdrawn' || status === 'expired';
}
