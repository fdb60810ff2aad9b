import { describe, expect, it } from 'vitest';
import { HoldLostError } from '../../../src/store/sqlite/hold-lost-error.ts';
import {
  alive,
  attempts,
  claim,
  claimOne,
  commitOne,
  dead,
  ledger,
  none,
  resume,
  start,
  suppress,
} from './fresh-ledger.ts';
import { accepted, ada, ben, mailingTo, minute, noon, ours, recipient } from './samples.ts';

const refused = { state: 'queued', stage: 'body', text: 'the ledger refused the dot' } as const;
const nextClaim = (mailing: Parameters<typeof ledger.claim>[0], worker = ada) =>
  ledger.claim(mailing, worker, { count: 1, now: noon, turnOf: () => noon });

/** A second mailing of the issue, to everybody. */
const again = (...names: string[]) => ({
  ...mailingTo([], { key: 'key-2' }),
  deliveries: names.map((name) => ({ recipient: recipient(name), messageId: `<${name}.2@penny.example>` })),
});

describe('scoreboard 19: penny pause', () => {
  it('lets no further message start and no dot leave, though somebody else is sending', async () => {
    const mailing = start('ann', 'bob');
    const claimed = await claimOne(mailing);
    expect(ledger.pauseMailing(mailing, 'somebody paused it')).toBe(true);
    expect(await ledger.intendDot(claimed, ada, noon)).toBe(false);
    expect(await nextClaim(mailing)).toEqual({ halted: 'paused', reason: 'somebody paused it' });
    expect(await ledger.settle(claimed, ada, refused, noon)).toBe('queued');
    expect(ledger.counts(mailing)).toEqual({ ...none, queued: 2 });
  });

  it('keeps its reason when the sender lets go, and goes on at the same recipient', async () => {
    const mailing = start('ann', 'bob');
    const claimed = await commitOne(mailing);
    ledger.pauseMailing(mailing, 'somebody paused it');
    await ledger.settle(claimed, ada, accepted, noon);
    ledger.releaseMailing(mailing, ada, 'waiting', 'interrupted', noon + 1);
    expect(ledger.findMailing(1)).toMatchObject({ state: 'paused', reason: 'somebody paused it' });
    ours(resume(mailing, ben, { now: noon + 2, isAlive: alive }));
    expect(await claim(mailing, { worker: ben })).toMatchObject([{ recipient: { name: 'bob' }, attempt: 1 }]);
  });

  it('changes nothing about a mailing whose last message was on its way', async () => {
    const mailing = start('ann');
    const claimed = await commitOne(mailing);
    ledger.pauseMailing(mailing, 'somebody paused it');
    await ledger.settle(claimed, ada, accepted, noon);
    ledger.releaseMailing(mailing, ada, 'finished', undefined, noon + 1);
    expect(ledger.findMailing(1)).toMatchObject({ state: 'finished', finishedAt: noon + 1 });
  });

  it.each(['paused', 'finished', 'cancelled'] as const)(
    'says that nothing is to be paused when it is %s',
    (state) => {
      const mailing = start();
      if (state === 'cancelled') ledger.cancelMailing(mailing, noon, alive);
      else ledger.releaseMailing(mailing, ada, state, undefined, noon);
      expect(ledger.pauseMailing(mailing, 'somebody paused it')).toBe(false);
      expect(ledger.listMailings()).toMatchObject([{ state }]);
    },
  );
});

