import { join, relative } from 'node:path';
import type { DraftIssue } from '../draft/draft-issue.ts';
import { fileOfIssue } from '../draft/file-of-issue.ts';
import type { IssueShape } from '../draft/next-issue.ts';
import { writeIssue } from '../draft/write-issue.ts';
import { toKebabCase } from '../issue/field-types.ts';
import type { BlockKind } from '../issue/issue.ts';
import type { ParsedIssue } from '../issue/parse-issue.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { systemClock } from './system-clock.ts';
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

/** Today where the person is, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date(systemClock.now());
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

/** What the next issue takes over from the ones that there are. One that cannot be read has no shape. */
export function shapesOf(issues: readonly ParsedIssue[]): readonly IssueShape[] {
  return issues.flatMap(({ written }) => {
    if (written?.frontMatter.fields.number === undefined) return [];
    const { number } = written.frontMatter.fields;
    const hasSubtitle = written.frontMatter.places.has('subtitle');
    return [{ number, hasSubtitle, blocks: written.blocks.map(({ kind }) => names[kind]) }];
  });
}

const names = {
  openRole: 'open role',
  activeCandidate: 'active candidate',
  essay: 'penny for my thoughts',
} as const satisfies Record<BlockKind, string>;
