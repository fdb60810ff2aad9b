/** A day or a moment as tools write it: ISO 8601, with a space for the T, with or without a zone. */
const form =
  /^((\d{4})-(\d\d)-(\d\d))(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)(?: ?(Z|UTC|[+-]\d\d:?\d\d))?)?$/;

/** What needs no closer look: no zone, and a day that every month has. */
const usual = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])(?:[T ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)?$/;

/** The moment in ISO 8601 in UTC, or nothing when there is none in the text. A day alone is its first moment; without a zone it is UTC. */
export function readMoment(text: string): string | undefined {
  if (usual.test(text)) return `${text.slice(0, 10)}T${inMilliseconds(text.slice(11))}Z`;
  const [, day = '', year, month, date, time = '00:00', zone = 'Z'] = form.exec(text) ?? [];
  if (!isDate(Number(year), Number(month), Number(date))) return undefined;
  // Put together as text: to go through Date would take half of the time of reading a row, a million times.
  if (zone === 'Z' || zone === 'UTC') return `${day}T${inMilliseconds(time)}Z`;
  const moment = new Date(`${day}T${time}${zone}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

/** The 30th of February is none. */
function isDate(year: number, month: number, date: number): boolean {
  if (!(month >= 1 && month <= 12 && date >= 1)) return false;
  return date <= 28 || date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const noTime = '00:00:00.000';

/** `09:58` and `09:58:02.1234` as `09:58:00.000` and `09:58:02.123`. */
function inMilliseconds(time: string): string {
  return `${time}${noTime.slice(time.length)}`.slice(0, noTime.length);
}
