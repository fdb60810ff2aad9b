import type { DraftStatus } from '../subscriber.ts';
import type { ColumnRole } from './known-exports.ts';
import { readMoment } from './read-moment.ts';
import type { Row } from './row.ts';
import { statusesByWeight, statusOf } from './status-words.ts';

/**
 * How the person of a row stands. Of several columns the one that says most counts: whoever has left in one of them has
 * left, whatever the others say.
 */
export function readStatus(row: Row): DraftStatus | { readonly problem: string } {
  if (isSaid(row, 'suppressedAt')) return 'suppressed';
  const { roles } = row.columns;
  let weight = isSaid(row, 'unsubscribedAt') ? weightOf('unsubscribed') : 0;
  let problem: string | undefined;
  for (const column of roles.status ?? []) {
    const status = readStatusWord(row, column);
    if (status === undefined) problem ??= unknownStatus(row, column);
    else weight = Math.max(weight, weightOf(status));
  }
  for (const column of roles.agreed ?? []) {
    const status = readAgreement(row, column);
    if (status === undefined) problem ??= noAnswer(row, column);
    else weight = Math.max(weight, weightOf(status));
  }
  const status = statusesByWeight[weight] ?? 'active';
  return problem === undefined || weight >= weightOf('unsubscribed') ? status : { problem };
}

function weightOf(status: DraftStatus): number {
  return statusesByWeight.indexOf(status);
}

function readStatusWord({ cells, columns }: Row, column: number): DraftStatus | undefined {
  const written = cells[column] ?? '';
  return written === '' ? 'active' : statusOf(written, columns.known);
}

function unknownStatus({ cells }: Row, column: number): string {
  return `the status “${cells[column] ?? ''}” is not active, pending, unsubscribed or suppressed`;
}

/** When somebody left, in ISO 8601, where the file says it. */
export function readLeaving(row: Row, status: 'unsubscribed' | 'suppressed'): string | undefined {
  const { roles, dayOrder } = row.columns;
  for (const column of roles[status === 'suppressed' ? 'suppressedAt' : 'unsubscribedAt'] ?? []) {
    const moment = readMoment(row.cells[column] ?? '', dayOrder);
    if (moment !== undefined) return moment;
  }
  return undefined;
}

/** The day that stands where others say yes. */
export function readAgreementDay(row: Row): string | undefined {
  for (const column of row.columns.roles.agreed ?? []) {
    const moment = readMoment(row.cells[column] ?? '', row.columns.dayOrder);
    if (moment !== undefined) return moment;
  }
  return undefined;
}

/** Yes, no, or the day on which it was said. Of whoever did not answer nobody knows whether they want mail. */
function readAgreement({ cells, columns }: Row, column: number): DraftStatus | undefined {
  const written = cells[column] ?? '';
  if (written === '') return 'pending';
  const status = statusOf(written, columns.known) ?? answerOf(written);
  if (status !== undefined) return status;
  return readMoment(written, columns.dayOrder) === undefined ? undefined : 'active';
}

const answers: Readonly<Record<string, DraftStatus>> = {
  ...{ agreed: 'active', accepted: 'active', granted: 'active', given: 'active', erteilt: 'active' },
  ...{ declined: 'unsubscribed', denied: 'unsubscribed', refused: 'unsubscribed', withdrawn: 'unsubscribed' },
  ...{ revoked: 'unsubscribed', abgelehnt: 'unsubscribed', verweigert: 'unsubscribed' },
};

/** What forms offer: `Yes, please`, `Nein, danke!` */
function answerOf(written: string): DraftStatus | undefined {
  const [, first] = /^(\p{L}{1,10})[,.!:]\s/u.exec(written) ?? [];
  const word = (first ?? written).toLowerCase();
  if (Object.hasOwn(answers, word)) return answers[word];
  return first === undefined ? undefined : statusOf(first);
}

function noAnswer({ cells, columns }: Row, column: number): string {
  const title = columns.titles[column] ?? '';
  return `“${title}” says “${cells[column] ?? ''}”, which is neither yes nor no nor a day (--map "${title}=proof" keeps such words)`;
}

/** Whether a column of the role has a moment, or anything else that is no “no”. */
function isSaid({ cells, columns }: Row, role: ColumnRole): boolean {
  return columns.roles[role]?.some((column) => !negations.has((cells[column] ?? '').toLowerCase())) ?? false;
}

const negations: ReadonlySet<string> = new Set([
  ...['', 'no', 'n', 'false', 'f', '0', '-', '–', '—', 'never', 'none', 'null', 'n/a', 'na'],
  ...['nein', 'falsch', 'non', 'faux', 'nee', 'onwaar', 'falso'],
]);
