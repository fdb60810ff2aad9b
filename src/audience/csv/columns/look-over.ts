import { isLeaving } from '../../subscriber.ts';
import { type DayOrder, dayOrderOf, readMoment } from '../rows/read-moment.ts';
import { answerOf, beginsWithAnswer, statusWordOf } from '../rows/status-words.ts';
import type { CsvRecord } from '../text/read-records.ts';
import { type ColumnMap, findMappedColumns } from './column-map.ts';
import { longestTitle, plainHeader } from './column-role.ts';
import type { Columns } from './csv-columns.ts';
import { fieldPrefix } from './field-prefix.ts';

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
  const isSaid = (column: number): boolean => said.has(column);
  const cellsOf: CellsOf = (column) =>
    sample
      .map(({ cells }) => (cells[column] ?? '').slice(0, longestLook).trim())
      .filter((cell) => cell !== '');
  const withStatus = readState(columns, isSaid, cellsOf);
  const dayOrders = findDayOrders(withStatus, cellsOf);
  const ordered = dayOrders.size === 0 ? withStatus : { ...withStatus, dayOrders };
  return { ...ordered, ...findDoubts(ordered, isSaid, cellsOf) };
}

/** Characters of a cell: a remark comes to the point. */
const longestLook = 300;

type CellsOf = (column: number) => readonly string[];
type IsSaid = (column: number) => boolean;

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

/** Kit calls its status so, and address books the place where somebody lives; in French and Spanish it is also that of a job. */
function readState(columns: Columns, isSaid: IsSaid, cellsOf: CellsOf): Columns {
  const { known, roles, fields, titles } = columns;
  if (known !== undefined || roles.status !== undefined) return columns;
  const state = fields.find(
    ([column]) => !isSaid(column) && placesOrStatuses.has(plainHeader(titles[column] ?? '')),
  );
  if (state === undefined || !saysStatuses(cellsOf(state[0]))) return columns;
  return {
    ...columns,
    roles: { ...roles, status: [state[0]] },
    fields: fields.filter((field) => field !== state),
  };
}

const placesOrStatuses: ReadonlySet<string> = new Set([
  ...['state', 'état', 'etat', 'estado', 'statut', 'estatus'],
]);

function findDoubts(
  { titles, roles, known }: Columns,
  isSaid: IsSaid,
  cellsOf: CellsOf,
): Pick<Columns, 'doubtful' | 'perhapsConsent'> {
  const { tags = [], ...others } = roles;
  const read = new Set(Object.values(others).flat());
  const filled = titles
    .map(
      (title, column): FilledColumn => ({
        title: title.slice(0, longestTitle).normalize('NFC'),
        column,
        cells: cellsOf(column),
      }),
    )
    .filter(({ title, column, cells }) => {
      if (title === '' || cells.length === 0 || read.has(column) || isSaid(column)) return false;
      // One that we wrote ourselves, or the tool: what it means is known.
      const plain = plainHeader(title);
      const isTheirs = known?.harmless?.includes(plain) === true || known?.leftOut?.includes(plain) === true;
      return !title.startsWith(fieldPrefix) && !isTheirs;
    });
  const doubtful = filled.filter(isDoubtful).map(({ title }) => title);
  const dated =
    known === undefined && roles.consent === undefined
      ? filled.find(({ title, column, cells }) => {
          return (
            cells.every(isDay) &&
            !noConsent.test(title) &&
            !tags.includes(column) &&
            !doubtful.includes(title)
          );
        })
      : undefined;
  return {
    ...(doubtful.length === 0 ? {} : { doubtful }),
    ...(dated === undefined ? {} : { perhapsConsent: dated.title }),
  };
}

interface FilledColumn {
  readonly title: string;
  readonly column: number;
  readonly cells: readonly string[];
}

