import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../delivery/clock.ts';

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    await wait(milliseconds, undefined, { ...(signal === undefined ? {} : { signal }) }).catch(() => {});
  },
};
