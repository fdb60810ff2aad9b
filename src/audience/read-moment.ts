/** A day or a moment as tools write it: ISO 8601, with a space for the T, with or without a zone. */
const form = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?: ?(Z|UTC|[+-]\d\d:?\d\d))?)?$/;

/** The moment in ISO 8601 in UTC, or nothing when there is none in the text. A day alone is its first moment; without a zone it is UTC. */
export function readMoment(text: string): string | undefined {
  const [, day, time = '00:00', zone = 'Z'] = form.exec(text) ?? [];
  if (day === undefined) return undefined;
  // The 30th of February would be a day in March.
  const moment = isoOf(`${day}T${time}Z`);
  if (moment === undefined || !moment.startsWith(day)) return undefined;
  return zone === 'Z' || zone === 'UTC' ? moment : isoOf(`${day}T${time}${zone}`);
}

function isoOf(text: string): string | undefined {
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
