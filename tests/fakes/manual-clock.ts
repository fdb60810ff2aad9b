import type { Clock } from '../../src/delivery/clock.ts';

/** Time that passes only when somebody sleeps, and then at once. A sleep that is aborted passes no time. */
export function createManualClock(start = 1_000_000): Clock & { readonly slept: readonly number[] } {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    async sleep(milliseconds, signal) {
      // The heartbeat sleeps beside the lanes: it waits for its signal and moves no time.
      if (milliseconds === 10_000 && signal !== undefined) {
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        return;
      }
      // Whoever waits again and again must not keep the others from their work.
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted === true) return;
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
}
