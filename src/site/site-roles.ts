import type { Issue, OpenRole, RoleStatus } from '../issue/issue.ts';

/** A role across the issues that show it. */
export interface SiteRole {
  /** As its newest issue has it, but posted on its first day, and with the status of the day. */
  readonly role: OpenRole;
  /** The issues that show it, newest first. */
  readonly issues: readonly [Issue, ...Issue[]];
}

/** Roles by their ids, those of newer issues first. */
export type SiteRoles = ReadonlyMap<string, SiteRole>;

/**
 * How every role stands: its newest issue decides.
 *
 * @param issues newest first
 * @param today `YYYY-MM-DD`; a role that `closes` before it has closed
 */
export function collectRoles(issues: readonly Issue[], today: string): SiteRoles {
  const roles = new Map<string, SiteRole>();
  for (const issue of issues) {
    for (const role of issue.blocks) {
      if (role.kind !== 'openRole') continue;
      const known = roles.get(role.id);
      roles.set(role.id, {
        role:
          known === undefined ? { ...role, status: statusOn(today, role) } : postedFirst(known.role, role),
        issues: known === undefined ? [issue] : [...known.issues, issue],
      });
    }
  }
  return roles;
}

function statusOn(today: string, { status, closes }: OpenRole): RoleStatus {
  const isOver = closes !== undefined && closes < today;
  return isOver && (status === 'open' || status === 'paused') ? 'expired' : status;
}

function postedFirst(role: OpenRole, earlier: OpenRole): OpenRole {
  return earlier.posted < role.posted ? { ...role, posted: earlier.posted } : role;
}

/** An issue whose roles stand as they do now; all that it says of them is as it was. */
export function withRolesOfToday(issue: Issue, roles: SiteRoles): Issue {
  const blocks = issue.blocks.map((block) =>
    block.kind === 'openRole'
      ? { ...block, status: roles.get(block.id)?.role.status ?? block.status }
      : block,
  );
  return { ...issue, blocks };
}

/** Whether nobody can apply any more, and nobody will again. */
export function isClosed({ status }: OpenRole): boolean {
  return status === 'filled' || status === 'withdrawn' || status === 'expired';
}
