import type { CommandDeclaration } from '../command.ts';

/** Commands for what all issues share: roles, templates, settings. In the order of help. */
export const workspaceCommands: readonly CommandDeclaration[] = [
  {
    name: 'role list',
    positional: [],
    summary: 'lists the roles across issues',
    options: [],
    examples: [
      { line: 'penny role list', does: 'lists every role, and how it stands' },
      { line: 'penny role list --json', does: 'the same, for a script' },
    ],
  },
  {
    name: 'role close',
    positional: ['<id>'],
    summary: 'writes into the newest issue with this role that it is filled',
    options: [
      {
        flags: '--as <status>',
        summary: 'what became of it; filled unless told',
        choices: ['filled', 'withdrawn', 'paused'],
      },
    ],
    examples: [
      { line: 'penny role close vp-of-sales', does: 'says that the role is filled' },
      { line: 'penny role close vp-of-sales --as withdrawn', does: 'says that it was withdrawn' },
    ],
  },
  {
    name: 'role reopen',
    positional: ['<id>'],
    summary: 'writes into the newest issue with this role that it is open again',
    options: [],
    examples: [
      { line: 'penny role reopen vp-of-sales', does: 'says that the role is open' },
      { line: 'penny role reopen vp-of-sales --json', does: 'the same, for a script' },
    ],
  },
  {
    name: 'theme list',
    positional: [],
    summary: 'lists the templates and styles of mails, pages and texts, and which are your own',
    options: [],
    examples: [
      { line: 'penny theme list', does: 'lists them' },
      { line: 'penny theme list --json', does: 'the same, for a script' },
    ],
  },
  {
    name: 'theme eject',
    positional: ['<name>'],
    summary: 'copies a built-in template into templates/, for you to change',
    options: [],
    examples: [
      { line: 'penny theme eject role', does: 'copies the card of a role, of mails and of pages' },
      { line: 'penny theme eject web/style.css', does: 'copies one file' },
    ],
  },
  {
    name: 'doctor',
    positional: [],
    summary: 'looks at mail server, DNS, site, clock, disk and database, and says what to mend; mails nobody',
    options: [],
    examples: [
      { line: 'penny doctor', does: 'looks at everything, before you send for the first time' },
      { line: 'penny doctor --json', does: 'the same, for a script: it ends with 1 when something is wrong' },
    ],
  },
  {
    name: 'config',
    positional: [],
    summary: 'prints what is set, and where each value comes from',
    options: [
      { flags: '--schema', summary: 'prints what editors complete and explain newsletter.yaml by instead' },
    ],
    examples: [
      { line: 'penny config', does: 'lists every setting that is in force, without secrets' },
      {
        line: 'penny config --schema > penny.schema.json',
        does: 'renews the file that editors read',
      },
    ],
  },
  {
    name: 'completion',
    positional: ['<shell>'],
    summary: 'prints a completion script for bash, zsh or fish',
    options: [],
    examples: [
      { line: 'penny completion bash >> ~/.bashrc', does: 'completes penny in bash' },
      {
        line: 'penny completion fish > ~/.config/fish/completions/penny.fish',
        does: 'completes penny in fish',
      },
    ],
  },
];
