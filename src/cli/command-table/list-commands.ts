import { mapTargets } from '../../audience/csv/columns/map-targets.ts';
import type { CommandDeclaration } from '../command.ts';
import { wholeNumber } from '../option-values.ts';

/** Commands for the list of subscribers, and for the public endpoints by which it grows. In the order of help. */
export const listCommands: readonly CommandDeclaration[] = [
  {
    name: 'subscribers import',
    positional: ['<file>'],
    summary: 'adds the people in a CSV file; all of them or, if it fails, none',
    options: [
      { flags: '--dry-run', summary: 'reports, and writes nothing' },
      { flags: '--tag <tag...>', summary: 'tags everybody in the file' },
      { flags: '--source <text>', summary: 'where their consent comes from; the file name unless told' },
      {
        flags: '--map <column=field...>',
        summary: `what a column holds: ${mapTargets.join(', ')}, or the name of a field`,
      },
      {
        flags: '--encoding <name>',
        summary: 'how the file is written, such as utf-8, utf-16le or windows-1252, instead of a guess',
      },
      {
        flags: '--rejects <file>',
        summary: 'writes the rows that were not taken there, with line and reason',
      },
    ],
    examples: [
      {
        line: 'penny subscribers import subscribers.csv --dry-run',
        does: 'says what it would add, what it takes the file for, and which rows are wrong',
      },
      {
        line: 'penny subscribers import - --source "meetup list" --map "Stadt=city" < list.csv',
        does: 'reads standard input, and keeps the column Stadt as the field city',
      },
    ],
  },
  {
    name: 'subscribers export',
    positional: [],
    summary: 'prints the list as CSV that spreadsheets open safely and that imports again',
    options: [
      { flags: '--for <address>', summary: 'prints all that is kept of one person instead, as JSON' },
    ],
    examples: [
      { line: 'penny subscribers export > subscribers.csv', does: 'writes the list to a file' },
      { line: 'penny subscribers export --for li@example.net', does: 'prints what Li may ask you for' },
    ],
  },
  {
    name: 'subscribers add',
    positional: ['<address>'],
    summary: 'adds one person, and writes down where their consent comes from',
    options: [
      { flags: '--source <text>', summary: 'where and how they asked for it', mandatory: true },
      { flags: '--name <text>', summary: 'their name' },
      { flags: '--first-name <text>', summary: 'by which they are greeted' },
      { flags: '--tag <tag...>', summary: 'tags for them' },
    ],
    examples: [
      {
        line: 'penny subscribers add ann@example.org --source meetup',
        does: 'adds Ann, who asked for it at the meetup',
      },
      {
        line: 'penny subscribers add bo@example.org --name Bo --tag hiring --source telephone',
        does: 'adds Bo with name and tag',
      },
    ],
  },
  {
    name: 'subscribers remove',
    positional: ['<address...>'],
    summary: 'unsubscribes people; what is known of them stays, and no import brings them back',
    options: [{ flags: '--yes', summary: 'does not ask' }],
    examples: [
      { line: 'penny subscribers remove li@example.net', does: 'asks, and unsubscribes Li' },
      { line: 'penny subscribers remove li@example.net --yes', does: 'unsubscribes Li without a question' },
    ],
  },
  {
    name: 'subscribers list',
    positional: [],
    summary: 'lists subscribers, or a part of them',
    options: [
      {
        flags: '--status <status>',
        summary: 'only those',
        choices: ['pending', 'active', 'unsubscribed', 'suppressed', 'erased'],
      },
      {
        flags: '--segment <expression>',
        summary: 'only those of whom it is true, such as: tag:hiring and not field:city = "sf"',
      },
    ],
    examples: [
      {
        line: 'penny subscribers list --segment tag:hiring --status active',
        does: 'lists those whom penny send would mail with the same --segment, and counts them',
      },
      {
        line: 'penny subscribers list --status active --json',
        does: 'lists active subscribers for a script',
      },
    ],
  },
  {
    name: 'subscribers show',
    positional: ['<address>'],
    summary: 'shows one person: consents, changes, and what they were mailed',
    options: [],
    examples: [
      { line: 'penny subscribers show li@example.net', does: 'tells all that is known of Li' },
      { line: 'penny subscribers show li@example.net --json', does: 'the same, for a script' },
    ],
  },
  {
    name: 'subscribers tag',
    positional: ['<address...>'],
    summary: 'gives people tags, or takes them away',
    options: [
      { flags: '--add <tag...>', summary: 'tags that they get' },
      { flags: '--remove <tag...>', summary: 'tags that they lose' },
    ],
    examples: [
      { line: 'penny subscribers tag li@example.net --add hiring', does: 'tags Li' },
      {
        line: 'penny subscribers tag li@example.net --add client --remove candidate',
        does: 'changes one tag for another',
      },
    ],
  },
  {
    name: 'subscribers erase',
    positional: ['<address...>'],
    summary: 'forgets people for good, but for a keyed hash that keeps the address from coming back',
    options: [{ flags: '--yes', summary: 'does not ask' }],
    examples: [
      { line: 'penny subscribers erase li@example.net', does: 'asks, and forgets Li' },
      { line: 'penny subscribers erase li@example.net --yes', does: 'forgets Li without a question' },
    ],
  },
  {
    name: 'serve',
    positional: [],
    summary:
      'serves the public endpoints: subscribe, confirm, leave, and the built site; sends what is scheduled',
    options: [
      {
        flags: '--port <number>',
        summary: 'listens at this port instead of 8080; 0 takes a free one',
        parse: wholeNumber(0, 65_535),
      },
      {
        flags: '--host <address>',
        summary: 'listens at this address of the machine instead of 127.0.0.1',
      },
      {
        flags: '--trust-proxy',
        summary: 'believes X-Forwarded-For: only behind a web server that writes it',
      },
      {
        flags: '--renew-key',
        summary: 'signs links with a new key from now on, and ends; links that were mailed go on working',
      },
    ],
    examples: [
      { line: 'penny serve', does: 'serves at http://127.0.0.1:8080, for a web server to stand before it' },
      { line: 'penny serve --port 3000 --trust-proxy', does: 'the same at port 3000, and knows who asks' },
    ],
  },
];
