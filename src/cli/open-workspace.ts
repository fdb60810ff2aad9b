import { existsSync } from 'node:fs';
import { redact } from '../check/never-name/redact.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { loadWorkspace } from '../workspace/load-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { WorkspaceError } from '../workspace/workspace-error.ts';
import type { CommandContext } from './command.ts';

/**
 * The workspace around the folder of the call. What must not appear is kept out of everything that is printed from
 * here on, even where a person typed it.
 *
 * @throws WorkspaceError when there is none, or it cannot be used.
 */
export function openWorkspace(context: CommandContext): Workspace {
  if (!existsSync(context.folder)) {
    throw new WorkspaceError(`there is no folder ${context.folder}`, {
      hint: 'name the folder of your newsletter with -C',
    });
  }
  const folder = findWorkspace(context.folder);
  if (folder === undefined) {
    throw new WorkspaceError(`there is no newsletter.yaml in ${context.folder} or above it`, {
      hint: 'go to the folder of your newsletter, or name it with -C',
    });
  }
  const workspace = loadWorkspace(folder, context.environment);
  const { neverNames } = workspace;
  if (neverNames !== undefined) context.terminal.conceal((text) => redact(text, neverNames));
  return workspace;
}
