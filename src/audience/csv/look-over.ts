import { type ColumnMap, findMappedColumns } from './column-map.ts';
import type { Columns } from './csv-columns.ts';
import { plainHeader } from './known-exports.ts';
import { type DayOrder, dayOrderOf, readMoment } from './read-moment.ts';
import type { CsvRecord } from './read-records.ts';
import { statusOf } from './status-words.ts';

/**
 * What the first rows of a file show of its columns, and no header says: the order of its days, a column “state” that is no
 * state of a country, and fields that somebody should look at before they mail these people.
 *
 * @param maps what the person said of columns: of those there is no doubt
 */
export function lookOver(
  columns: Columns,
  sample: readonly CsvRecord[],
  maps: readonly ColumnMap[] = [],
): Columns {
  const said = new Set(findMappedColumns(maps, columns.titles).map(([column]) => column));
  const guessed = columns.fields.filter(([column]) => !said.has(column));
  const cellsOf: CellsOf = (column) =>
    sample.map(({ cells }) => (cells[column] ?? '').trim()).filter((cell) => cell !== '');
  const told = withState(columns, guessed, cellsOf);
  const dayOrder = findDayOrder(told, cellsOf);
  const ordered: Columns = dayOrder === undefined ? told : { ...told, dayOrder };
  // What an export of a known tool holds is known.
  return columns.known === undefined ? { ...ordered, ...findDoubts(ordered, guessed, cellsOf) } : ordered;
}

type CellsOf = (column: number) => readonly string[];

function findDayOrder({ roles }: Columns, cellsOf: CellsOf): DayOrder | undefined {
  const dated = (['consent', 'agreed', 'joinedAt', 'unsubscribedAt', 'suppressedAt'] as const).flatMap(
    (role) => roles[role] ?? [],
  );
  for (const column of dated)
    for (const cell of cellsOf(column)) {
      const order = dayOrderOf(cell);
      if (order !== undefined) return order;
    }
  return undefined;
}

/** Kit calls its status so, and address books the place where somebody lives. */
function withState(columns: Columns, guessed: Columns['fields'], cellsOf: CellsOf): Columns {
  const { known, roles, fields, titles } = columns;
  if (known !== undefined || roles.status !== undefined) return columns;
  const state = guessed.find(([column]) => plainHeader(titles[column] ?? '') === 'state');
  if (state === undefined || !saysStandings(cellsOf(state[0]))) return columns;
  return {
    ...columns,
    roles: { ...roles, status: [state[0]] },
    fields: fields.filter((field) => field !== state),
  };
}

function findDoubts(
  { titles, fields, roles }: Columns,
  guessed: Columns['fields'],
  cellsOf: CellsOf,
): Pick<Columns, 'doubtful' | 'perhapsConsent'> {
  const named = guessed
    .filter((field) => fields.includes(field))
    .map(([column]) => ({ title: titles[column] ?? '', cells: cellsOf(column) }));
  const filled = named.filter(({ cells }) => cells.length > 0);
  const doubtful = filled
    .filter(({ title, cells }) => aboutMail.test(title) || saysStandings(cells))
    .map(({ title }) => title);
  const isDay = (cell: string): boolean =>
    (readMoment(cell, 'day first') ?? readMoment(cell, 'month first')) !== undefined;
  const dated = roles.consent === undefined ? filled.find(({ cells }) => cells.every(isDay)) : undefined;
  return {
    ...(doubtful.length === 0 ? {} : { doubtful }),
    ...(dated === undefined ? {} : { perhapsConsent: dated.title }),
  };
}

/** What a header says of whether somebody wants mail, in parts of words. */
const aboutMail =
  /unsub|subscri|opt.?(?:in|out)|consent|bounce|suppress|black.?list|block.?list|complain|spam|newsletter|marketing.?(?:contact|status|permission)|gdpr|dsgvo|einwillig|zustimm|abmeld|abgemeld|widerr|abonn|rgpd|désinscr|toestemm/i;

/** Whether cells say how people stand, and somebody has left. A plain yes or no may answer any question. */
function saysStandings(cells: readonly string[]): boolean {
  const statuses = cells.map((cell) => (plainAnswer.test(cell) ? undefined : statusOf(cell)));
  return (
    statuses.every((status) => status !== undefined) &&
    statuses.some((status) => status === 'unsubscribed' || status === 'suppressed')
  );
}

const plainAnswer =
  /^(?:true|false|yes|no|[yn01j]|ja|nein|oui|non|s[ií]|nee|wahr|falsch|vrai|faux|waar|onwaar)$/i;
