import { assignIds } from '../../issue/complete-issue.ts';
import { toKebabCase } from '../../issue/field-types.ts';
import type { WrittenIssue } from '../../issue/issue.ts';
import { rolesOf, type WrittenRole } from './open-roles.ts';

/** A role in one of the issues that show it. */
export interface RoleAppearance {
  readonly issue: WrittenIssue;
  readonly role: WrittenRole;
}

/** Every role by its id, with its appearances in the order of the issues’ numbers. */
export type RoleHistory = ReadonlyMap<string, readonly RoleAppearance[]>;

/** The roles in the issues that come before one by their numbers. Of two in one issue the first has the id. */
export function findEarlierRoles(issue: WrittenIssue, others: readonly WrittenIssue[]): RoleHistory {
  const number = numberOf(issue);
  return findRoleHistory(others.filter((other) => numberOf(other) < number));
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

/**
 * The id of a role of an issue: its own, or the one that its title gives, which tells two of one title apart. Empty where
 * the title has no Latin letter: such an id says nothing about another issue's role.
 */
export function idOfRole(role: WrittenRole, issue: WrittenIssue): string {
  const { id, title = '' } = role.fields;
  if (id !== undefined) return id;
  return toKebabCase(title) === '' ? '' : (idsOf(issue)[issue.blocks.indexOf(role)] ?? '');
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
