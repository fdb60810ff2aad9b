import { expect, it } from 'vitest';
import { claim, claimOne, ledger, none, start, suppress } from './fresh-ledger.ts';
import { ada, minute, noon } from './samples.ts';

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

it('tells the code of the last reply, and when a deferred recipient is tried again', async () => {
  const mailing = start('ann', 'bob');
  const later = { state: 'deferred', stage: 'rcpt', code: 451, text: 'greylisted' } as const;
  await ledger.settle(await claimOne(mailing), ada, { ...later, dueAt: noon + minute }, noon);
  await ledger.settle(await claimOne(mailing), ada, { ...later, dueAt: noon + minute }, noon);
  const [ann, bob] = [...ledger.recipients(mailing)];
  expect(ann).toMatchObject({ state: 'deferred', code: 451, dueAt: noon + minute });
  expect(bob).toMatchObject({ state: 'deferred', code: 451, dueAt: noon + minute });

  suppress('ann@example.com');
  const [claimed] = await claim(mailing, { count: 2, now: noon + minute });
  expect(claimed?.recipient.name).toBe('bob');
  const reports = [...ledger.recipients(mailing)];
  expect(reports).toMatchObject([{ state: 'skipped' }, { state: 'attempting' }]);
  // Why somebody is skipped no server said, and whoever is on their way has no answer yet.
  expect(reports.map(({ code, dueAt }) => [code, dueAt])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
});
