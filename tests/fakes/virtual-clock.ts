import type { Clock } from '../../src/delivery/clock.ts';

/** Turns of the event loop in which nobody asks what time it is: then all are asleep. */
const quiet = 100;

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/**
 * Time as several sleepers share it: when all of them are asleep, it is the moment at which the first one wakes. For
 * what `createManualClock` cannot show, whose sleepers each push time on.
 */
export function createVirtualClock(start = 1_000_000): Clock {
  let now = start;
  let asked = 0;
  let isPassing = false;
  const sleepers = new Set<Sleeper>();

  const pass = async (): Promise<void> => {
    isPassing = true;
    while (sleepers.size > 0) {
      const before = asked;
      for (let turn = 0; turn < quiet; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      if (asked !== before) continue;
      now = Math.max(now, Math.min(...[...sleepers].map(({ until }) => until)));
      for (const sleeper of sleepers) if (sleeper.until <= now) sleeper.wake();
    }
    isPassing = false;
  };

  return {
    now: () => {
      asked += 1;
      return now;
    },
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        asked += 1;
        if (signal?.aborted === true) return resolve();
        const wake = (): void => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        const sleeper: Sleeper = { until: now + milliseconds, wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', wake);
        if (!isPassing) void pass();
      }),
  };
}
