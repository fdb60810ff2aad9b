import { join } from 'node:path';
import { redact } from '../check/never-name/redact.ts';
import { applyEdits } from '../source/apply-edits.ts';
import { changeText } from './change-text.ts';
import type { CommandContext, Outcome } from './command.ts';
import { openWorkspace } from './open-workspace.ts';
import { readIssues } from './read-issues.ts';
import { editStatus, findRole, listRoles } from './roles.ts';

/**
 * Changes one line in the author's file, and nothing else: its line ends and its byte order mark stay.
 *
 * @throws UsageError when there is no such role, or its file cannot be changed
 */
export function setRoleStatus(context: CommandContext, id: string, status: string): Outcome {
  const workspace = openWorkspace(context);
  const role = findRole(listRoles(readIssues(workspace)), id);
  const { file } = role.newest.issue;
  const shown = redact(file, workspace.neverNames ?? []);
  if (role.status === status) {
    return {
      exitCode: 0,
      json: { id, status, file: shown, changed: false },
      text: `${id} is ${status} already`,
    };
  }
  const edit = editStatus(role, status);
  changeText(join(workspace.folder, file), (text) => applyEdits(text, [edit]));
  return {
    exitCode: 0,
    json: { id, status, file: shown, changed: true },
    text: `${id} is ${status} now, in ${shown}`,
  };
}
