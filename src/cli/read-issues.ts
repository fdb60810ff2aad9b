import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { slugOfFile } from '../issue/complete-issue.ts';
import { describeUnreadable } from '../issue/describe-unreadable.ts';
import { type ParsedIssue, parseIssue } from '../issue/parse-issue.ts';
import { makeAnew, type Remember } from '../issue/remember.ts';
import { decodeText } from '../source/decode-text.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { UsageError } from './command.ts';

/** Every issue of the workspace, valid or not, by file name. */
export function readIssues(workspace: Workspace, remember: Remember = makeAnew): readonly ParsedIssue[] {
  return listIssueFiles(workspace).map((file) => {
    const bytes = readIssueFile(workspace, file);
    return bytes === undefined ? describeUnreadable(file) : readIssue({ file, bytes }, workspace, remember);
  });
}

/** The text itself is not remembered: it stands in the file, and is longer than most of what was read in it. */
function readIssue(
  { file, bytes }: { readonly file: string; readonly bytes: Uint8Array },
  { issueDefaults }: Workspace,
  remember: Remember,
): ParsedIssue {
  const parsed = remember(`issue ${file}`, [bytes], () =>
    withSource(parseIssue({ file, bytes }, issueDefaults), ''),
  );
  const decoded = decodeText(bytes);
  return withSource(parsed, 'fault' in decoded ? '' : decoded.text);
}

function withSource({ issue, written, ...parsed }: ParsedIssue, source: string): ParsedIssue {
  return {
    ...parsed,
    source,
    ...(issue === undefined ? {} : { issue: { ...issue, source } }),
    ...(written === undefined ? {} : { written: { ...written, source } }),
  };
}

/**
 * The issue that the person named by number, slug, path or file name.
 *
 * @throws UsageError when there is none, or when two have the number.
 */
export function findIssue(issues: readonly ParsedIssue[], name: string, context: NamingContext): ParsedIssue {
  const path = relative(context.workspaceFolder, resolve(context.folder, name)).replaceAll('\\', '/');
  const found = issues.filter(
    (issue) =>
      isNamed(issue, name) || issue.file === path || issue.file === name || basename(issue.file) === name,
  );
  const [first, second] = found;
  if (first === undefined) throw new UsageError(`there is no issue “${name}”`, listForHint(issues));
  if (second !== undefined) {
    throw new UsageError(`“${name}” is both ${first.file} and ${second.file}`, 'name the file instead');
  }
  return first;
}

/** Where a path that somebody typed is to be understood from. */
export interface NamingContext {
  readonly folder: string;
  readonly workspaceFolder: string;
}

function isNamed(parsed: ParsedIssue, name: string): boolean {
  const { slug, number = numberOfFile(parsed.file) } =
    parsed.issue ?? parsed.written?.frontMatter.fields ?? {};
  return name === (slug ?? slugOfFile(parsed.file)) || (/^\d+$/.test(name) && Number(name) === number);
}

/** What a file is called counts where no number can be read in it. */
function numberOfFile(file: string): number | undefined {
  const [, digits] = /(?:^|\/)(\d+)-[^/]*$/.exec(file) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** Links are not followed: what they lead to is not this newsletter's, and a folder is no issue. */
function readIssueFile({ folder }: Workspace, file: string): Uint8Array | undefined {
  const path = join(folder, file);
  try {
    return lstatSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

function listIssueFiles(workspace: Workspace): string[] {
  const names = readdirSync(workspace.paths.issues, { withFileTypes: true });
  return names
    .filter(({ name }) => name.endsWith('.md') && !name.startsWith('.'))
    .map((entry) =>
      relative(workspace.folder, join(workspace.paths.issues, entry.name)).replaceAll('\\', '/'),
    )
    .sort();
}

/** Every file below `issues/`, relative to the workspace, but for hidden ones. */
export function listFilesBeside({ folder, paths }: Workspace): readonly string[] {
  return readdirSync(paths.issues, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !file.split('/').some((name) => name.startsWith('.')))
    .sort();
}

function listForHint(issues: readonly ParsedIssue[]): string {
  if (issues.length === 0)
    return 'the folder issues/ has no issue yet: add a file such as issues/001-hello.md';
  const names = issues.slice(-5).map((issue) => issue.file);
  return `name it by number, slug or path; there is ${names.join(', ')}`;
}
