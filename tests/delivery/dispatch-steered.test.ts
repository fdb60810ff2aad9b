import { describe, expect, it } from 'vitest';
import type { Waiting } from '../../src/delivery/dispatch-input.ts';
import { lateAnswer } from '../../src/delivery/hold.ts';
import type { Ledger } from '../../src/delivery/ledger.ts';
import type { Mailing, Worker } from '../../src/delivery/mailing.ts';
import { HoldLostError } from '../../src/store/sqlite/hold-lost-error.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../src/store/sqlite/sqlite-ledger.ts';
import { aroundDeliveries } from '../fakes/around-deliveries.ts';
import { claimDue } from '../fakes/claim-due.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { createScriptedMailer } from '../fakes/scripted-mailer.ts';
import { createVirtualClock } from '../fakes/virtual-clock.ts';
import { recipient } from './sample-mailing.ts';
import { addresses, after, dispatch, heir, start, startWith, takeOver, worker } from './sample-run.ts';

const hour = 3_600_000;

function fresh(part: { readonly startsAt?: number } = {}): { ledger: Ledger; mailing: Mailing } {
  const ledger = createLedger(openDatabase(':memory:'));
  const recipients = addresses.map((address) => recipient({ address }));
  return { ledger, mailing: startWith(ledger, recipients, part) };
}

describe('scoreboard 19: a mailing that somebody pauses half-way', () => {
  it('stops within one message a connection, and goes on without anybody twice', async () => {
    const { ledger, mailing } = fresh();
    const mailer = createScriptedMailer();
    const onProgress = after(10, () => ledger.pauseMailing(mailing, 'somebody paused it'));
    const result = await dispatch({ ledger, mailer, mailing, onProgress });
    expect(result).toMatchObject({ state: 'paused', reason: 'somebody paused it', unknown: 0 });
    expect(mailer.dots.length).toBeGreaterThanOrEqual(10);
    expect(mailer.dots.length).toBeLessThanOrEqual(13);
    expect(result.accepted).toBe(mailer.dots.length);
    expect(ledger.findMailing(1)).toMatchObject({ state: 'paused', reason: 'somebody paused it' });

    const next = addresses[mailer.dots.length];
    ledger.resumeMailing(mailing, heir, { ...takeOver, isAlive: () => true });
    const more = createScriptedMailer();
    expect(await dispatch({ ledger, mailer: more, mailing, worker: heir })).toMatchObject({
      state: 'finished',
      accepted: 20,
    });
    expect([...mailer.dots, ...more.dots].toSorted()).toEqual(addresses.toSorted());
    expect(more.dots).toContain(next);
  });
});

describe('scoreboard 20: a mailing that somebody cancels half-way', () => {
  it('stops within one message a connection, with nobody left waiting', async () => {
    const { ledger, mailing } = fresh();
    const mailer = createScriptedMailer();
    const onProgress = after(10, () => ledger.cancelMailing(mailing, 1_000_000, () => true));
    const result = await dispatch({ ledger, mailer, mailing, onProgress });
    expect(result).toMatchObject({ state: 'cancelled', deferred: 0, unknown: 0 });
    expect(mailer.dots.length).toBeLessThanOrEqual(13);
    expect(result.accepted).toBe(mailer.dots.length);
    expect(result.skipped).toBe(20 - result.accepted);
    expect(ledger.findMailing(1)).toBeUndefined();
    expect(ledger.resumeMailing(mailing, heir, takeOver)).toMatchObject({ over: { state: 'cancelled' } });
  });
});

