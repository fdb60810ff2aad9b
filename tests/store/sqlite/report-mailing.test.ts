import { expect, it } from 'vitest';
import { claim, ledger, none, start } from './fresh-ledger.ts';
import { ada, noon } from './samples.ts';

it('counts every recipient in exactly one of ten states, and lists them all', async () => {
  const names = Array.from({ length: 1_203 }, (_, index) => `reader${String(index).padStart(4, '0')}`);
  const mailing = start(...names);
  const ends = ['accepted', 'deferred', 'failed', 'held', 'unknown', 'queued'] as const;
  for (const [index, claimed] of (await claim(mailing, { count: 12 })).entries()) {
    const state = ends[index % ends.length] ?? 'queued';
    await ledger.intendDot(claimed, ada, noon);
    await ledger.settle(
      claimed,
      ada,
      { state, stage: 'dot', text: '', ...(state === 'deferred' ? { dueAt: noon } : {}) },
      noon,
    );
  }
  const counts = ledger.counts(mailing);
  expect(counts).toEqual({
    ...none,
    accepted: 2,
    deferred: 2,
    failed: 2,
    held: 2,
    unknown: 2,
    queued: 1_193,
  });
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(mailing.audience);
  const addresses = [...ledger.recipients(mailing)].map(({ address }) => address);
  expect(addresses).toEqual(names.map((name) => `${name}@Example.com`));
});
