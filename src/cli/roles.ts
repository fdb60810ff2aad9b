import { assignIds } from '../issue/complete-issue.ts';
import type { WrittenBlock, WrittenIssue } from '../issue/issue.ts';
import type { ParsedIssue } from '../issue/parse-issue.ts';
import { didYouMean } from '../source/did-you-mean.ts';
import { UsageError } from './command.ts';

type WrittenRole = Extract<WrittenBlock, { kind: 'openRole' }>;

/** A role across the issues that show it; the newest of them says how it stands. */
export interface KnownRole {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly closes?: string;
  /** The numbers of the issues that show it, oldest first. */
  readonly issues: readonly number[];
  readonly newest: { readonly issue: WrittenIssue; readonly role: WrittenRole };
}

/** Every role of the workspace by its id, those of newer issues first. */
export function listRoles(issues: readonly ParsedIssue[]): readonly KnownRole[] {
  const numbered = issues
    .flatMap(({ written }) => {
      const number = written?.frontMatter.fields.number;
      return written === undefined || number === undefined ? [] : [{ number, issue: written }];
    })
    .sort((left, right) => left.number - right.number);
  const appearances = numbered.flatMap(({ number, issue }) => {
    const ids = assignIds(issue);
    return issue.blocks.flatMap((role, index) =>
      role.kind === 'openRole' ? [{ id: ids[index] ?? '', number, issue, role }] : [],
    );
  });
  const byId = Map.groupBy(appearances, ({ id }) => id);
  const roles = Array.from(byId, ([id, shown]): KnownRole[] => {
    const last = shown.at(-1);
    if (last === undefined || id === '') return [];
    const { title = id, status = 'open', closes } = last.role.fields;
    const { issue, role } = last;
    const numbers = [...new Set(shown.map(({ number }) => number))];
    return [
      {
        id,
        title,
        status,
        issues: numbers,
        newest: { issue, role },
        ...(closes === undefined ? {} : { closes }),
      },
    ];
  });
  return roles.flat().sort((left, right) => (right.issues.at(-1) ?? 0) - (left.issues.at(-1) ?? 0));
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
