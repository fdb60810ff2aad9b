import type { Waiting } from '../../delivery/dispatch-input.ts';
import type { DeliveryCounts, Ledger } from '../../delivery/ledger.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { formatProgress, formatWaiting } from '../../terminal/progress-text.ts';
import type { CommandContext } from '../command.ts';
import { systemClock } from './system-clock.ts';

/** Milliseconds between two looks at the ledger, at least. */
const shortestInterval = 200;
/** A look at a long ledger takes its time: no more than one part of so many is spent with it. */
const share = 50;
/** Milliseconds between two steps of a countdown. */
const second = 1_000;

interface Watched {
  readonly ledger: Ledger;
  readonly mailing: Mailing;
  /** The counts when this run began: the rate is that of this run. */
  readonly before: DeliveryCounts;
}

interface ShownProgress extends Disposable {
  readonly onProgress: () => void;
  readonly onWaiting: (waiting: Waiting | undefined) => void;
}

/** The line at the bottom while a mailing runs: how far it is, or what it waits for and how long still. */
export function showProgress(
  { terminal }: CommandContext,
  { ledger, mailing, before }: Watched,
): ShownProgress {
  const startedAt = systemClock.now();
  let nextLook = startedAt;
  let countdown: NodeJS.Timeout | undefined;

  return {
    onProgress: () => {
      const now = systemClock.now();
      if (now < nextLook) return;
      const counts = ledger.counts(mailing);
      nextLook = now + Math.max(shortestInterval, share * (systemClock.now() - now));
      terminal.status(formatProgress(counts, { before, seconds: (now - startedAt) / 1000 }));
    },
    onWaiting: (waiting) => {
      clearInterval(countdown);
      if (waiting === undefined) return terminal.status('');
      const show = (): void => terminal.status(formatWaiting(waiting, systemClock.now()));
      terminal.say(formatWaiting(waiting, systemClock.now()));
      countdown = setInterval(show, second);
    },
    [Symbol.dispose]: () => {
      clearInterval(countdown);
      terminal.status('');
    },
  };
}
