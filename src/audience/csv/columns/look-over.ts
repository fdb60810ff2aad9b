import { isLeaving } from '../../subscriber.ts';
import { type DayOrder, dayOrderOf, readMoment } from '../rows/read-moment.ts';
import { answerOf, statusWordOf } from '../rows/status-words.ts';
import type { CsvRecord } from '../text/read-records.ts';
import { type ColumnMap, findMappedColumns } from './column-map.ts';
import { plainHeader } from './column-role.ts';
import type { Columns } from './csv-columns.ts';

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
  const isGuessed = ([column]: Columns['fields'][number]): boolean => !said.has(column);
  const cellsOf: CellsOf = (column) =>
    sample.map(({ cells }) => (cells[column] ?? '').trim()).filter((cell) => cell !== '');
  const withStatus = readState(columns, isGuessed, cellsOf);
  const dayOrders = findDayOrders(withStatus, cellsOf);
  const ordered = dayOrders.size === 0 ? withStatus : { ...withStatus, dayOrders };
  return { ...ordered, ...findDoubts(ordered, isGuessed, cellsOf) };
}

type CellsOf = (column: number) => readonly string[];
type IsGuessed = (field: Columns['fields'][number]) => boolean;

/** A column goes by its own days; one that shows nothing, by the others where these agree. */
function findDayOrders({ roles }: Columns, cellsOf: CellsOf): ReadonlyMap<number, DayOrder> {
  const dated = (['consent', 'agreed', 'joinedAt', 'unsubscribedAt', 'suppressedAt'] as const).flatMap(
    (role) => roles[role] ?? [],
  );
  const shown = dated.map((column) => [column, ordersIn(cellsOf(column))] as const);
  const all = new Set(shown.flatMap(([, orders]) => [...orders]));
  return new Map(
    shown.flatMap(([column, orders]): (readonly [number, DayOrder])[] => {
      const [order, ...others] = orders.size === 0 ? all : orders;
      return order === undefined || others.length > 0 ? [] : [[column, order]];
    }),
  );
}

function ordersIn(cells: readonly string[]): ReadonlySet<DayOrder> {
  return new Set(cells.map(dayOrderOf).filter((order) => order !== undefined));
}

/** Kit calls its status so, and address books the place where somebody lives. */
function readState(columns: Columns, isGuessed: IsGuessed, cellsOf: CellsOf): Columns {
  const { known, roles, fields, titles } = columns;
  if (known !== undefined || roles.status !== undefined) return columns;
  const state = fields.filter(isGuessed).find(([column]) => plainHeader(titles[column] ?? '') === 'state');
  if (state === undefined || !saysStatuses(cellsOf(state[0]))) return columns;
  return {
    ...columns,
    roles: { ...roles, status: [state[0]] },
    fields: fields.filter((field) => field !== state),
  };
}

function findDoubts(
  { titles, fields, roles, known }: Columns,
  isGuessed: IsGuessed,
  cellsOf: CellsOf,
): Pick<Columns, 'doubtful' | 'perhapsConsent'> {
  const filled = fields
    .filter(isGuessed)
    .map(([column]) => ({ title: (titles[column] ?? '').normalize('NFC'), cells: cellsOf(column) }))
    .filter(({ title, cells }) => cells.length > 0 && known?.harmless?.includes(plainHeader(title)) !== true);
  const doubtful = filled.filter(isDoubtful).map(({ title }) => title);
  const dated =
    known === undefined && roles.consent === undefined
      ? filled.find(
          ({ title, cells }) => cells.every(isDay) && !ofBirth.test(title) && !doubtful.includes(title),
        )
      : undefined;
  return {
    ...(doubtful.length === 0 ? {} : { doubtful }),
    ...(dated === undefined ? {} : { perhapsConsent: dated.title }),
  };
}

interface FilledColumn {
  readonly title: string;
  readonly cells: readonly string[];
}

function isDoubtful({ title, cells }: FilledColumn): boolean {
  if (aboutMail.test(title) || saysStatuses(cells) || cells.some((cell) => remark.test(cell))) return true;
  return perhapsAboutMail.test(title) && cells.every((cell) => answerOf(cell) !== undefined || isDay(cell));
}

function isDay(cell: string): boolean {
  return (readMoment(cell, 'day first') ?? readMoment(cell, 'month first')) !== undefined;
}

const ofBirth = /birth|geburt|naissance|nacimiento|geboorte/i;

/** What a header says of whether somebody wants mail, in parts of words. */
const aboutMail =
  /unsub|subscri|opt.{0,3}(?:in|out)\b|consent|bounce|suppress|black.?list|block.?list|complain|spam|newsletter|mailing\b(?! (?:address|street|city|state|zip|country))|marketing.?(?:contact|status|permission)|gdpr|dsgvo|rgpd|einwillig|zustimm|einverst|abmeld|abgemeld|abbest|widerr|widerspr|abonn|désinscr|toestemm|permission|sperr|werbung|anschreiben|kontaktier|quarant|robinson|desuscri|uitgeschr|contact.?status/i;

/** The same of headers that say so only where all their cells are a yes, a no or a day. */
const perhapsAboutMail =
  /\bactive|aktiv|\binactive|remov|delet|gelöscht|lösch|cancel|gekünd|kündig|austritt|left|\bbaja|confirm|bestätig|\bdoi\b|kein|\bno\b|nicht|allow|erlaub|wants|mail/i;

/** In a remark about somebody. */
const remark =
  /abgemeldet|abbestellt|ausgetragen|unsubscribed|nicht mehr (?:an|kontakt)|keinen? (?:mails?|newsletter|werbung)|do not (?:contact|e-?mail|mail)|opt(?:ed)? out|désinscrit|désabonné|uitgeschreven/i;

/**
 * Whether most cells say how people stand, and somebody has left. One word of another kind takes nothing away: whoever
 * wrote it is rejected with it.
 */
function saysStatuses(cells: readonly string[]): boolean {
  const statuses = cells.map((cell) => statusWordOf(cell));
  const said = statuses.filter((status) => status !== undefined).length;
  return said * 2 >= cells.length && statuses.some(isLeaving);
}