describe('scoreboard 20: penny cancel', () => {
  it('ends whoever waits, lets the sender that lives settle what it has in its hands, and starts nothing', async () => {
    const mailing = start('ann', 'bob', 'cyd', 'dan', 'eve');
    const later = await claimOne(mailing);
    await ledger.settle(later, ada, { ...refused, state: 'deferred', dueAt: noon + minute }, noon);
    const committing = await commitOne(mailing);
    const attempting = await claimOne(mailing);

    expect(ledger.cancelMailing(mailing, noon + 1, alive)).toMatchObject({
      state: 'cancelled',
      finishedAt: noon + 1,
    });
    expect(ledger.counts(mailing)).toEqual({ ...none, attempting: 1, committing: 1, cancelled: 3 });
    expect(await nextClaim(mailing)).toEqual({ halted: 'cancelled' });
    expect(await ledger.intendDot(attempting, ada, noon)).toBe(false);
    expect(await ledger.settle(attempting, ada, refused, noon)).toBe('cancelled');
    expect(await ledger.settle(committing, ada, accepted, noon)).toBe('accepted');
    ledger.releaseMailing(mailing, ada, 'cancelled', undefined, noon + 2);
    expect(ledger.counts(mailing)).toEqual({ ...none, accepted: 1, cancelled: 4 });
    expect(ledger.listMailings()).toMatchObject([{ state: 'cancelled', finishedAt: noon + 1 }]);
  });

  it('cancels what would be tried later, too', async () => {
    const mailing = start('ann');
    const claimed = await claimOne(mailing);
    ledger.cancelMailing(mailing, noon, alive);
    const deferred = { ...refused, state: 'deferred', dueAt: noon + minute } as const;
    expect(await ledger.settle(claimed, ada, deferred, noon)).toBe('cancelled');
  });

  it('leaves of a sender that died nothing open, and says what nobody can know', async () => {
    const mailing = start('ann', 'bob', 'cyd');
    await commitOne(mailing);
    await claimOne(mailing);
    ledger.cancelMailing(mailing, noon + 1, dead);
    expect(ledger.counts(mailing)).toEqual({ ...none, unknown: 1, cancelled: 2 });
    expect(attempts()).toMatchObject([{ number: 1, worker: 'ada', state: 'unknown', dot_at: noon }]);
    expect(ledger.contradictions(mailing)).toEqual([]);
    expect(await nextClaim(mailing)).toEqual({ halted: 'cancelled' });
  });

  it('can be said again when the sender died after the first time', async () => {
    const mailing = start('ann');
    await claimOne(mailing);
    ledger.cancelMailing(mailing, noon, alive);
    ledger.cancelMailing(mailing, noon + 1, dead);
    expect(ledger.counts(mailing)).toEqual({ ...none, cancelled: 1 });
  });

  it('still hears a late yes about a message that a cancelled mailing had on its way', async () => {
    const mailing = start('ann');
    const claimed = await commitOne(mailing);
    ledger.cancelMailing(mailing, noon + 1, dead);
    expect(await ledger.settle(claimed, ada, accepted, noon + 2)).toBe('accepted');
    expect(ledger.contradictions(mailing)).toEqual([]);
  });

  it('lets a new mailing reach those who do not have the issue, and nobody else', async () => {
    const mailing = start('ann', 'bob', 'cyd', 'dan');
    await ledger.settle(await commitOne(mailing), ada, accepted, noon);
    await commitOne(mailing);
    ledger.cancelMailing(mailing, noon + 1, dead);
    expect(ledger.findReached(1)?.('ann@example.com')).toBe(true);
    expect(ledger.findReached(1)?.('bob@example.com')).toBe(true);
    expect(ledger.findReached(1)?.('cyd@example.com')).toBe(false);
    expect(ledger.findReached(2)).toBeUndefined();
    const second = ours(ledger.startMailing(again('ann', 'bob', 'cyd', 'dan'), ben, noon + 2));
    expect(second.audience).toBe(2);
    expect((await claim(second, { worker: ben, count: 9 })).map(({ recipient: { name } }) => name)).toEqual([
      'cyd',
      'dan',
    ]);
  });

  it('never lets the old mailing go on', async () => {
    const mailing = start('ann');
    ledger.cancelMailing(mailing, noon, alive);
    expect(resume(mailing, ben, { now: noon + 2 * minute, isAlive: dead })).toMatchObject({
      over: { state: 'cancelled' },
    });
    expect(() => ledger.recover(mailing, ben, noon)).toThrow(HoldLostError);
  });
});

it('mails nobody in a resumed mailing who left while it was paused', async () => {
  const mailing = start('ann', 'bob');
  ledger.pauseMailing(mailing, 'somebody paused it');
  ledger.releaseMailing(mailing, ada, 'paused', undefined, noon);
  suppress('ann@example.com');
  ours(resume(mailing, ben, { now: noon, isAlive: alive }));
  expect(await claim(mailing, { worker: ben, count: 9 })).toMatchObject([{ recipient: { name: 'bob' } }]);
});
