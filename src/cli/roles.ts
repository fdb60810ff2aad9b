import { findRoleHistory, type RoleAppearance } from '../check/roles/role-history.ts';
import { statusOn } from '../issue/as-of-day.ts';
import type { RoleStatus, WrittenIssue } from '../issue/issue.ts';
import type { ParsedIssue } from '../issue/parse-issue.ts';
import { didYouMean } from '../source/did-you-mean.ts';
import { UsageError } from './command.ts';

/** A role across the issues that show it; the newest of them says how it stands, and the day may have ended it. */
export interface KnownRole {
  readonly id: string;
  readonly title: string;
  readonly status: RoleStatus;
  readonly closes?: string;
  /** The numbers of the issues that show it, oldest first. */
  readonly issues: readonly number[];
  readonly newest: RoleAppearance;
}

/** Every role of the workspace by its id, those of newer issues first. Issues that have no number yet do not count. */
export function listRoles(issues: readonly ParsedIssue[], today: string): readonly KnownRole[] {
  const numbered = issues.flatMap(({ written }) => written ?? []).filter((issue) => numberOf(issue) > 0);
  const roles = Array.from(findRoleHistory(numbered), ([id, appearances]): KnownRole[] => {
    const newest = appearances.at(-1);
    if (newest === undefined) return [];
    const { title = id, status: written = 'open', closes } = newest.role.fields;
    const status = statusOn(today, { status: written, ...(closes === undefined ? {} : { closes }) });
    const issues = appearances.map(({ issue }) => numberOf(issue));
    return [{ id, title, status, issues, newest, ...(closes === undefined ? {} : { closes }) }];
  });
  return roles.flat().sort((left, right) => numberOf(right.newest.issue) - numberOf(left.newest.issue));
}

function numberOf({ frontMatter }: WrittenIssue): number {
  return frontMatter.fields.number ?? 0;
}

/** @throws UsageError when there is no such role. */
export function findRole(roles: readonly KnownRole[], id: string): KnownRole {
  const found = roles.find((role) => role.id === id);
  if (found !== undefined) return found;
  const ids = roles.map((role) => role.id);
  const meant = didYouMean(id, ids);
  throw new UsageError(
    `there is no role “${id}”`,
    meant === undefined ? 'penny role list shows them' : `did you mean ${meant}?`,
  );
}
