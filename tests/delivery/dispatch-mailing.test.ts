import { describe, expect, it, vi } from 'vitest';
import type { Clock } from '../../src/delivery/clock.ts';
import { heartbeat } from '../../src/delivery/hold.ts';
import type { Ledger } from '../../src/delivery/ledger.ts';
import type { Mailer, MailerReply } from '../../src/delivery/mailer.ts';
import type { Worker } from '../../src/delivery/mailing.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../src/store/sqlite/sqlite-ledger.ts';
import { claimDue } from '../fakes/claim-due.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { createScriptedMailer } from '../fakes/scripted-mailer.ts';
import { recipient } from './sample-mailing.ts';
import {
  addresses,
  dispatch,
  reply,
  run,
  start,
  startWith,
  takeOver,
  unreachable,
  worker,
} from './sample-run.ts';

const leave =
  "INSERT OR IGNORE INTO suppression (canonical, reason, at) VALUES ('p9@example.com', 'unsubscribed', 1)";

describe('a mailing', () => {
  it('reaches everybody once', async () => {
    const mailer = createScriptedMailer();
    const { result } = await run(mailer);
    expect(result).toMatchObject({ state: 'finished', accepted: 20 });
    expect([...mailer.dots].sort()).toEqual([...addresses].sort());
    expect(mailer.connections()).toBeLessThanOrEqual(3);
  });

  it('waits for those whom a server defers, and tells failed from held', async () => {
    const mailer = createScriptedMailer({
      'p1@example.com': [reply('rcpt', 451, '4.7.1')],
      'p2@example.com': [reply('rcpt', 550, '5.1.1')],
      'p3@example.com': [reply('rcpt', 550, '5.7.26')],
    });
    const { result, clock } = await run(mailer);
    expect(result).toMatchObject({ state: 'finished', accepted: 18, failed: 1, held: 1 });
    expect(clock.slept).toContain(60_000);
  });

  it('never sends again what may have arrived', async () => {
    const mailer = createScriptedMailer({ 'p4@example.com': ['lostAfterDot'] });
    const { result } = await run(mailer);
    expect(result).toMatchObject({ state: 'finished', accepted: 19, unknown: 1 });
    expect(mailer.dots.filter((address) => address === 'p4@example.com')).toHaveLength(1);
  });

  it('sends again what was lost before the dot', async () => {
    const lost: MailerReply = { kind: 'noReply', stage: 'mail', text: 'connection lost' };
    const { result } = await run(createScriptedMailer({ 'p5@example.com': [lost] }));
    expect(result).toMatchObject({ state: 'finished', accepted: 20, unknown: 0 });
  });

  it('pauses at a refused login after one try, with nobody attempted', async () => {
    const mailer = createScriptedMailer({}, { refusal: reply('login', 535, '5.7.8', 'bad credentials') });
    const { result, ledger, mailing } = await run(mailer);
    expect(result).toMatchObject({
      state: 'paused',
      deferred: 20,
      reason: expect.stringContaining('refused the login'),
    });
    expect(mailer.connections()).toBe(1);
    expect(ledger.counts(mailing).queued).toBe(20);
  });

  it('pauses after the first message that is refused for its content', async () => {
    const script = Object.fromEntries(addresses.map((address) => [address, [reply('dot', 554, '5.7.1')]]));
    const { result } = await run(createScriptedMailer(script), { connections: 1 });
    expect(result).toMatchObject({ state: 'paused', held: 1, deferred: 19 });
  });

  it('pauses when five in a row are held', async () => {
    const script = Object.fromEntries(addresses.map((address) => [address, [reply('rcpt', 550, '5.7.26')]]));
    const { result } = await run(createScriptedMailer(script), { connections: 1 });
    expect(result).toMatchObject({ state: 'paused', held: 5, deferred: 15 });
  });

  it('stops when it is told to, and goes on from there by another worker', async () => {
    const controller = new AbortController();
    let done = 0;
    const onProgress = (): void => {
      done += 1;
      if (done === 7) controller.abort();
    };
    const mailer = createScriptedMailer();
    const first = await run(mailer, { stop: controller.signal, onProgress, connections: 1 });
    expect(first.result).toMatchObject({
      state: 'waiting',
      reason: 'interrupted',
      accepted: 7,
      deferred: 13,
    });
    const second: Worker = { ...worker, id: 'worker-2' };
    first.ledger.resumeMailing(first.mailing, second, takeOver);
    const result = await dispatch({ ...first, mailer, worker: second });
    expect(result).toMatchObject({ state: 'finished', accepted: 20 });
    expect(new Set(mailer.dots).size).toBe(mailer.dots.length);
  });

  it('passes over whoever leaves while it runs', async () => {
    let suppress = (): void => {};
    const mailer = createScriptedMailer();
    const connect = mailer.connect;
    mailer.connect = async () => {
      suppress();
      return connect();
    };
    const database = openDatabase(':memory:');
    const ledger = createLedger(database);
    const mailing = start(ledger);
    suppress = () => void database.exec(leave);
    const result = await dispatch({ ledger, mailer, mailing });
    expect(result).toMatchObject({ state: 'finished', accepted: 19, skipped: 1 });
    expect(mailer.dots).not.toContain('p9@example.com');
  });

  it('passes over whoever leaves between the claim and the dot', async () => {
    const database = openDatabase(':memory:');
    const ledger = createLedger(database);
    const mailing = start(ledger);
    const mailer = createScriptedMailer();
    const leaving: Ledger = {
      ...ledger,
      intendDot: (claimed, ...rest) => {
        if (claimed.recipient.address === 'p9@example.com') database.exec(leave);
        return ledger.intendDot(claimed, ...rest);
      },
    };
    expect(await dispatch({ ledger: leaving, mailer, mailing })).toMatchObject({ accepted: 19, skipped: 1 });
    expect(mailer.dots).not.toContain('p9@example.com');
  });

  it('is gone on with after a crash, and mails nobody twice', async () => {
    const ledger = createLedger(openDatabase(':memory:'));
    const mailing = start(ledger);
    const mailer = createScriptedMailer();
    // A worker that died: one message accepted, two with their dots on the way, one without.
    const [accepted, ...others] = await claimDue(ledger, mailing, worker, { count: 4, now: 1_000_000 });
    const [first, second] = others;
    if (accepted === undefined || first === undefined || second === undefined) throw new Error('nobody due');
    for (const claimed of [accepted, first, second]) await ledger.intendDot(claimed, worker, 1_000_000);
    await ledger.settle(
      accepted,
      worker,
      { state: 'accepted', stage: 'dot', code: 250, text: 'ok' },
      1_000_000,
    );

    const heir: Worker = { ...worker, id: 'worker-2' };
    ledger.resumeMailing(mailing, heir, takeOver);
    const result = await dispatch({ ledger, mailer, mailing, worker: heir });
    expect(result).toMatchObject({ state: 'finished', accepted: 18, unknown: 2 });
    const perhapsSent = [accepted, first, second].map(({ recipient: { address } }) => address);
    expect([...mailer.dots].sort()).toEqual(
      addresses.filter((address) => !perhapsSent.includes(address)).sort(),
    );
  });

  it('asks where a message that may have arrived can be looked up', async () => {
    const ledger = createLedger(openDatabase(':memory:'));
    const mailing = start(ledger);
    const [arrived, lost] = await claimDue(ledger, mailing, worker, { count: 2, now: 1_000_000 });
    if (arrived === undefined || lost === undefined) throw new Error('nobody due');
    for (const claimed of [arrived, lost]) await ledger.intendDot(claimed, worker, 1_000_000);
    const heir: Worker = { ...worker, id: 'worker-2' };
    ledger.resumeMailing(mailing, heir, takeOver);
    const hasArrived: Mailer['hasArrived'] = async ({ messageId }) =>
      messageId === arrived.messageId ? 'yes' : 'no';
    const mailer = { ...createScriptedMailer(), hasArrived };
    const result = await dispatch({ ledger, mailer, mailing, worker: heir });
    expect(result).toMatchObject({ state: 'finished', accepted: 20, unknown: 0 });
    expect(mailer.dots).toHaveLength(19);
    expect(mailer.dots).not.toContain(arrived.recipient.address);
  });

  it('lets no dot out that the ledger cannot write down', async () => {
    const ledger = createLedger(openDatabase(':memory:'));
    const mailing = start(ledger);
    const mailer = createScriptedMailer();
    const broken: Ledger = {
      ...ledger,
      intendDot: async () => {
        throw new Error('the disk is full');
      },
    };
    await expect(dispatch({ ledger: broken, mailer, mailing })).rejects.toThrow('the disk is full');
    expect(mailer.dots).toEqual([]);
    expect(ledger.findMailing(1)).toMatchObject({ state: 'paused', reason: 'the disk is full' });
    expect(ledger.counts(mailing)).toMatchObject({ queued: 20, attempting: 0, committing: 0 });
  });

  it('stops when an outcome cannot be written, tells why, and lets the next run settle it', async () => {
    const ledger = createLedger(openDatabase(':memory:'));
    const mailing = start(ledger);
    const mailer = createScriptedMailer();
    const broken: Ledger = {
      ...ledger,
      settle: async () => {
        throw new Error('the disk is full');
      },
    };
    await expect(dispatch({ ledger: broken, mailer, mailing, connections: 1 })).rejects.toThrow(
      'disk is full',
    );
    expect(ledger.findMailing(1)).toMatchObject({ state: 'paused', reason: 'the disk is full' });
    expect(mailer.dots).toHaveLength(1);

    const heir: Worker = { ...worker, id: 'worker-2' };
    ledger.resumeMailing(mailing, heir, takeOver);
    const result = await dispatch({ ledger, mailer, mailing, worker: heir });
    expect(result).toMatchObject({ state: 'finished', accepted: 19, unknown: 1 });
    expect(new Set(mailer.dots).size).toBe(20);
  });

  it('ends when another process has taken the mailing over', async () => {
    const ledger = createLedger(openDatabase(':memory:'));
    const mailing = start(ledger);
    const clock = createManualClock();
    const taken: Ledger = {
      ...ledger,
      heartbeat: () => {
        throw new Error('no longer held by this process');
      },
    };
    const mailer = createScriptedMailer({}, { refusal: unreachable });
    const run = dispatch({ ledger: taken, mailer, mailing, clock: { ...clock, sleep: async () => {} } });
    await expect(run).rejects.toThrow('no longer held');
  });

  it('hears that somebody pauses it while it waits for a server', async () => {
    const ledger = createLedger(openDatabase(':memory:'));
    const mailing = start(ledger);
    const waiting: string[] = [];
    const clock: Clock = {
      now: () => 1_000_000,
      // Only the heartbeat's time passes.
      sleep: (milliseconds, signal) =>
        new Promise((resolve) => {
          if (milliseconds === heartbeat) setImmediate(resolve);
          signal?.addEventListener('abort', () => resolve());
        }),
    };
    const result = await dispatch({
      ledger,
      mailing,
      clock,
      mailer: createScriptedMailer({}, { refusal: unreachable }),
      onWaiting: (told) => {
        waiting.push(told?.why ?? 'over');
        if (told !== undefined) ledger.pauseMailing(mailing, 'somebody paused it');
      },
    });
    expect(waiting).toEqual(['for the server: ECONNREFUSED', 'over']);
    expect(result).toMatchObject({ state: 'paused', reason: 'somebody paused it', deferred: 20 });
  });

  it('goes on over as many connections as a server takes', async () => {
    const mailer = createScriptedMailer({}, { mostOpen: 2 });
    const { result } = await run(mailer, { connections: 5 });
    expect(result).toMatchObject({ state: 'finished', accepted: 20 });
  });

  it('opens another connection when one broke, and pauses when none is to be had', async () => {
    const lost: MailerReply = { kind: 'noReply', stage: 'mail', text: 'connection lost' };
    const script = Object.fromEntries(addresses.map((address) => [address, [lost]]));
    const mailer = createScriptedMailer(script);
    expect((await run(mailer, { connections: 2 })).result).toMatchObject({ state: 'finished', accepted: 20 });
    expect(mailer.connections()).toBeGreaterThan(20);

    let connects = 0;
    const always = Object.fromEntries(addresses.map((address) => [address, [lost, lost, lost, lost]]));
    const breaking = createScriptedMailer(always);
    const connect = breaking.connect;
    breaking.connect = async () => {
      connects += 1;
      return connects > 3 ? unreachable : connect();
    };
    expect((await run(breaking, { connections: 2 })).result).toMatchObject({
      state: 'paused',
      deferred: 20,
      reason: 'the server cannot be reached: ECONNREFUSED',
    });
  });

  it('counts what a server deferred, and no crash or pause, against the schedule', async () => {
    const ledger = createLedger(openDatabase(':memory:'));
    const mailing = start(ledger, ['p1@example.com']);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const [claimed] = await claimDue(ledger, mailing, worker, { now: 1_000_000 });
      if (claimed === undefined) throw new Error('nobody due');
      await ledger.settle(claimed, worker, { state: 'queued', stage: 'mail', text: 'paused' }, 1_000_000);
    }
    const mailer = createScriptedMailer({ 'p1@example.com': [reply('rcpt', 451, '4.7.1')] });
    expect(await dispatch({ ledger, mailer, mailing })).toMatchObject({ state: 'finished', accepted: 1 });
  });

  it('lets the mailing go when what a dead run left cannot be looked up', async () => {
    const ledger = createLedger(openDatabase(':memory:'));
    const mailing = start(ledger);
    const broken: Ledger = {
      ...ledger,
      recover: () => {
        throw new Error('EACCES');
      },
    };
    await expect(dispatch({ ledger: broken, mailer: createScriptedMailer(), mailing })).rejects.toThrow(
      'EACCES',
    );
    expect(ledger.findMailing(1)).toMatchObject({ state: 'paused', reason: 'EACCES' });
  });

  it('wakes a lane that waits for a deferred recipient when another pauses the mailing', async () => {
    const ledger = createLedger(openDatabase(':memory:'));
    const mailing = start(ledger, ['p0@example.com', 'p1@example.com', 'p2@example.com']);
    const mailer = createScriptedMailer({
      'p0@example.com': [reply('rcpt', 451, '4.7.1')],
      'p2@example.com': [reply('dot', 554, '5.7.1')],
    });
    let sleeping = 0;
    const clock: Clock = {
      now: () => 1_000_000,
      // Nobody wakes a sleeper but its signal.
      sleep: (_, signal) =>
        new Promise((resolve) => {
          sleeping += 1;
          signal?.addEventListener('abort', () => resolve());
          if (signal?.aborted === true) resolve();
        }),
    };
    const slow: Mailer = {
      ...mailer,
      connect: async () => {
        const connection = await mailer.connect();
        if (!('deliver' in connection)) return connection;
        return {
          ...connection,
          usable: true,
          deliver: async (message, beforeDot) => {
            if (message.envelope.to === 'p2@example.com') await vi.waitUntil(() => sleeping >= 2);
            return connection.deliver(message, beforeDot);
          },
        };
      },
    };
    const result = await dispatch({ ledger, mailer: slow, mailing, clock, connections: 2 });
    expect(result).toMatchObject({ state: 'paused', accepted: 1, held: 1, deferred: 1 });
  });

  it('pauses when a server cannot be reached for ten minutes, with nobody attempted', async () => {
    const mailer = createScriptedMailer({}, { refusal: unreachable });
    const { result, clock, ledger, mailing } = await run(mailer);
    expect(result).toMatchObject({ state: 'paused', deferred: 20 });
    expect(result.reason).toBe('the server cannot be reached: ECONNREFUSED');
    expect(clock.slept).toEqual([1_000, 5_000, 15_000, 30_000, ...Array.from({ length: 9 }, () => 60_000)]);
    expect(mailer.connections()).toBe(14);
    expect(ledger.counts(mailing)).toMatchObject({ queued: 20 });
    expect([...ledger.recipients(mailing)].every(({ attempts }) => attempts === 0)).toBe(true);
  });

  it('ends waiting when the next try is further away than anybody wants to wait', async () => {
    const script = { 'p1@example.com': [reply('rcpt', 451, '4.7.1')] };
    const { result } = await run(createScriptedMailer(script), { wait: 59_999 });
    expect(result).toMatchObject({ state: 'waiting', accepted: 19, deferred: 1 });
  });

  it('holds back one whose data would break a header, and sends to the others', async () => {
    const ledger = createLedger(openDatabase(':memory:'));
    const people = ['a@example.com', 'b@example.com', 'c@example.com'].map((address) =>
      recipient({ address }),
    );
    const recipients = people.map((person, index) =>
      index === 1 ? { ...person, name: 'b\r\nBcc: e@example.org' } : person,
    );
    const mailing = startWith(ledger, recipients);
    const mailer = createScriptedMailer();
    const result = await dispatch({ ledger, mailer, mailing });
    expect(result).toMatchObject({ state: 'finished', accepted: 2, held: 1 });
    expect([...ledger.recipients(mailing)][1]?.text).toContain('a recipient’s name holds a line break');
    expect(mailer.dots).toEqual(['a@example.com', 'c@example.com']);
  });

  it('takes each of a thousand once over five lanes, with one connection a lane', async () => {
    const ledger = createLedger(openDatabase(':memory:'));
    const thousand = Array.from({ length: 1000 }, (_, index) => `p${index}@example.com`);
    const mailing = start(ledger, thousand);
    const mailer = createScriptedMailer();
    const result = await dispatch({ ledger, mailer, mailing, connections: 5 });
    expect(result).toMatchObject({ state: 'finished', audience: 1000, accepted: 1000 });
    expect(new Set(mailer.dots).size).toBe(1000);
    expect(mailer.dots).toHaveLength(1000);
    expect(mailer.connections()).toBe(5);
  });
});
