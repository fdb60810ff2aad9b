import { join, relative } from 'node:path';
import type { DraftIssue } from '../draft/draft-issue.ts';
import { fileOfIssue } from '../draft/file-of-issue.ts';
import { writeIssue } from '../draft/write-issue.ts';
import { toKebabCase } from '../issue/field-types.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { writeNewFile } from './write-new-file.ts';

/**
 * Writes a drafted issue into the workspace; the path is as the person sees it.
 *
 * @throws UsageError when there is a file of that name
 */
export function addIssue(workspace: Workspace, draft: DraftIssue): string {
  const file = join(workspace.paths.issues, fileOfIssue(draft.number, toKebabCase(draft.title)));
  writeNewFile(file, writeIssue(draft));
  return relative(workspace.folder, file).replaceAll('\\', '/');
}