describe('a mailing that waits for hours', () => {
  const tomorrow = 1_000_000 + 20 * hour;
  const nextOpening = (now: number): number => Math.max(now, tomorrow);

  it.each([
    ['paused', (ledger: Ledger, mailing: Mailing) => ledger.pauseMailing(mailing, 'somebody paused it')],
    ['cancelled', (ledger: Ledger, mailing: Mailing) => ledger.cancelMailing(mailing, 1_000_000, () => true)],
  ] as const)('scoreboard 19 and 20: sees within seconds that somebody %s it', async (state, act) => {
    const { ledger, mailing } = fresh();
    const clock = createVirtualClock();
    const mailer = createScriptedMailer();
    const run = dispatch({ ledger, mailer, mailing, clock, nextOpening });
    await clock.sleep(hour);
    act(ledger, mailing);
    expect(await run).toMatchObject({ state, accepted: 0 });
    expect(clock.now()).toBeLessThanOrEqual(1_000_000 + hour + 10_000);
    expect(mailer.connections()).toBe(0);
  });

  it('keeps its hold on the mailing, and sends when its time has come', async () => {
    const { ledger, mailing } = fresh();
    const clock = createVirtualClock();
    const run = dispatch({ ledger, mailer: createScriptedMailer(), mailing, clock, nextOpening });
    await clock.sleep(19 * hour);
    const farAway = { ...heir, host: 'elsewhere' };
    const options = { now: clock.now(), isAlive: () => undefined, moved: false };
    expect(ledger.resumeMailing(mailing, farAway, options)).toMatchObject({ heldBy: worker });
    expect(await run).toMatchObject({ state: 'finished', accepted: 20 });
    expect(clock.now()).toBe(tomorrow);
  });
});

describe('scoreboard 12: a mailing that is taken over from a sender that may live', () => {
  it('waits for its late answer, and then calls the delivery unknown', async () => {
    const { ledger, mailing } = fresh();
    const [claimed] = await claimDue(ledger, mailing, worker, { now: 1_000_000 });
    if (claimed === undefined) throw new Error('nobody is due');
    await ledger.intendDot(claimed, worker, 1_000_000);
    const farAway = { ...heir, host: 'elsewhere' };
    const now = 1_000_000 + 61_000;
    ledger.resumeMailing(mailing, farAway, { now, isAlive: () => undefined, moved: false });
    const clock = createVirtualClock(now);
    const mailer = createScriptedMailer();
    const result = await dispatch({ ledger, mailer, mailing, clock, worker: farAway });
    expect(result).toMatchObject({ state: 'finished', accepted: 19, unknown: 1 });
    expect(mailer.dots).not.toContain(claimed.recipient.address);
    expect(clock.now()).toBe(1_000_000 + lateAnswer);
  });
});

describe('scoreboard 11: a sender that is stopped, and goes on after another took its mailing over', () => {
  it('sends no dot that is not its own any more: everybody has it once', async () => {
    const { ledger, mailing } = fresh();
    const taken = Promise.withResolvers<void>();
    const stopped = Promise.withResolvers<void>();
    const mailer = createScriptedMailer();
    // The machine stops it in the middle of its third message, and lets it run on when all is done.
    let messages = 0;
    const slow = aroundDeliveries(mailer, (deliver) => async (message, beforeDot) => {
      messages += 1;
      if (messages === 3) {
        stopped.resolve();
        await taken.promise;
      }
      return deliver(message, beforeDot);
    });
    const first = dispatch({ ledger, mailer: slow, mailing, connections: 1 });
    const failed = expect(first).rejects.toThrow(HoldLostError);
    await stopped.promise;
    const farAway: Worker = { ...heir, host: 'elsewhere' };
    ledger.resumeMailing(mailing, farAway, { ...takeOver, now: 1_061_000, isAlive: () => undefined });
    const result = await dispatch({ ledger, mailer, mailing, worker: farAway });
    expect(result).toMatchObject({ state: 'finished', accepted: 20 });
    taken.resolve();
    await failed;
    expect(mailer.dots.toSorted()).toEqual(addresses.toSorted());
    expect(ledger.contradictions(mailing)).toEqual([]);
    expect(ledger.findMailing(1)).toMatchObject({ state: 'finished' });
  });
});

