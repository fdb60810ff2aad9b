import { readRate } from '../workspace/rate.ts';
import type { CommandDeclaration, OptionDeclaration } from './command.ts';
import { day, duration, hours, wholeNumber } from './option-values.ts';

/** Options that every command takes. */
export const sharedOptions: readonly OptionDeclaration[] = [
  { flags: '-C <folder>', summary: 'the workspace, instead of the current folder' },
  { flags: '--json', summary: 'prints one JSON document' },
  { flags: '--no-color', summary: 'prints without colours, as NO_COLOR does' },
  { flags: '--quiet', summary: 'prints results, failures and findings only' },
  { flags: '--verbose', summary: 'prints more, for finding out what went wrong' },
];

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

/** The words of every command, in the order of help. What they do is in commands/. */
export const commandTable: readonly CommandDeclaration[] = [
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
        summary:
          'what a column holds: address, name, firstName, lastName, status, tags, consent, source, or the name of a field',
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
        line: 'penny subscribers list --segment tag:hiring',
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
