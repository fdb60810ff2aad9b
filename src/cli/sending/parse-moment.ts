import { UsageError } from '../command.ts';

/**
 * Reads when a mailing is to start: `2026-12-01T09:00`, with a zone behind it (`Z`, `+01:00`, `Europe/Berlin`, or the
 * same in brackets, RFC 9557) or on this machine's clock.
 *
 * @returns milliseconds since 1970
 * @throws UsageError for what is no moment, or for one that no clock of the zone ever shows
 */
export function parseMoment(text: string): number {
  const [, day = '', time = '', offset = '', zone = ''] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)\s*(Z|[+-]\d\d:?\d\d)?\s*\[?([A-Za-z][\w+/-]*)?\]?$/.exec(
      text.trim(),
    ) ?? [];
  const shown = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(shown) || !new Date(shown).toISOString().startsWith(`${day}T${time}`))
    throw noMoment(text);
  requireNamedZone(zone);
  if (offset === '') return inZone(shown, zone === '' ? undefined : zone);
  const moment = Date.parse(`${day}T${time}${offset}`);
  if (Number.isNaN(moment)) throw noMoment(text);
  if (zone !== '' && moment + offsetAt(formatOf(zone), moment) !== shown) {
    throw new UsageError(
      `the clocks of ${zone} do not show ${time} when it is ${time} at ${offset}`,
      'leave one of them out',
    );
  }
  return moment;
}

function noMoment(text: string): UsageError {
  return new UsageError(
    `“${text}” is not a time to start at`,
    'write it like 2026-12-01T09:00, or "2026-12-01T09:00 Europe/Berlin"',
  );
}

/** BST is the time of London to some and that of Dhaka to others, who include our own library. */
function requireNamedZone(zone: string): void {
  if (zone === '' || zone.includes('/') || /^(utc|gmt)$/i.test(zone)) return;
  throw new UsageError(
    `“${zone}” does not say which time zone is meant`,
    'write it as a place, like Europe/London or America/New_York, or as what it is ahead of UTC, like +01:00',
  );
}

/**
 * @param shown what the clocks of the zone show, as if it were UTC
 * @param zone that of this machine, unless it is named
 */
function inZone(shown: number, zone: string | undefined): number {
  const format = formatOf(zone);
  // The offset before and after the moment: one of both is right, unless the clocks skip it.
  for (const guess of [
    shown - offsetAt(format, shown - 86_400_000),
    shown - offsetAt(format, shown + 86_400_000),
  ]) {
    if (guess + offsetAt(format, guess) === shown) return guess;
  }
  throw new UsageError(
    `the clocks of ${zone ?? format.resolvedOptions().timeZone} never show ${new Date(shown).toISOString().slice(0, 16)}`,
    'they are put forward in that hour: take another one',
  );
}

function formatOf(zone: string | undefined): Intl.DateTimeFormat {
  try {
    const own = zone === undefined ? {} : { timeZone: zone };
    return new Intl.DateTimeFormat('sv-SE', { ...own, dateStyle: 'short', timeStyle: 'medium' });
  } catch {
    throw new UsageError(
      `there is no time zone “${zone}”`,
      'write it like Europe/Berlin or America/New_York',
    );
  }
}

/** Milliseconds by which the clocks are ahead of UTC at a moment. */
function offsetAt(format: Intl.DateTimeFormat, moment: number): number {
  return Date.parse(`${format.format(moment).replace(' ', 'T')}Z`) - moment;
}
