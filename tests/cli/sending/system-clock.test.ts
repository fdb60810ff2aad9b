import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { systemClock } from '../../../src/cli/sending/system-clock.ts';

const day = 86_400_000;

it('sleeps for longer than one timer can, for a mailing that starts next month', async () => {
  const controller = new AbortController();
  const sleep = systemClock.sleep(30 * day, controller.signal).then(() => 'awake');
  // A timer that is too long for Node ends after a millisecond.
  expect(await Promise.race([sleep, wait(20, 'asleep')])).toBe('asleep');
  controller.abort();
  expect(await sleep).toBe('awake');
});

it('does not sleep when it was told to stop before', async () => {
  const sleep = systemClock.sleep(day, AbortSignal.abort()).then(() => 'awake');
  expect(await Promise.race([sleep, wait(1_000, 'asleep')])).toBe('awake');
});
