import { join } from 'node:path';
import { redact } from '../check/never-name/redact.ts';
import { changeStatus } from '../issue/change-status.ts';
import { changeText } from './change-text.ts';
import { type CommandContext, type Outcome, UsageError } from './command.ts';
import { openWorkspace } from './open-workspace.ts';
import { readIssues } from './read-issues.ts';
import { findRole, listRoles } from './roles.ts';
import { today } from './today.ts';

/**
 * Changes one word in the author's file, and nothing else: its line ends and its byte order mark stay.
 *
 * @throws UsageError when there is no such role, or its file cannot be changed
 */
export function setRoleStatus(context: CommandContext, id: string, status: string): Outcome {
  const workspace = openWorkspace(context);
  const role = findRole(listRoles(readIssues(workspace), today()), id);
  const { file } = role.newest.issue;
  const shown = redact(file, workspace.neverNames ?? []);
  if (status === 'open' && role.closes !== undefined && role.closes < today()) {
    throw new UsageError(
      `${id} closed on ${role.closes}, as ${shown} says`,
      'write a later day into closes: there, or take the line out',
    );
  }
  if (role.status === status) {
    return {
      exitCode: 0,
      json: { id, status, file: shown, changed: false },
      text: `${id} is ${status} already`,
    };
  }
  changeText(join(workspace.folder, file), (text) => {
    const changed = changeStatus(text, { file, defaults: workspace.issueDefaults, id, status });
    if (changed !== undefined) return changed;
    throw new UsageError(
      `the status of ${id} cannot be changed in ${shown} without changing more than that`,
      `write  status: ${status}  there yourself`,
    );
  });
  return {
    exitCode: 0,
    json: { id, status, file: shown, changed: true },
    text: `${id} is ${status} now, in ${shown}`,
  };
}
