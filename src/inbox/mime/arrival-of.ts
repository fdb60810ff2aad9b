import { type Headers, headerOf } from './read-headers.ts';

const minute = 60_000;
const day = 86_400_000;

/**
 * The latest moment at which a message can have been written, in milliseconds since 1970: when the last server took it
 * (RFC 5321 §4.4), or the day after the one that its writer's clock says. Nothing where neither can be read.
 */
export function arrivalOf(headers: Headers): number | undefined {
  const received = headerOf(headers, 'received');
  const taken = Date.parse(received?.slice(received.lastIndexOf(';') + 1).slice(0, 100) ?? '');
  if (!Number.isNaN(taken)) return taken + 5 * minute;
  const written = Date.parse((headerOf(headers, 'date') ?? '').slice(0, 100));
  return Number.isNaN(written) ? undefined : written + day;
}
