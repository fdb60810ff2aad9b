import { describe, expect, it } from 'vitest';
import type { Worker } from '../../../src/delivery/mailing.ts';
import { HoldLostError } from '../../../src/store/sqlite/hold-lost-error.ts';
import {
  alive,
  claim,
  claimOne,
  database,
  dead,
  ledger,
  none,
  resume,
  start,
  unsure,
} from './fresh-ledger.ts';
import { accepted, ada, ben, farAway, mailingTo, minute, noon, ours } from './samples.ts';

it.each([
  ['its own worker', ada, noon + 1, alive],
  ['another process of this machine when the holder is dead', ben, noon + 1, dead],
  ['another machine once the lease ran out', farAway, noon + minute, unsure],
])('a mailing is taken over by %s', async (_, worker, now, isAlive) => {
  const mailing = start('ann');
  expect(ours(resume(mailing, worker, { now, isAlive })).state).toBe('sending');
  expect(await claim(mailing, { worker, now })).toHaveLength(1);
});

it.each([
  ['the holder lives', ben, noon + 1, alive],
  [
    'the holder lives, though a clock that was set forward has ended its lease',
    ben,
    noon + 60 * minute,
    alive,
  ],
  [
    'the holder is on another machine, where nobody can see whether it lives',
    farAway,
    noon + minute - 1,
    unsure,
  ],
])('a mailing is not taken over while %s', async (_, worker, now, isAlive) => {
  const mailing = start('ann');
  expect(resume(mailing, worker, { now, isAlive })).toEqual({ heldBy: ada, since: noon });
  expect(await ledger.claim(mailing, worker, { count: 1, now, turnOf: () => now })).toEqual({
    halted: 'lost',
  });
});

it('a hold lasts as long as its heart beats', () => {
  const mailing = start('ann');
  ledger.heartbeat(mailing, ada, noon + 50_000);
  expect(resume(mailing, farAway, { now: noon + minute, isAlive: unsure })).toEqual({
    heldBy: ada,
    since: noon,
  });
});

it('resumes a released mailing at once, and forgets why it had stopped', () => {
  const mailing = start('ann');
  ledger.releaseMailing(mailing, ada, 'waiting', 'greylisted', noon + 1);
  expect(ledger.findMailing(1)).toMatchObject({ state: 'waiting', reason: 'greylisted' });
  expect(ours(resume(mailing, farAway, { now: noon + 2, isAlive: alive }))).toEqual(mailing);
});

it('a worker whose mailing was taken can neither keep nor release it', () => {
  const mailing = start('ann');
  resume(mailing, ben, { now: noon + 1, isAlive: dead });
  expect(() => ledger.heartbeat(mailing, ada, noon + 2)).toThrow(HoldLostError);
  expect(() => ledger.releaseMailing(mailing, ada, 'paused', undefined, noon + 2)).toThrow(HoldLostError);
  expect(ledger.findMailing(1)?.state).toBe('sending');
});

it('never calls a mailing finished that has open deliveries', async () => {
  const mailing = start('ann');
  expect(() => ledger.releaseMailing(mailing, ada, 'finished', undefined, noon)).toThrow(/open deliveries/);
  await ledger.intendDot(await claimOne(mailing), ada, noon);
  expect(() => ledger.releaseMailing(mailing, ada, 'finished', undefined, noon)).toThrow(/open deliveries/);
  expect(ledger.findMailing(1)?.state).toBe('sending');
});

it('does not open a mailing again that finished meanwhile', async () => {
  const mailing = start('ann');
  const claimed = await claimOne(mailing);
  await ledger.intendDot(claimed, ada, noon);
  await ledger.settle(claimed, ada, accepted, noon);
  ledger.releaseMailing(mailing, ada, 'finished', undefined, noon + 1);
  expect(resume(mailing, ben, { now: noon + 2, isAlive: dead })).toMatchObject({
    over: { state: 'finished' },
  });
  expect(ledger.findMailing(1)).toMatchObject({ state: 'finished', finishedAt: noon + 1 });
});

