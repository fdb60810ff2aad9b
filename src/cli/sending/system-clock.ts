import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../delivery/clock.ts';

/** The longest that one timer of Node can run: what is longer would end at once. */
const longestTimer = 2 ** 31 - 1;

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    for (let left = milliseconds; left > 0 && signal?.aborted !== true; left -= longestTimer) {
      const options = signal === undefined ? {} : { signal };
      await wait(Math.min(left, longestTimer), undefined, options).catch(() => {});
    }
  },
};
