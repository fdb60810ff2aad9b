import type { Issue, OpenRole, RoleStatus } from '../issue/issue.ts';

/** A role across the issues that show it. */
export interface SiteRole {
  /** As its newest issue has it, but posted on its first day. */
  readonly role: OpenRole;
  /** The issues that show it, newest first. */
  readonly issues: readonly [Issue, ...Issue[]];
}

/** Roles by their ids, those of newer issues first. */
export type SiteRoles = ReadonlyMap<string, SiteRole>;

/**
 * How every role stands: its newest issue decides.
 *
 * @param issues newest first, as they stand on the day of the site
 */
export function collectRoles(issues: readonly Issue[]): SiteRoles {
  const roles = new Map<string, SiteRole>();
  for (const issue of issues) {
    for (const role of issue.blocks) {
      if (role.kind !== 'openRole') continue;
      const known = roles.get(role.id);
      roles.set(role.id, {
        role: known === undefined ? role : postedFirst(known.role, role),
        issues: known === undefined ? [issue] : [...known.issues, issue],
      });
    }
  }
  return roles;
}

function postedFirst(role: OpenRole, earlier: OpenRole): OpenRole {
  return earlier.posted < role.posted ? { ...role, posted: earlier.posted } : role;
}

/** An issue whose roles stand as their newest issue says; all else that it says of them is as it was. */
export function withNewestStatus(issue: Issue, roles: SiteRoles): Issue {
  const newest = (role: OpenRole): RoleStatus => roles.get(role.id)?.role.status ?? role.status;
  // Most issues are the newest of all their roles, and stay the value that they are.
  if (issue.blocks.every((block) => block.kind !== 'openRole' || newest(block) === block.status))
    return issue;
  const blocks = issue.blocks.map((block) =>
    block.kind === 'openRole' ? { ...block, status: newest(block) } : block,
  );
  return { ...issue, blocks };
}
