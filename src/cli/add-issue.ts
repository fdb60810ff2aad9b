import { join, relative } from 'node:path';
import type { DraftIssue } from '../draft/draft-issue.ts';
import { fileOfIssue } from '../draft/file-of-issue.ts';
import { writeIssue } from '../draft/write-issue.ts';
import { slugOfFile } from '../issue/complete-issue.ts';
import { toKebabCase } from '../issue/field-types.ts';
import type { ParsedIssue } from '../issue/parse-issue.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { writeNewFile } from './write-new-file.ts';

/**
 * Writes a drafted issue into the workspace, beside the issues that there are; the path is as the person sees it. A
 * slug that one of them has already gets a number.
 *
 * @throws UsageError when there is a file of that name
 */
export function addIssue(workspace: Workspace, draft: DraftIssue, issues: readonly ParsedIssue[]): string {
  const written = issues.flatMap((issue) => issue.written ?? []);
  const taken = new Set(written.map(({ file, frontMatter }) => frontMatter.fields.slug ?? slugOfFile(file)));
  const name = fileOfIssue(draft.number, freeSlug(shorten(toKebabCase(draft.title)) || 'issue', taken));
  const file = join(workspace.paths.issues, name);
  writeNewFile(file, writeIssue(draft));
  return relative(workspace.folder, file).replaceAll('\\', '/');
}

/** Names of files end somewhere, and an address is read, too: whole words of a long title. */
function shorten(slug: string): string {
  if (slug.length <= mostLetters) return slug;
  const cut = slug.lastIndexOf('-', mostLetters);
  return slug.slice(0, cut > 0 ? cut : mostLetters);
}

const mostLetters = 80;

function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let count = 2;
  while (taken.has(`${slug}-${count}`)) count += 1;
  return `${slug}-${count}`;
}
