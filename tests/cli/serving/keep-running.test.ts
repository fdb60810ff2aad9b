import { expect, it } from 'vitest';
import { keepRunning } from '../../../src/cli/serving/keep-running.ts';
import type { Clock } from '../../../src/delivery/clock.ts';

/** A clock whose sleep ends only when it is woken. */
const still: Clock = {
  now: () => 0,
  sleep: (_, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) resolve();
      signal?.addEventListener('abort', () => resolve());
    }),
};

it('does a chore at once, again when it is woken, and no more once it is stopped', async () => {
  let times = 0;
  const done = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const chore = keepRunning({
    pause: 1_000,
    clock: still,
    onError: () => {},
    work: async () => done[times++]?.resolve(),
  });
  await done[0]?.promise;
  chore.wake();
  await done[1]?.promise;
  await chore.stop();
  chore.wake();
  expect(times).toBe(2);
});

it('misses nobody who wakes it while it is at work, and survives what fails', async () => {
  let times = 0;
  const errors: unknown[] = [];
  const second = Promise.withResolvers<void>();
  const chore = keepRunning({
    pause: 1_000,
    clock: still,
    onError: (error) => errors.push(error),
    work: async () => {
      times += 1;
      await Promise.resolve();
      if (times === 2) return second.resolve();
      chore.wake();
      throw new Error('the first time');
    },
  });
  await second.promise;
  await chore.stop();
  expect([times, String(errors[0])]).toEqual([2, 'Error: the first time']);
});