it('cancels what waits, writes when, and is not brought back by a resume', async () => {
  const mailing = start('ann', 'bob');
  await ledger.settle(
    await claimOne(mailing),
    ada,
    { ...accepted, state: 'failed', code: 550, stage: 'rcpt' },
    noon,
  );
  ledger.cancelMailing(mailing, noon + 5, alive);
  expect(ledger.counts(mailing)).toEqual({ ...none, failed: 1, cancelled: 1 });
  expect(ledger.listMailings()).toMatchObject([{ state: 'cancelled', finishedAt: noon + 5 }]);
  expect(resume(mailing, ben, { now: noon + 6, isAlive: dead })).toMatchObject({
    over: { state: 'cancelled' },
  });
});

describe('scoreboard 21: a database that was copied or moved', () => {
  const elsewhere: Worker = { ...ben, copy: 'backup' };

  it('does not go on with a mailing by itself: the other copy may have mailed people since', () => {
    const mailing = start('ann');
    ledger.releaseMailing(mailing, ada, 'paused', undefined, noon);
    expect(resume(mailing, elsewhere, { now: noon + 1, isAlive: dead })).toEqual({ movedFrom: ada });
    expect(ledger.findMailing(1)).toMatchObject({ state: 'paused' });
  });

  it('goes on when somebody says that it is the one, and remembers that', async () => {
    const mailing = start('ann');
    ledger.releaseMailing(mailing, ada, 'paused', undefined, noon);
    const options = { now: noon + 1, isAlive: dead, moved: true };
    ours(ledger.resumeMailing(mailing, elsewhere, options));
    expect(await claim(mailing, { worker: elsewhere })).toHaveLength(1);
    ledger.releaseMailing(mailing, elsewhere, 'paused', undefined, noon + 2);
    ours(ledger.resumeMailing(mailing, elsewhere, { ...options, moved: false }));
    ledger.releaseMailing(mailing, elsewhere, 'paused', undefined, noon + 3);
    expect(resume(mailing, ada, { now: noon + 4, isAlive: dead })).toEqual({ movedFrom: elsewhere });
  });

  it('says first who is sending, where somebody is', () => {
    const mailing = start('ann');
    expect(resume(mailing, elsewhere, { now: noon + 1, isAlive: alive })).toEqual({
      heldBy: ada,
      since: noon,
    });
  });

  it('goes on with a mailing of a version that did not tell copies apart', () => {
    const mailing = start('ann');
    ledger.releaseMailing(mailing, ada, 'paused', undefined, noon);
    database.exec(`UPDATE mailing SET worker_copy = ''`);
    expect(ours(resume(mailing, elsewhere, { now: noon + 1, isAlive: dead })).state).toBe('sending');
  });
});

it('scoreboard 22: keeps when a mailing starts and its hours, over a pause and a resume', () => {
  const startsAt = noon + 60 * minute;
  const scheduled = mailingTo(['ann'], { startsAt, window: '08:00-18:00' });
  const mailing = ours(ledger.startMailing(scheduled, ada, noon));
  ledger.releaseMailing(mailing, ada, 'waiting', 'scheduled', noon);
  expect(ledger.findMailing(1)).toMatchObject({ startsAt, window: '08:00-18:00' });
  expect(ours(resume(mailing, ben, { now: noon + 1, isAlive: alive }))).toMatchObject({
    startsAt,
    window: '08:00-18:00',
  });
});

it('scoreboard 13: a clock that is put back takes the mailing from nobody', () => {
  const mailing = start('ann');
  const hour = 60 * minute;
  expect(ledger.resumeMailing(mailing, ben, { now: noon - hour, isAlive: alive, moved: false })).toEqual(
    expect.objectContaining({ heldBy: ada }),
  );
});
