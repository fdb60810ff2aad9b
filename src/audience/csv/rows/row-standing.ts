import { type DraftStatus, isLeaving } from '../../subscriber.ts';
import { leavingRoles } from '../columns/usual-headers.ts';
import { readMoment } from './read-moment.ts';
import { isNothing, type Row } from './row.ts';
import { answeredColumns, noAnswer, readAgreement } from './row-agreement.ts';
import { answerOf, statusesByWeight, statusOf, statusWordOf } from './status-words.ts';

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
  for (const column of answeredColumns(row)) {
    const status = readAgreement(row, column);
    if (status === undefined) problem ??= noAnswer(row, column);
    else weight = Math.max(weight, weightOf(status));
  }
  const status = statusesByWeight[weight] ?? 'active';
  problem ??= misplacedStatus(row);
  return problem === undefined || isLeaving(status) ? status : { problem };
}

/** Whether a word in a column for the status says that the person has left: no cell from elsewhere is that by accident. */
export function saysInAWordThatTheyLeft({ cells, columns }: Row): boolean {
  return (columns.roles.status ?? []).some((column) =>
    isLeaving(statusWordOf(cells[column] ?? '', columns.known)),
  );
}

/** When somebody left, in ISO 8601, where the file says it: of several moments the latest. */
export function readLeaving({ cells, columns }: Row): string | undefined {
  return leavingRoles
    .flatMap((role) => columns.roles[role] ?? [])
    .map((column) => readMoment(cells[column] ?? '', columns.dayOrders?.get(column)))
    .reduce((latest, moment) => ((moment ?? '') > (latest ?? '') ? moment : latest), undefined);
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

/** Of a row with too few cells: a comma is missing, and a status stands under another name. */
function misplacedStatus({ cells, columns: { titles, roles } }: Row): string | undefined {
  if (cells.length >= titles.length || cells.length < 2) return undefined;
  const last = cells.length - 1;
  const isStatus = roles.status?.includes(last) ?? false;
  if (isStatus || !isLeaving(statusWordOf(cells[last] ?? ''))) return undefined;
  return `“${cells[last] ?? ''}” stands under “${titles[last] ?? ''}”: is a comma missing?`;
}

/** Whether a column of the role has a moment, or anything else that is no “no”. */
function isSaid({ cells, columns }: Row, role: (typeof leavingRoles)[number]): boolean {
  return columns.roles[role]?.some((column) => !isEmptyWord(cells[column] ?? '')) ?? false;
}

function isEmptyWord(cell: string): boolean {
  if (cell === '') return true;
  if (usualMoment.test(cell)) return false;
  if (isNothing(cell) || emptyMoment.test(cell) || link.test(cell)) return true;
  return answerOf(cell) === false || statusWordOf(cell) === 'active' || denial.test(cell);
}

const usualMoment = /^(?:199|20\d)\d-[01]/;
/** What databases and spreadsheets write for no day: `0000-00-00 00:00:00`, `00.00.0000`, `0,00`, `01.01.1900`. */
const emptyMoment =
  /^(?:[0:.,/% -]+|(?:1900|1970)-0[01]-0[01].*|0?1[./]0?1[./](?:1900|1970).*|\d{4}-00-00.*)$/;
/** Letters that are merged with a list have one for everybody. */
const link = /^https?:\/\//i;
/** `not yet`, `nein, noch aktiv`; and not `no longer`, `nicht mehr`. */
const denial =
  /^(?:(?:no|not|nein|non|nee|noch nicht|nicht|keine?r?|never|nie|niemals|jamais|aucune?|nunca|ningun[ao]|nooit|geen)(?! (?:longer|more|mehr|plus|más|meer))|noch aktiv|still active|ok|off|soft|entsperrt)(?!\p{L})/iu;
