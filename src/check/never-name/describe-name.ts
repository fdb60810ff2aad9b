import type { NameInIssue } from './find-in-issue.ts';

/** What a finding says of a name, such as `this shows never-name entry 1`, and of those behind it that are not told. */
export function describeName(what: string, { entry, more }: NameInIssue): string {
  const others =
    more === 1 ? 'one more place in this file does, too' : `${more} more places in this file do, too`;
  return `${what} shows never-name entry ${entry.number}${more === 0 ? '' : `; ${others}`}`;
}
