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

/** What a first word stands for that several commands share. */
export const commandGroups: Readonly<Record<string, Pick<CommandDeclaration, 'summary' | 'examples'>>> = {
  subscribers: {
    summary: 'keeps the list: who gets the newsletter, who has left, and what is known of them',
    examples: [
      { line: 'penny subscribers import list.csv --dry-run', does: 'says what a file would add' },
      { line: 'penny subscribers show li@example.net', does: 'tells all that is known of Li' },
    ],
  },
  role: {
    summary: 'lists open roles across issues, and says that one is filled',
    examples: [
      { line: 'penny role list', does: 'lists the roles of all issues' },
      { line: 'penny role close vp-of-product', does: 'says in its file that it is filled' },
    ],
  },
  theme: {
    summary: 'shows the templates of mails and pages, and makes them yours',
    examples: [
      { line: 'penny theme list', does: 'lists what can be made your own' },
      { line: 'penny theme eject role', does: 'copies what draws the card of a role into your templates' },
    ],
  },
};

/** The words of every command, in the order of help. What they do is in commands/. */
export const commandTable: readonly CommandDeclaration[] = [
  ...issueCommands,
  ...sendingCommands,
  ...listCommands,
  ...workspaceCommands,
];
