import { readRate } from '../../workspace/rate.ts';
import type { CommandDeclaration, OptionDeclaration } from '../command.ts';
import { duration, hours, wholeNumber } from '../option-values.ts';

/** How a mailing goes: for `send`, and for `resume`. */
const paceOptions: readonly OptionDeclaration[] = [
  { flags: '--moved', summary: 'this copy of the database is the one to send from' },
  { flags: '--yes', summary: 'does not ask' },
  {
    flags: '--rate <rate>',
    summary: 'how fast at most, such as 10/s, 600/m or 5000/h, instead of delivery.rate',
    parse: readRate,
  },
  {
    flags: '--connections <number>',
    summary: 'how many at the same time, instead of delivery.connections',
    parse: wholeNumber(1, 100),
  },
  {
    flags: '--wait <time>',
    summary: 'how long to wait for deferred recipients, such as 15m',
    parse: duration,
  },
  { flags: '--window <hours>', summary: 'sends between these hours only, such as 08:00-18:00', parse: hours },
  {
    flags: '--unknown <policy>',
    summary: 'what to do when nobody can tell whether a message arrived, instead of delivery.unknown',
    choices: ['ask', 'skip', 'resend'],
  },
];

/** Commands that mail an issue, and what becomes of it. In the order of help. */
export const sendingCommands: readonly CommandDeclaration[] = [
  {
    name: 'send',
    positional: ['<issue>', '[zone]'],
    summary: 'sends an issue to the subscribers, and goes on where it stopped',
    options: [
      {
        flags: '--to <file>',
        summary: 'the people in this CSV file instead of all subscribers; - reads standard input',
      },
      {
        flags: '--segment <expression>',
        summary: 'only those of whom it is true, such as: tag:hiring and not tag:candidate',
      },
      { flags: '--test <address...>', summary: 'sends [test] copies to these addresses and leaves no mark' },
      { flags: '--dry-run', summary: 'stops after the plan and writes nothing' },
      {
        flags: '--at <time>',
        summary: 'starts then, such as 2026-12-01T09:00; a zone such as Europe/Berlin may stand behind it',
      },
      { flags: '--detach', summary: 'with --at: leaves it to penny serve, and does not wait' },
      ...paceOptions,
    ],
    examples: [
      {
        line: 'penny send 1 --to subscribers.csv --dry-run',
        does: 'shows how many would get issue 1, and who would not',
      },
      { line: 'penny send 1 --test me@penny.example', does: 'sends yourself a copy first' },
    ],
  },
  {
    name: 'status',
    positional: ['[issue]'],
    summary: 'says how mailings stand',
    options: [
      { flags: '--recipients', summary: 'lists every recipient with state, attempts and last reply' },
    ],
    examples: [
      { line: 'penny status', does: 'lists every mailing' },
      { line: 'penny status 1 --recipients', does: 'lists everybody in the mailing of issue 1' },
    ],
  },
  {
    name: 'pause',
    positional: ['<issue>'],
    summary: 'stops a mailing in progress, whoever sends it',
    options: [],
    examples: [
      { line: 'penny pause 1', does: 'stops it within one message a connection' },
      { line: 'penny pause 1 --json', does: 'the same, for a script' },
    ],
  },
  {
    name: 'resume',
    positional: ['<issue>'],
    summary: 'goes on with a mailing, as it was when it started',
    options: [...paceOptions],
    examples: [
      { line: 'penny resume 1', does: 'goes on where it stopped; nobody gets it twice' },
      { line: 'penny resume 1 --yes --rate 5/s', does: 'without a question, and slower' },
    ],
  },
  {
    name: 'cancel',
    positional: ['<issue>'],
    summary: 'ends a mailing: whoever waits for it does not get it',
    options: [{ flags: '--yes', summary: 'does not ask' }],
    examples: [
      { line: 'penny cancel 1', does: 'asks, and ends it' },
      { line: 'penny cancel 1 --yes', does: 'ends it without a question' },
    ],
  },
  {
    name: 'resolve',
    positional: ['<issue>'],
    summary: 'settles those of whom nobody knows whether they got it',
    options: [
      {
        flags: '--as <outcome>',
        summary: 'what became of all of them: they have it, get one more, or do not get it',
        choices: ['accepted', 'resend', 'failed'],
      },
      { flags: '--from-log <file>', summary: 'asks the log of a Postfix; - reads standard input' },
      {
        flags: '--addresses <decision>',
        summary: 'what becomes of addresses that servers call wrong, where they are too many to believe',
        choices: ['suppress', 'keep'],
      },
    ],
    examples: [
      { line: 'penny resolve 1', does: 'lists them' },
      { line: 'penny resolve 1 --from-log mail.log', does: 'settles those whom the log knows' },
    ],
  },
  {
    name: 'bounces',
    positional: ['<source...>'],
    summary: 'reads bounces, complaints and mails of those who leave: mbox files, Maildirs, .eml files',
    options: [{ flags: '--dry-run', summary: 'says what they come to, and writes nothing' }],
    examples: [
      { line: 'penny bounces bounce.eml', does: 'reads one message' },
      { line: 'penny bounces bounces.mbox --dry-run', does: 'says what a mailbox comes to' },
    ],
  },
  {
    name: 'inbox',
    positional: [],
    summary: 'reads bounces, complaints and mails of those who leave from a mailbox on an IMAP server',
    options: [
      { flags: '--dry-run', summary: 'says what they come to; writes nothing and marks nothing' },
      { flags: '--all', summary: 'reads the last 60 days, and not only what is unread' },
      {
        flags: '--move <folder>',
        summary: 'moves what it took in to this folder, instead of marking it as read',
      },
    ],
    examples: [
      { line: 'penny inbox', does: 'reads what is unread, and marks what it took in as read' },
      { line: 'penny inbox --dry-run --json', does: 'says what there is, for a script' },
    ],
  },
];
