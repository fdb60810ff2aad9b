/** How a file writes days such as 3/1/2021: as the 3rd of January, or as the 1st of March. */
export type DayOrder = 'day first' | 'month first';

/** ISO 8601, with a space for the T, with or without a zone. */
const form =
  /^((\d{4})-(\d\d)-(\d\d))(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)(?: ?(Z|UTC|[+-]\d\d(?::?\d\d)?))?)?$/;

/** What needs no closer look: no zone, a day that every month has, and a year in which people wrote mails. */
const usual =
  /^(?:19[7-9]|20\d)\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])(?:[T ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)?$/;

/** As spreadsheets show it: `1.3.2021`, `3/1/21 9:58 PM`, `2021/03/01 9:58:02 AM GMT+1`, `01-03-2021 09:58`. */
const spreadsheetForm =
  /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:,? (\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?: ?([ap])\.?m\.?)?(?: (?:GMT|UTC)([+-]\d{1,2})?)?)?$/i;

/**
 * The moment in ISO 8601 in UTC, or nothing when there is none in the text. A day alone is its first moment; without a
 * zone it is UTC.
 *
 * @param order without which a day that could be two is none
 */
export function readMoment(text: string, order?: DayOrder): string | undefined {
  if (usual.test(text)) return `${text.slice(0, 10)}T${inMilliseconds(text.slice(11))}Z`;
  const [, day = '', year, month, date, time = '00:00', zone = 'Z'] = form.exec(text) ?? [];
  if (day === '') return readSpreadsheetMoment(text, order);
  if (!isDate(Number(year), Number(month), Number(date))) return undefined;
  // Put together as text: to go through Date would take half of the time of reading a row, a million times.
  if (zone === 'Z' || zone === 'UTC') return `${day}T${inMilliseconds(time)}Z`;
  // Postgres writes the hours alone.
  const moment = new Date(`${day}T${time}${zone.length === 3 ? `${zone}:00` : zone}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

/** Whether a day can be read in two ways. */
export function isTwoDays(text: string): boolean {
  const [day, month] = [readMoment(text, 'day first'), readMoment(text, 'month first')];
  return day !== undefined && month !== undefined && day !== month;
}

/** The order that a day shows which can be read in one way only; nothing for all other texts. */
export function dayOrderOf(text: string): DayOrder | undefined {
  const [day, month] = [readMoment(text, 'day first'), readMoment(text, 'month first')];
  if ((day === undefined) === (month === undefined)) return undefined;
  return day === undefined ? 'month first' : 'day first';
}

function readSpreadsheetMoment(text: string, order: DayOrder | undefined): string | undefined {
  const [, first = '', separator, second = '', third = '', hour, ...time] = spreadsheetForm.exec(text) ?? [];
  const clock = readClock(hour, time);
  if (third === '' || clock === undefined) return undefined;
  if (first.length === 4) return momentOf([first, second, third], clock);
  // Whoever writes dots writes the day first.
  const meant = separator === '.' ? 'day first' : order;
  if (meant === undefined) return readUnambiguous([first, second, third], clock);
  return momentOf(inOrder([first, second, third], meant), clock);
}

type Parts = readonly [string, string, string];

function inOrder([first, second, year]: Parts, order: DayOrder): Parts {
  return order === 'day first' ? [yearOf(year), second, first] : [yearOf(year), first, second];
}

function readUnambiguous(parts: Parts, clock: Clock): string | undefined {
  const read = (['day first', 'month first'] as const).map((order) => momentOf(inOrder(parts, order), clock));
  const [one, ...others] = [...new Set(read.filter((moment) => moment !== undefined))];
  return others.length === 0 ? one : undefined;
}

/** Nobody agreed to a newsletter by mail before 1970. */
function yearOf(written: string): string {
  if (written.length !== 2) return written;
  return Number(written) < 70 ? `20${written}` : `19${written}`;
}

interface Clock {
  readonly time: string;
  /** Hours before UTC. */
  readonly ahead: number;
}

function readClock(
  hour = '0',
  [minute = '00', second = '00', half, zone = '0']: readonly (string | undefined)[],
): Clock | undefined {
  const told = Number(hour);
  if (half !== undefined && (told < 1 || told > 12)) return undefined;
  const hours = half === undefined ? told : (told % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hours > 23 || Math.abs(Number(zone)) > 14) return undefined;
  return { time: `${String(hours).padStart(2, '0')}:${minute}:${second}.000`, ahead: Number(zone) };
}

function momentOf([year, month, date]: Parts, { time, ahead }: Clock): string | undefined {
  if (year.length !== 4 || date.length > 2 || !isDate(Number(year), Number(month), Number(date)))
    return undefined;
  const moment = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}T${time}Z`;
  return ahead === 0 ? moment : new Date(Date.parse(moment) - ahead * 3_600_000).toISOString();
}

/** The 30th of February is none, and nobody joined a list by mail in the year 1. */
function isDate(year: number, month: number, date: number): boolean {
  if (!(year >= 1970 && year < 2100 && month >= 1 && month <= 12 && date >= 1)) return false;
  return date <= 28 || date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const noTime = '00:00:00.000';

/** `09:58` and `09:58:02.1234` as `09:58:00.000` and `09:58:02.123`. */
function inMilliseconds(time: string): string {
  return `${time}${noTime.slice(time.length)}`.slice(0, noTime.length);
}
