import type { Workspace } from '../../workspace/workspace.ts';
import { UsageError } from '../command.ts';
import { findIssue, readIssues } from '../read-issues.ts';

/**
 * The number of the issue that somebody named. The ledger knows issues whose files are gone: a number is believed.
 *
 * @throws UsageError when there is no such issue, or it has no number.
 */
export function issueNumberOf(name: string, workspace: Workspace, folder: string): number {
  if (/^\d+$/.test(name)) return Number(name);
  const parsed = findIssue(readIssues(workspace), name, { folder, workspaceFolder: workspace.folder });
  const number = parsed.written?.frontMatter.fields.number;
  if (number === undefined)
    throw new UsageError(`${parsed.file} has no number`, 'penny check says what is wrong with it');
  return number;
}
