import { expect, it } from 'vitest';
import { HoldLostError } from '../../../src/store/sqlite/hold-lost-error.ts';
import { attempts, claim, claimOne, database, ledger, none, start } from './fresh-ledger.ts';
import { accepted, ada, ben, minute, noon, only } from './samples.ts';

it('appends the attempt and moves the delivery', async () => {
  const mailing = start('ann');
  const claimed = await claimOne(mailing);
  await ledger.intendDot(claimed, ada, noon + 1);
  await ledger.settle(claimed, ada, accepted, noon + 2);
  expect(attempts()).toEqual([
    { number: 1, worker: 'ada', state: 'accepted', stage: 'dot', dot_at: noon + 1, code: 250 },
  ]);
  expect(only([...ledger.recipients(mailing)])).toEqual({
    address: 'ann@Example.com',
    state: 'accepted',
    attempts: 1,
    text: 'queued as 4F2',
    code: 250,
    messageId: '<ann@penny.example>',
  });
  ledger.releaseMailing(mailing, ada, 'finished', undefined, noon + 3);
  expect(ledger.findMailing(1)).toMatchObject({ state: 'finished', finishedAt: noon + 3 });
});

it('keeps a deferred delivery back until it is due, then gives it out before new ones', async () => {
  const mailing = start('ann', 'bob');
  const dueAt = noon + minute;
  await ledger.settle(
    await claimOne(mailing),
    ada,
    { state: 'deferred', stage: 'rcpt', code: 451, text: 'later', dueAt },
    noon,
  );
  expect(ledger.nextDue(mailing)).toBe(0);
  expect((await claim(mailing, { count: 9, now: dueAt - 1 })).map(({ recipient: { name } }) => name)).toEqual(
    ['bob'],
  );
  expect(ledger.nextDue(mailing)).toBe(dueAt);
  expect(await claim(mailing, { count: 9, now: dueAt })).toMatchObject([
    { attempt: 2, messageId: '<ann@penny.example>' },
  ]);
  expect(ledger.nextDue(mailing)).toBeUndefined();
});

it('refuses what is no longer ours, and writes nothing of it', async () => {
  const mailing = start('ann');
  const claimed = await claimOne(mailing);
  await expect(ledger.settle(claimed, ben, { ...accepted, state: 'failed' }, noon)).rejects.toThrow(
    HoldLostError,
  );
  await ledger.settle(claimed, ada, { ...accepted, state: 'failed' }, noon);
  await expect(ledger.settle(claimed, ada, { ...accepted, state: 'queued' }, noon)).rejects.toThrow(
    HoldLostError,
  );
  expect(attempts()).toHaveLength(1);
  expect(ledger.counts(mailing)).toEqual({ ...none, failed: 1 });
});

it.each(['accepted', 'unknown'] as const)(
  'refuses %s for a message whose dot was never intended',
  async (state) => {
    const mailing = start('ann');
    await expect(ledger.settle(await claimOne(mailing), ada, { ...accepted, state }, noon)).rejects.toThrow(
      /CHECK/,
    );
    expect(ledger.counts(mailing)).toEqual({ ...none, attempting: 1 });
  },
);

it('never rewrites an attempt', async () => {
  const mailing = start('ann');
  await ledger.settle(await claimOne(mailing), ada, { ...accepted, state: 'failed' }, noon);
  expect(() => database.exec(`UPDATE attempt SET state = 'queued'`)).toThrow(/append-only/);
});
