import { assignIds } from '../../issue/complete-issue.ts';
import type { WrittenIssue } from '../../issue/issue.ts';
import { rolesOf, type WrittenRole } from './open-roles.ts';

/** A role in one of the issues that show it. */
export interface RoleAppearance {
  readonly issue: WrittenIssue;
  readonly role: WrittenRole;
}

/** Every role by its id, with its appearances in the order of the issues’ numbers: one or more. */
export type RoleHistory = ReadonlyMap<string, readonly RoleAppearance[]>;

/** Looks up, by a role’s id, its appearances in the issues that come before one by their numbers, oldest first. */
export function findEarlierRoles(
  issue: WrittenIssue,
  history: RoleHistory,
): (id: string) => readonly RoleAppearance[] {
  const number = numberOf(issue);
  return (id) => (history.get(id) ?? []).filter((appearance) => numberOf(appearance.issue) < number);
}

/** The roles of these issues. Of two in one issue the first has the id. */
export function findRoleHistory(issues: readonly WrittenIssue[]): RoleHistory {
  const inOrder = issues.toSorted((left, right) => numberOf(left) - numberOf(right));
  const appearances = inOrder.flatMap((issue) => {
    const firstById = new Map(
      rolesOf(issue)
        .toReversed()
        .map((role) => [idOfRole(role, issue), role]),
    );
    return Array.from(firstById, ([id, role]) => ({ id, issue, role }));
  });
  return Map.groupBy(appearances, ({ id }) => id);
}

/** The id under which a role of an issue is published. */
export function idOfRole(role: WrittenRole, issue: WrittenIssue): string {
  return idsOf(issue)[issue.blocks.indexOf(role)] ?? '';
}

/** Every issue is compared with every other: its ids are made once. */
const known = new WeakMap<WrittenIssue, readonly string[]>();

function idsOf(issue: WrittenIssue): readonly string[] {
  const ids = known.get(issue) ?? assignIds(issue);
  known.set(issue, ids);
  return ids;
}

function numberOf({ frontMatter }: WrittenIssue): number {
  return frontMatter.fields.number ?? Number.POSITIVE_INFINITY;
}
