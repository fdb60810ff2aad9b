import { parse } from 'csv-parse/sync';
import { decodeCsv } from './decode-csv.ts';
import { ImportError } from './import-error.ts';
import { parseAddress } from './parse-address.ts';
import type { SubscriberConsent, SubscriberDraft } from './subscriber.ts';

/** A row that became a person, with the line at which it starts, from 1. */
export interface ReadRow {
  readonly line: number;
  readonly draft: SubscriberDraft;
}

export interface RejectedRow {
  readonly line: number;
  readonly reason: string;
}

export interface SubscriberFile {
  readonly rows: readonly ReadRow[];
  readonly rejected: readonly RejectedRow[];
  readonly encoding: string;
  readonly delimiter: string;
}

type Column = 'email' | 'name' | 'firstName' | 'tags' | 'ours';

/** Headers that we know, lower-cased and without spaces, dots, hyphens and underscores. */
const knownHeaders: Readonly<Record<string, Column>> = {
  email: 'email',
  emailaddress: 'email',
  address: 'email',
  subscriberemail: 'email',
  name: 'name',
  fullname: 'name',
  firstname: 'firstName',
  givenname: 'firstName',
  tags: 'tags',
  status: 'ours',
  source: 'ours',
  consentedat: 'ours',
};

/**
 * Reads a CSV file as recruiters have it. Columns that are not known become fields under their header. A file without
 * a header will do if its first column holds addresses.
 *
 * The first name comes from its own column; without one it is the first word of a name of several plain words.
 *
 * @throws ImportError when the file is no CSV, or no column holds addresses.
 */
export function readSubscriberFile(
  bytes: Uint8Array,
  { consent, tags }: { consent: SubscriberConsent; tags: readonly string[] },
): SubscriberFile {
  const { text, encoding, delimiter } = decodeCsv(bytes);
  const records = readRecords(text, delimiter);
  const [header, ...body] = hasHeader(records) ? records : [{ line: 0, cells: ['email'] }, ...records];
  const columns = (header?.cells ?? []).map((title) => ({
    title: title.trim(),
    column: knownHeaders[title.toLowerCase().replaceAll(/[\s._-]/g, '')],
  }));
  if (!columns.some(({ column }) => column === 'email')) {
    throw new ImportError(
      'no column of the file holds addresses',
      'give the file a first line with the columns’ names, one of them email',
    );
  }
  const rows: ReadRow[] = [];
  const rejected: RejectedRow[] = [];
  for (const { line, cells } of body) {
    const read = readRow(cells, columns, { consent, tags });
    if ('problem' in read) rejected.push({ line, reason: read.problem });
    else rows.push({ line, draft: read });
  }
  return { rows, rejected, encoding, delimiter };
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

function readRecords(text: string, delimiter: string): CsvRecord[] {
  try {
    const options = { delimiter, bom: true, info: true, relax_column_count: true, skip_empty_lines: true };
    const parsed: unknown = parse(text, options);
    // With `info` every record comes with where it ended, which the library's types leave out.
    return (parsed as readonly { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      cells: record,
      line: info.lines - countNewlines(record),
    }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ImportError(
      `the file is not CSV: ${reason}`,
      'save it again as CSV; a quote inside quotes is written twice',
      cause,
    );
  }
}

/** csv-parse counts to the end of a row; the row starts before the line ends within its cells. */
function countNewlines(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split(/\r\n|\r|\n/).length - 1, 0);
}

function hasHeader([first]: readonly CsvRecord[]): boolean {
  return first === undefined || 'problem' in parseAddress(first.cells[0] ?? '');
}

interface NamedColumn {
  readonly title: string;
  readonly column: Column | undefined;
}

function readRow(
  cells: readonly string[],
  columns: readonly NamedColumn[],
  { consent, tags }: { consent: SubscriberConsent; tags: readonly string[] },
): SubscriberDraft | { readonly problem: string } {
  if (cells.length !== columns.length)
    return { problem: `it has ${cells.length} columns instead of ${columns.length}` };
  const values = columns.map(({ title, column }, index) => ({
    title,
    column,
    value: unprotect(cells[index] ?? '').trim(),
  }));
  const hostile = values.find(({ value }) => /[\p{Cc}\u2028\u2029]/u.test(value));
  if (hostile !== undefined)
    return { problem: `${hostile.title} holds a line break or another control character` };
  const valueOf = (wanted: Column): string =>
    values.find(({ column, value }) => column === wanted && value !== '')?.value ?? '';
  const parsed = parseAddress(valueOf('email'));
  if ('problem' in parsed) return parsed;
  const name = valueOf('name');
  const firstName = valueOf('firstName') || firstWord(name);
  const fields = values.filter(
    ({ column, value, title }) => column === undefined && value !== '' && title !== '',
  );
  return {
    ...parsed,
    ...(name === '' ? {} : { name }),
    ...(firstName === '' ? {} : { firstName }),
    tags: [
      ...new Set([
        ...valueOf('tags')
          .split(/[,;]/)
          .map((tag) => tag.trim())
          .filter((tag) => tag !== ''),
        ...tags,
      ]),
    ],
    fields: Object.fromEntries(fields.map(({ title, value }) => [title, value])),
    consent,
  };
}

/** `Ann Smith` is Ann; of `Smith, Ann` and `李` nobody can be sure. */
function firstWord(name: string): string {
  const words = name.split(/\s+/);
  return words.length > 1 && !/[,;&]/.test(name) && /^\p{L}/u.test(name) ? (words[0] ?? '') : '';
}

/** Takes off the apostrophe that our own export puts before what a spreadsheet would run. */
function unprotect(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r'＝＋－＠])/u, '');
}
