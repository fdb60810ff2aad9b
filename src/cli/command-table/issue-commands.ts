import type { CommandDeclaration } from '../command.ts';
import { day, wholeNumber } from '../option-values.ts';

/** Commands that make an issue, look at it, and publish it. In the order of help. */
export const issueCommands: readonly CommandDeclaration[] = [
  {
    name: 'init',
    positional: ['[dir]'],
    summary: 'makes a new workspace; asks for what no option says',
    options: [
      { flags: '--name <text>', summary: 'the name of the newsletter' },
      { flags: '--url <address>', summary: 'where its site will live, such as https://penny.example' },
      { flags: '--from <address>', summary: 'the address that mails come from' },
      { flags: '--yes', summary: 'does not ask' },
    ],
    examples: [
      { line: 'penny init letters', does: 'makes a workspace in the folder letters, and asks' },
      {
        line: 'penny init more-letters --name penny --url https://penny.example --from hello@penny.example --yes',
        does: 'makes one in a new folder, without a question',
      },
    ],
  },
  {
    name: 'new',
    positional: ['<title...>'],
    summary: 'drafts the next issue in the shape of the last one',
    options: [],
    examples: [
      { line: 'penny new "on trust"', does: 'writes the draft, and prints its path' },
      { line: 'penny new on trust --json', does: 'the same, for a script' },
    ],
  },
  {
    name: 'import',
    positional: ['<source>'],
    summary: 'drafts an issue from plain text, or from a job board: a file, its JSON, or its address',
    options: [],
    examples: [
      {
        line: 'penny import letter.txt',
        does: 'drafts an issue, and says what it kept, guessed and dropped',
      },
      {
        line: 'penny import - < jobs.json',
        does: 'drafts the roles of Greenhouse, Lever, Ashby or Workable',
      },
    ],
  },
  {
    name: 'check',
    positional: ['[issue...]'],
    summary: 'says what is wrong with issues, at file, line and column',
    options: [
      { flags: '--strict', summary: 'warnings count as errors' },
      { flags: '--fix', summary: 'mends in your files what can be read in one way only, and shows the diff' },
      {
        flags: '--online',
        summary: 'also opens the links, and says which are gone; without it check uses no network',
      },
      { flags: '--watch', summary: 'checks again whenever a file is saved, until Ctrl-C' },
      { flags: '--format <format>', summary: 'how to print findings', choices: ['text', 'github'] },
      { flags: '--explain <rule>', summary: 'prints what a rule finds, why, and how to fix it' },
    ],
    examples: [
      { line: 'penny check', does: 'checks every issue of the workspace' },
      { line: 'penny check --explain role/apply-missing', does: 'explains one rule' },
    ],
  },
  {
    name: 'preview',
    positional: ['[issue]'],
    summary: 'shows issues in the browser, as email, page and text, while you write',
    options: [
      {
        flags: '--port <number>',
        summary: 'the port on 127.0.0.1; 4321 unless told',
        parse: wholeNumber(0, 65535),
      },
      { flags: '--no-open', summary: 'does not open the browser' },
    ],
    examples: [
      { line: 'penny preview', does: 'lists the issues, newest first, to choose from' },
      { line: 'penny preview 1 --port 8000 --no-open', does: 'shows issue 1 at a port of your choice' },
    ],
  },
  {
    name: 'render',
    positional: ['<issue>'],
    summary: 'prints one rendering of an issue',
    options: [
      {
        flags: '--as <form>',
        summary: 'email (its HTML), text (its text part), web (the page) or eml (the whole message)',
        choices: ['email', 'text', 'web', 'eml'],
        mandatory: true,
      },
      { flags: '--for <address>', summary: 'personalises for this subscriber' },
    ],
    examples: [
      { line: 'penny render 1 --as text', does: 'prints the text part' },
      {
        line: 'penny render 1 --as eml --for li@example.net > li.eml',
        does: 'writes the message that Li would get',
      },
    ],
  },
  {
    name: 'build',
    positional: [],
    summary: 'writes the static site',
    options: [
      { flags: '--out <folder>', summary: 'where to; public/ unless told' },
      { flags: '--now <date>', summary: 'as if it were that day: which roles are still open', parse: day },
      { flags: '--clean', summary: 'from nothing, whatever was kept of earlier builds' },
    ],
    examples: [
      { line: 'penny build', does: 'writes the site to public/' },
      { line: 'penny build --out ../site --now 2026-12-01', does: 'writes it elsewhere, as it will be then' },
    ],
  },
];
