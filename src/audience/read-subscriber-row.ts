import type { ColumnRole, Columns } from './csv-columns.ts';
import { unguardFormula } from './formula-guard.ts';
import { parseAddress } from './parse-address.ts';
import type { CsvRecord } from './read-records.ts';
import type { DraftStatus, SubscriberDraft } from './subscriber.ts';

/** One person of a file, or why that line is none. */
export type SubscriberRow =
  | { readonly line: number; readonly draft: SubscriberDraft }
  | { readonly line: number; readonly address: string; readonly rejected: string };

/** What is true of every row that does not say otherwise. */
export interface RowDefaults {
  /** Where the consent comes from. */
  readonly source: string;
  /** When it was imported, ISO 8601 in UTC. */
  readonly at: string;
  /** Added to the row's own. */
  readonly tags: readonly string[];
}

/**
 * Reads one line of a list. A first name is what a first-name column says and is never guessed: names put the family
 * first as often as last.
 */
export function readSubscriberRow(record: CsvRecord, columns: Columns, defaults: RowDefaults): SubscriberRow {
  const cells = record.cells.map((cell) => unguardFormula(cell.replaceAll(surroundingSpace, '')));
  const cell = (role: ColumnRole): string => cells[columns.roles[role] ?? -1] ?? '';
  const reject = (rejected: string): SubscriberRow => ({
    line: record.line,
    address: cell('email'),
    rejected,
  });

  const fault = findCellFault(cells, columns);
  if (fault !== undefined) return reject(fault);
  const parsed = parseAddress(cell('email'));
  if ('problem' in parsed) return reject(parsed.problem);
  const status = readStatus(cell('status'));
  if (status === undefined)
    return reject(`the status “${cell('status')}” is not one of active, pending, unsubscribed, suppressed`);
  const at = readMoment(cell('consentedAt'), defaults.at);
  if (at === undefined) return reject(`“${cell('consentedAt')}” is not a date such as 2026-01-31`);

  const name = cell('name') || [cell('firstName'), cell('lastName')].filter((part) => part !== '').join(' ');
  const draft: SubscriberDraft = {
    address: parsed.address,
    canonical: parsed.canonical,
    ...(name === '' ? {} : { name }),
    ...(cell('firstName') === '' ? {} : { firstName: cell('firstName') }),
    status,
    tags: [...new Set([...splitTags(cell('tags')), ...defaults.tags])],
    fields: readFields(cells, columns),
    consent: {
      source: cell('source') || defaults.source,
      at,
      ...(cell('consentProof') === '' ? {} : { proof: cell('consentProof') }),
    },
  };
  return { line: record.line, draft };
}

const surroundingSpace = /^[\p{Zs}\t]+|[\p{Zs}\t]+$/gu;

/** Whatever can end a header line, or turn the direction of what follows. */
const control = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

function findCellFault(cells: readonly string[], { roles, fields }: Columns): string | undefined {
  const named = new Set([...Object.values(roles), ...fields.keys()]);
  for (const [column, cell] of cells.entries()) {
    if (cell !== '' && !named.has(column))
      return `there is a value in column ${column + 1}, which has no name: is a quote missing?`;
    if (control.test(cell))
      return `there is a line break or another control character in column ${column + 1}`;
  }
  return undefined;
}

/** Our own words, and those of other tools' exports. */
const statuses: Readonly<Record<string, DraftStatus>> = {
  '': 'active',
  active: 'active',
  subscribed: 'active',
  true: 'active',
  pending: 'pending',
  unconfirmed: 'pending',
  unsubscribed: 'unsubscribed',
  false: 'unsubscribed',
  suppressed: 'suppressed',
  cleaned: 'suppressed',
  bounced: 'suppressed',
};

function readStatus(cell: string): DraftStatus | undefined {
  const word = cell.toLowerCase();
  return Object.hasOwn(statuses, word) ? statuses[word] : undefined;
}

/** ISO 8601 in UTC; a day alone is its first moment. */
function readMoment(cell: string, otherwise: string): string | undefined {
  if (cell === '') return otherwise;
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?$/.test(cell)) return undefined;
  const moment = new Date(cell);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

function splitTags(cell: string): string[] {
  return cell
    .split(/[,;|]/)
    .map((tag) => tag.replaceAll(/^[\s"]+|[\s"]+$/g, ''))
    .filter((tag) => tag !== '');
}

function readFields(cells: readonly string[], { fields }: Columns): Readonly<Record<string, string>> {
  const values = [...fields].map(([column, name]): [string, string] => [name, cells[column] ?? '']);
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}