describe('scoreboard 22: --at', () => {
  it('sends nothing before its time, and says what it waits for', async () => {
    const { ledger, mailing } = fresh({ startsAt: 1_000_000 + 5 * hour });
    const waits: (Waiting | undefined)[] = [];
    const clock = createManualClock();
    const onWaiting = (waiting: Waiting | undefined): void => void waits.push(waiting);
    const mailer = createScriptedMailer();
    const result = await dispatch({ ledger, mailer, mailing, clock, onWaiting });
    expect(result).toMatchObject({ state: 'finished', accepted: 20 });
    expect(clock.slept).toEqual([5 * hour]);
    expect(waits).toEqual([{ why: 'for its time', until: 1_000_000 + 5 * hour }, undefined]);
  });

  it('stopped while it waits, has mailed nobody and connected to nobody', async () => {
    const { ledger, mailing } = fresh({ startsAt: 1_000_000 + 5 * hour });
    const mailer = createScriptedMailer();
    const result = await dispatch({ ledger, mailer, mailing, stop: AbortSignal.abort() });
    expect(result).toMatchObject({ state: 'waiting', reason: 'interrupted', accepted: 0, deferred: 20 });
    expect(mailer.connections()).toBe(0);
  });
});

describe('--window and --rate', () => {
  it('send nothing in the hours between, and go on when they are over', async () => {
    const database = openDatabase(':memory:');
    const ledger = createLedger(database);
    const mailing = start(ledger);
    const closes = 1_000_000 + 10_000;
    const opens = closes + 14 * hour;
    const nextOpening = (now: number): number => (now < closes || now >= opens ? now : opens);
    const limits = { overall: { messages: 1, per: 1_000 }, perDomain: {} };
    const mailer = createScriptedMailer();
    const result = await dispatch({ ledger, mailer, mailing, connections: 1, limits, nextOpening });
    expect(result).toMatchObject({ state: 'finished', accepted: 20 });
    const dots = database
      .prepare('SELECT dot_at FROM attempt ORDER BY dot_at')
      .all()
      .map((row) => Number(row['dot_at']));
    expect(dots.filter((dot) => dot >= closes && dot < opens)).toEqual([]);
    expect(dots.filter((dot) => dot < closes).length).toBeGreaterThanOrEqual(9);
    // A connection that nobody uses for hours is closed, and another one opened.
    expect(mailer.connections()).toBe(2);
  });

  it('say once what all connections wait for', async () => {
    const { ledger, mailing } = fresh();
    const clock = createVirtualClock();
    const opens = 1_000_000 + 14 * hour;
    let closed = false;
    const nextOpening = (now: number): number => (closed ? Math.max(now, opens) : now);
    const waits: (Waiting | undefined)[] = [];
    const onWaiting = (waiting: Waiting | undefined): void => void waits.push(waiting);
    const onProgress = after(7, () => {
      closed = true;
    });
    const mailer = createScriptedMailer();
    const run = { ledger, mailer, mailing, clock, connections: 5, nextOpening, onWaiting, onProgress };
    expect(await dispatch(run)).toMatchObject({ state: 'finished', accepted: 20 });
    expect(waits).toEqual([{ why: 'for its turn', until: opens }, undefined]);
  });

  it('keep to the rate, to a tenth of a second', async () => {
    const { ledger, mailing } = fresh();
    const clock = createManualClock();
    const limits = { overall: { messages: 10, per: 1_000 }, perDomain: {} };
    await dispatch({ ledger, mailer: createScriptedMailer(), mailing, clock, connections: 1, limits });
    expect(clock.now() - 1_000_000).toBeGreaterThanOrEqual(19 * 100 - 100);
    expect(clock.now() - 1_000_000).toBeLessThanOrEqual(20 * 100);
  });
});

describe('scoreboard 23: a mailing is finished only when its ledger says so', () => {
  it.each<[string, (ledger: Ledger) => Partial<Ledger>, string]>([
    [
      'the ledger contradicts itself',
      () => ({ contradictions: () => ['delivery 3 was accepted 2 times'] }),
      'accepted 2 times',
    ],
    [
      'a row is missing',
      (ledger) => ({ counts: (mailing) => ({ ...ledger.counts(mailing), accepted: 19 }) }),
      'has 19 rows for an audience of 20',
    ],
  ])('and not when %s', async (_, broken, message) => {
    const { ledger, mailing } = fresh();
    const run = dispatch({
      ledger: { ...ledger, ...broken(ledger) },
      mailer: createScriptedMailer(),
      mailing,
    });
    await expect(run).rejects.toThrow(message);
    expect(ledger.findMailing(1)).toMatchObject({
      state: 'paused',
      reason: expect.stringContaining(message),
    });
  });
});
