/** The hours of the day in which messages go, on this machine's clock: minutes since midnight. */
export interface SendWindow {
  readonly from: number;
  /** Before `from` when the window goes over midnight. */
  readonly to: number;
}

/** Reads `08:00-18:00` or `22:00-06:00`; nothing when it is neither, or when such a window never opens. */
export function readSendWindow(text: string): SendWindow | undefined {
  const [, from, to] = /^(\d\d?:\d\d)-(\d\d?:\d\d)$/.exec(text.trim()) ?? [];
  const window = { from: minutesOf(from), to: minutesOf(to) };
  if (Number.isNaN(window.from) || Number.isNaN(window.to)) return undefined;
  const isNever = window.from === window.to || (window.from === minutesOfDay && window.to === 0);
  return isNever ? undefined : window;
}

const minutesOfDay = 24 * 60;

function minutesOf(time = ''): number {
  const [hours = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number);
  const all = hours * 60 + minutes;
  return minutes < 60 && all <= minutesOfDay ? all : Number.NaN;
}

const minute = 60_000;

/**
 * The first moment from `now` on that lies in the window: `now` itself, or when it opens next.
 *
 * @param now milliseconds since 1970, as is the answer
 */
export function nextOpening(window: SendWindow, now: number): number {
  if (isOpen(window, now)) return now;
  // Minute by minute, as somebody who looks at a clock: on some days an hour comes twice, or not at all.
  let moment = now - (now % minute) + minute;
  while (!isOpen(window, moment)) moment += minute;
  return moment;
}

function isOpen({ from, to }: SendWindow, moment: number): boolean {
  const day = new Date(moment);
  const shown = day.getHours() * 60 + day.getMinutes();
  return from < to ? shown >= from && shown < to : shown >= from || shown < to;
}
