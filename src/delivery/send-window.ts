/** The hours of the day in which messages go, on this machine's clock: minutes since midnight. */
export interface SendWindow {
  readonly from: number;
  /** Before `from` when the window goes over midnight. */
  readonly to: number;
}

/** Reads `08:00-18:00` or `22:00-06:00`; nothing when it is neither. */
export function readSendWindow(text: string): SendWindow | undefined {
  const [, from, to] = /^(\d\d?:\d\d)-(\d\d?:\d\d)$/.exec(text.trim()) ?? [];
  const window = { from: minutesOf(from), to: minutesOf(to) };
  return Number.isNaN(window.from) || Number.isNaN(window.to) || window.from === window.to
    ? undefined
    : window;
}

function minutesOf(time = ''): number {
  const [hours = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number);
  const all = hours * 60 + minutes;
  return minutes < 60 && all <= 24 * 60 ? all : Number.NaN;
}

/**
 * The first moment from `now` on that lies in the window: `now` itself, or when it opens next.
 *
 * @param now milliseconds since 1970, as is the answer
 */
export function nextOpening({ from, to }: SendWindow, now: number): number {
  const day = new Date(now);
  const minute = day.getHours() * 60 + day.getMinutes();
  const isOpen = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  if (isOpen) return now;
  // By the calendar and not by adding hours: a day may have 23 or 25.
  const opensOn = minute < from ? day.getDate() : day.getDate() + 1;
  return new Date(day.getFullYear(), day.getMonth(), opensOn, 0, from).getTime();
}
