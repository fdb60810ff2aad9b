import { type Headers, headerOf } from './read-headers.ts';

const minute = 60_000;
const day = 86_400_000;

/**
 * After this moment, in milliseconds since 1970, a message cannot have been written: five minutes after the last server
 * took it (RFC 5321 §4.4), since clocks differ, or a day after the moment that its writer's clock says. Nothing where
 * neither can be read.
 */
export function arrivalOf(headers: Headers): number | undefined {
  const received = headerOf(headers, 'received') ?? '';
  const taken = readDate(received.slice(received.lastIndexOf(';') + 1));
  if (received.includes(';') && taken !== undefined) return taken + 5 * minute;
  const written = readDate(headerOf(headers, 'date') ?? '');
  return written === undefined ? undefined : written + day;
}

/** RFC 5322 §3.3, without its old forms: `Date.parse` alone finds a moment in nearly every text. */
const form =
  /^\s*(?:[a-z]{3},\s*)?(\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d\d:\d\d(?::\d\d)?\s+(?:[+-]\d{4}|GMT|UTC?))(?:\s|$)/i;

function readDate(text: string): number | undefined {
  const moment = Date.parse(form.exec(text.slice(0, 200))?.[1] ?? '');
  return Number.isNaN(moment) ? undefined : moment;
}
