import { expect, it } from 'vitest';
import { HoldLostError } from '../../../src/store/sqlite/hold-lost-error.ts';
import { alive, claimOne, dead, ledger, none, start } from './fresh-ledger.ts';
import { accepted, ada, ben, farAway, minute, noon, ours } from './samples.ts';

it.each([
  ['its own worker', ada, noon + 1, alive],
  ['another process of this machine when the holder is dead', ben, noon + 1, dead],
  ['anybody once the lease ran out', farAway, noon + minute, alive],
])('a mailing is taken over by %s', (_, worker, now, isAlive) => {
  const mailing = start('ann');
  expect(ours(ledger.resumeMailing(mailing, worker, now, isAlive)).state).toBe('sending');
  expect(ledger.claim(mailing, worker, 1, now)).toHaveLength(1);
});

it.each([
  ['the holder lives', ben, noon + 1, alive],
  [
    'the holder is on another machine, where nobody can see whether it lives',
    farAway,
    noon + minute - 1,
    dead,
  ],
])('a mailing is not taken over while %s', (_, worker, now, isAlive) => {
  const mailing = start('ann');
  expect(ledger.resumeMailing(mailing, worker, now, isAlive)).toEqual({ heldBy: ada, since: noon });
  expect(ledger.claim(mailing, worker, 1, now)).toEqual([]);
});

it('a hold lasts as long as its heart beats', () => {
  const mailing = start('ann');
  ledger.heartbeat(mailing, ada, noon + 50_000);
  expect(ledger.resumeMailing(mailing, farAway, noon + minute, alive)).toEqual({
    heldBy: ada,
    since: noon,
  });
});

it('resumes a released mailing at once, and forgets why it had stopped', () => {
  const mailing = start('ann');
  ledger.releaseMailing(mailing, ada, 'waiting', 'greylisted', noon + 1);
  expect(ledger.findMailing(1)).toMatchObject({ state: 'waiting', reason: 'greylisted' });
  expect(ours(ledger.resumeMailing(mailing, farAway, noon + 2, alive))).toEqual(mailing);
});

it('a worker whose mailing was taken can neither keep nor release it', () => {
  const mailing = start('ann');
  ledger.resumeMailing(mailing, ben, noon + 1, dead);
  expect(() => ledger.heartbeat(mailing, ada, noon + 2)).toThrow(HoldLostError);
  expect(() => ledger.releaseMailing(mailing, ada, 'paused', undefined, noon + 2)).toThrow(HoldLostError);
  expect(ledger.findMailing(1)?.state).toBe('sending');
});

it('never calls a mailing finished that has open deliveries', () => {
  const mailing = start('ann');
  expect(() => ledger.releaseMailing(mailing, ada, 'finished', undefined, noon)).toThrow(/open deliveries/);
  ledger.intendDot(claimOne(mailing), ada, noon);
  expect(() => ledger.releaseMailing(mailing, ada, 'finished', undefined, noon)).toThrow(/open deliveries/);
  expect(ledger.findMailing(1)?.state).toBe('sending');
});

it('does not open a mailing again that finished meanwhile', () => {
  const mailing = start('ann');
  const claimed = claimOne(mailing);
  ledger.intendDot(claimed, ada, noon);
  ledger.settle(claimed, ada, accepted, noon);
  ledger.releaseMailing(mailing, ada, 'finished', undefined, noon + 1);
  expect(ledger.resumeMailing(mailing, ben, noon + 2, dead)).toMatchObject({ over: { state: 'finished' } });
  expect(ledger.findMailing(1)).toMatchObject({ state: 'finished', finishedAt: noon + 1 });
});

it('cancels what waits, writes when, and is not brought back by a resume', () => {
  const mailing = start('ann', 'bob');
  ledger.settle(claimOne(mailing), ada, { ...accepted, state: 'failed', code: 550, stage: 'rcpt' }, noon);
  ledger.releaseMailing(mailing, ada, 'cancelled', 'by hand', noon + 5);
  expect(ledger.counts(mailing)).toEqual({ ...none, failed: 1, cancelled: 1 });
  expect(ledger.listMailings()).toMatchObject([
    { state: 'cancelled', reason: 'by hand', finishedAt: noon + 5 },
  ]);
  expect(ledger.resumeMailing(mailing, ben, noon + 6, dead)).toMatchObject({ over: { state: 'cancelled' } });
});
