import type { WrittenIssue } from '../issue/issue.ts';
import { slugOf } from './reading/slug-of.ts';
import { findRoleHistory, type RoleHistory } from './roles/role-history.ts';

/** What rules ask of all issues of a workspace together. Made once for all that are checked: each asks for itself. */
export interface Archive {
  /** Issues of one number or slug are in the order in which they were read; those without a number are under undefined. */
  readonly byNumber: ReadonlyMap<number | undefined, readonly WrittenIssue[]>;
  readonly bySlug: ReadonlyMap<string, readonly WrittenIssue[]>;
  /** The next lower number that an issue has, by number; the lowest has none. */
  readonly numberBefore: ReadonlyMap<number, number>;
  /** Of all issues that have a number. */
  readonly highestNumber: number;
  readonly roles: RoleHistory;
}

export function createArchive(issues: readonly WrittenIssue[]): Archive {
  const byNumber = Map.groupBy(issues, ({ frontMatter }) => frontMatter.fields.number);
  const numbers = [...byNumber.keys()].filter((number) => number !== undefined).sort((a, b) => a - b);
  return {
    byNumber,
    bySlug: Map.groupBy(issues, slugOf),
    numberBefore: new Map(numbers.slice(1).map((number, index) => [number, numbers[index] ?? number])),
    highestNumber: numbers.at(-1) ?? Number.NEGATIVE_INFINITY,
    roles: findRoleHistory(issues),
  };
}
