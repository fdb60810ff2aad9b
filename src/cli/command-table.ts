import type { CommandDeclaration, OptionDeclaration } from './command.ts';
import { issueCommands } from './command-table/issue-commands.ts';
import { listCommands } from './command-table/list-commands.ts';
import { sendingCommands } from './command-table/sending-commands.ts';
import { workspaceCommands } from './command-table/workspace-commands.ts';

/** Options that every command takes. */
export const sharedOptions: readonly OptionDeclaration[] = [
  { flags: '-C <folder>', summary: 'the workspace, instead of the current folder' },
  { flags: '--json', summary: 'prints one JSON document' },
  { flags: '--no-color', summary: 'prints without colours, as NO_COLOR does' },
  { flags: '--quiet', summary: 'prints results, failures and findings only' },
  { flags: '--verbose', summary: 'prints more, for finding out what went wrong' },
];

/** The words of every command, in the order of help. What they do is in commands/. */
export const commandTable: readonly CommandDeclaration[] = [
  ...issueCommands,
  ...sendingCommands,
  ...listCommands,
  ...workspaceCommands,
];