function isDoubtful({ title, cells }: FilledColumn): boolean {
  if (namesMail(title) || cells.some((cell) => isLeaving(statusWordOf(cell)) || remark.test(cell)))
    return true;
  const answers = cells.filter(
    (cell) => beginsWithAnswer(cell) || answerOf(cell) !== undefined || isDay(cell),
  );
  return perhapsAboutMail.test(wordsOf(title)) && answers.length * 2 >= cells.length;
}

/** Whether a column of that title may be doubted: of a field that is called so we write that it is one. */
export function mayBeDoubted(title: string): boolean {
  return namesMail(title) || perhapsAboutMail.test(wordsOf(title));
}

/** Whether a title says by itself that its column may be about who wants mail. */
function namesMail(title: string): boolean {
  const words = wordsOf(title);
  return aboutMail.test(words) && (!ofWhere.test(words) || aboutLeaving.test(words));
}

function wordsOf(title: string): string {
  return title.replaceAll(/[_-]/g, ' ');
}

/** `Subscription source`: where somebody came from, and not whether they stay. */
const ofWhere = /\b(?:source|quelle|origen|herkunft|url|plan|tier)$/i;
/** `Unsubscribe source` has something in it for whoever left. */
const aboutLeaving =
  /unsub|opt.{0,3}out|bounce|complain|suppress|spam|abmeld|abbest|désa|désinscr|baja|afmeld|uitschr/i;

function isDay(cell: string): boolean {
  return (readMoment(cell, 'day first') ?? readMoment(cell, 'month first')) !== undefined;
}

/** Days on which nobody agrees to mails, and those on which they may have ended it. */
const noConsent =
  /birth|geburt|naissance|nacimiento|geboorte|withdr|revok|remov|left|end|cancel|delet|lösch|kündig/i;

/** What a header says of whether somebody wants mail, in parts of words. */
const aboutMail =
  /unsub|subscri|opt.{0,3}(?:in|out)\b|consent|bounce|suppress|black.?list|block.?list|complain|spam|newsletter|mailing\b(?! (?:address|street|city|state|zip|country))|marketing.?(?:contact|status|permission)|gdpr|dsgvo|rgpd|einwillig|zustimm|einverst|abmeld|abgemeld|abbest|widerr|widerspr|abonn|désinscr|toestemm|permission|sperr|werbung|anschreiben|kontaktier|quarant|robinson|desuscri|suscrit|uitgeschr|contact.?status|rundbrief|infolettre|nieuwsbrief|bolet[ií]n|withdrawn|revoked|blocked|storniert|job alerts/i;

/** The same of headers that say so only where most of their cells are a yes, a no or a day. */
const perhapsAboutMail =
  /\b(?:in)?active|aktiv|remov|delet|gelöscht|lösch|cancel|gekünd|kündig|austritt|\bleft|\bbaja|confirm|bestätig|\bdoi\b|kein|\bno\b|nicht|allow|erlaub|wants|mail|contact|kontakt|möchte|may we|dürfen|darf|touch|verteiler|\babo\b|\bnl\b|correo/i;

/** In a remark about somebody. */
const remark =
  /abgemeldet|abbestellt|ausgetragen|unsubscribed|nicht mehr (?:an|kontakt)|kein\p{L}* (?:e-?)?(?:mails?|newsletter|werbung)|aus (?:dem )?verteiler|(?:do not|don.?t) (?:contact|e-?mail|mail)|opt(?:ed)?[ -]out|widersprochen|(?:to be|wants to be) removed|désinscrit|désabonné|ne plus contacter|niet meer|uitgeschreven/iu;

/**
 * Whether most cells say how people stand, and somebody has left. One word of another kind takes nothing away: whoever
 * wrote it is rejected with it.
 */
function saysStatuses(cells: readonly string[]): boolean {
  const statuses = cells.map((cell) => statusWordOf(cell));
  const said = statuses.filter((status) => status !== undefined).length;
  return said * 2 >= cells.length && statuses.some(isLeaving);
}
