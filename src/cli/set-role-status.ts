import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { redact } from '../check/never-name/redact.ts';
import { type CommandContext, type Outcome, UsageError } from './command.ts';
import { openWorkspace } from './open-workspace.ts';
import { readIssues } from './read-issues.ts';
import { findRole, listRoles, withStatus } from './roles.ts';

/**
 * Changes one line in the author's file, and nothing else: its line ends and its byte order mark stay.
 *
 * @throws UsageError when there is no such role, or its file cannot be written
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
  replaceText(join(workspace.folder, file), withStatus(role, status));
  return {
    exitCode: 0,
    json: { id, status, file: shown, changed: true },
    text: `${id} is ${status} now, in ${shown}`,
  };
}

/** In one step, so that nothing is ever half written. */
function replaceText(path: string, text: string): void {
  const before = readFileSync(path, 'utf8');
  const mark = before.startsWith('\ufeff') ? '\ufeff' : '';
  const lines = before.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
  const temporary = `${path}.part`;
  try {
    writeFileSync(temporary, mark + lines, { flag: 'wx' });
    renameSync(temporary, path);
  } catch {
    throw new UsageError(`${path} cannot be written`, 'see that you may write there');
  }
}
