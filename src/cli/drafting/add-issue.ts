import { join, relative } from 'node:path';
import { findNeverNames } from '../../check/never-name/find-never-names.ts';
import type { DraftIssue } from '../../draft/draft-issue.ts';
import { fileOfIssue } from '../../draft/file-of-issue.ts';
import { writeIssue } from '../../draft/write-issue.ts';
import { slugOfFile } from '../../issue/complete-issue.ts';
import { toKebabCase } from '../../issue/field-types.ts';
import type { ParsedIssue } from '../../issue/parse-issue.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { writeNewFile } from '../write-new-file.ts';

/** Where a draft stands now. */
interface AddedIssue {
  /** As the person sees it. */
  readonly path: string;
  /** Why the file is not called after its title. */
  readonly why?: string;
}

/**
 * Writes a drafted issue into the workspace, beside the issues that there are. A slug that one of them has already gets
 * a number. A title with a name that must not appear is in no path.
 *
 * @throws UsageError when there is a file of that name
 */
export function addIssue(
  workspace: Workspace,
  draft: DraftIssue,
  issues: readonly ParsedIssue[],
): AddedIssue {
  const written = issues.flatMap((issue) => issue.written ?? []);
  const taken = new Set(written.map(({ file, frontMatter }) => frontMatter.fields.slug ?? slugOfFile(file)));
  const whole = toKebabCase(draft.title);
  // Before it is cut, which would leave a part of a name.
  const isNamed = [draft.title, whole].some(
    (text) => findNeverNames(text, workspace.neverNames ?? []).length > 0,
  );
  const slug = isNamed ? neutral : shorten(whole) || neutral;
  const file = join(workspace.paths.issues, fileOfIssue(draft.number, freeSlug(slug, taken)));
  writeNewFile(file, writeIssue(draft));
  const path = relative(workspace.folder, file).replaceAll('\\', '/');
  if (!isNamed) return { path };
  return { path, why: 'the file is not called after its title: that holds a name that must not appear' };
}

const neutral = 'issue';

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
