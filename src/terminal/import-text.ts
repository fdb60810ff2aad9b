import type { FileFormat } from '../audience/csv/columns/file-format.ts';
import type { ImportReport, LeftOutRow } from '../audience/import-subscribers.ts';
import { firstLines } from './first-lines.ts';
import { safe } from './safe-text.ts';

interface ImportTold {
  readonly dryRun: boolean;
  /** Where the rejected rows were written to. */
  readonly rejects?: string | undefined;
  /** What was imported, as it was named. */
  readonly file?: string;
}

/** What became of a file. */
export function formatImport(report: ImportReport, { dryRun, rejects, file = '' }: ImportTold): string {
  const { added, updated, unchanged, left, skipped, rejected, statuses, format } = report;
  const counts = `${added} added, ${updated} updated, ${unchanged} unchanged, ${skipped.length} skipped, ${rejected.length} rejected`;
  return [
    dryRun ? `${counts} (a dry run: nothing was written)` : counts,
    `in the file: ${formatStatuses(statuses)}`,
    ...formatPending(statuses),
    ...(left > 0 ? [`${left} of those on the list ${dryRun ? 'would leave' : 'left'} it by this file`] : []),
    ...formatFormat(format),
    ...formatNameOfFile(file, statuses),
    ...formatDoubts(report),
    ...firstLines(skipped, ({ line, address, reason }) => `line ${line} skipped: ${safe(address)} ${reason}`),
    ...firstLines(rejected, formatRejected),
    ...(rejects !== undefined && rejected.length > 0
      ? [`the rejected rows are in ${safe(rejects)}: mend them there, and import it with the same options`]
      : []),
  ].join('\n');
}

function formatRejected({ line, address, reason }: LeftOutRow): string {
  return `line ${line} rejected: ${address === '' ? '' : `${safe(address)}: `}${safe(reason)}`;
}

function formatPending({ pending }: ImportReport['statuses']): string[] {
  if (pending === 0) return [];
  return ['who is pending gets no mail, and is not asked for it: they can join by the form'];
}

/** Whoever reads it sees whether those who have left were taken for such, also where nobody was. */
function formatStatuses(statuses: ImportReport['statuses']): string {
  const told = Object.entries(statuses).filter(([, count]) => count > 0);
  return told.map(([status, count]) => `${count} ${status}`).join(', ') || 'nobody';
}

/** What the file was taken for: whoever reads it sees a wrong guess before it matters. */
function formatFormat({ export: tool, addressBook, encoding, delimiter, columns }: FileFormat): string[] {
  const kind = tool === undefined ? 'a list' : `an export of ${tool}`;
  const uses = columns.map(({ column, as }) => `${safe(column)} → ${safe(nameUses(as))}`);
  return [
    `read as ${kind}, ${encoding}, with ${delimiterNames[delimiter] ?? delimiter}`,
    ...(uses.length === 0 ? [] : [`columns: ${uses.join(' · ')}`]),
    ...(addressBook === true
      ? ['an address book is no list: mail only those who have asked for it, and say where with --source']
      : []),
  ];
}

/** A list of those who left often has no column that says so: its name does. */
export function formatNameOfFile(file: string, { active }: ImportReport['statuses']): string[] {
  if (active === 0) return [];
  const called = `the file is called ${safe(file)}, and ${active} of its people are taken for readers`;
  if (ofThoseWhoNeverJoined.test(file))
    return [`${called}: whoever never subscribed has asked for no mail, and belongs on no list`];
  if (!ofThoseWhoLeft.test(file)) return [];
  return [`${called}: if they left, let it have a column “status” that says unsubscribed`];
}

/** Mailchimp exports those who only bought something as a file of their own. */
const ofThoseWhoNeverJoined = /non-?subscri/i;

const ofThoseWhoLeft =
  /unsub|opt.?out|cleaned|bounc|suppress|black.?list|block.?list|ab(?:ge)?meld|abbest|widerr|désabo|désinscr|desuscri|bajas?\b|afgemeld|uitgeschr/i;

/** A column of a list that is about to be mailed. */
export function formatDoubtOfNamed(title: string, file: string): string {
  return `${formatDoubt(title)}\n  hint: if it does, penny subscribers import ${safe(file)} --dry-run says how to have it read; import the file first`;
}

function formatDoubt(title: string): string {
  return `look at the column “${safe(title)}”: it may say who wants mail, and is not read for that`;
}

/** What a person should look at before these people are mailed: penny does not guess who agreed, and who has left. */
function formatDoubts({ format, statuses: { active }, undated }: ImportReport): string[] {
  if (active === 0) return [];
  const { doubtful = [], perhapsConsent } = format;
  const some = `${undated} of the active rows ${undated === 1 ? 'does' : 'do'} not say`;
  const whose = undated === active ? 'no row says' : some;
  const hint =
    perhapsConsent === undefined
      ? ''
      : `; if “${safe(perhapsConsent)}” does: --map "${safe(perhapsConsent)}=consent"`;
  return [
    ...doubtful.map((title) => `${formatDoubt(title)}; ${howToRead(safe(title))}`),
    ...(undated === 0 ? [] : [`${whose} when they agreed, so that today counts${hint}`]),
  ];
}

function howToRead(title: string): string {
  return `if a yes means that they want mail: --map "${title}=agreed"; if it means that they do not, or a day on which they left: =unsubscribedAt; if it has words such as active: =status`;
}

function nameUses(as: readonly string[]): string {
  if (as.length === 0) return 'left out';
  return as.map((use) => use.replace(/^fields\./, 'field ')).join(' and ');
}

const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};
