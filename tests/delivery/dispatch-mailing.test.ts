import { describe, expect, it } from 'vitest';
import { dispatchMailing } from '../../src/delivery/dispatch-mailing.ts';
import type { Ledger, Mailing, Worker } from '../../src/delivery/ledger.ts';
import type { Mailer, MailerReply, Stage } from '../../src/delivery/mailer.ts';
import { startMailing } from '../../src/delivery/send-mailing.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../src/store/sqlite/sqlite-ledger.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { createScriptedMailer } from '../fakes/scripted-mailer.ts';
import { recipient, snapshot } from './sample-mailing.ts';

const worker: Worker = { id: 'worker-1', host: 'here', pid: 1, started: '1' };
const addresses = Array.from({ length: 20 }, (_, index) => `p${index}@example.com`);

function reply(stage: Stage, code: number, enhanced: string, text = 'said the server'): MailerReply {
  return { kind: 'reply', stage, code, enhanced, text };
}

function start(ledger: Ledger): Mailing {
  const recipients = addresses.map((address) => recipient({ address }));
  const plan = {
    issueNumber: 1,
    slug: 'hello',
    subject: '',
    from: '',
    transport: 'smtp',
    destination: '',
    recipients,
    excluded: [],
  } as const;
  const mailing = startMailing(ledger, { plan, snapshot, recipients, worker, key: 'key', now: 1_000_000 });
  if ('heldBy' in mailing) throw new Error('nobody else is here');
  return mailing;
}

interface Setting {
  readonly stop?: AbortSignal;
  readonly onProgress?: () => void;
  readonly connections?: number;
}

async function run(
  mailer: Mailer,
  { stop = new AbortController().signal, onProgress = () => {}, connections = 3 }: Setting = {},
) {
  const ledger = createLedger(openDatabase(':memory:'));
  const mailing = start(ledger);
  const clock = createManualClock();
  const retry = [60_000, 300_000];
  const result = await dispatchMailing({
    ledger,
    mailer,
    clock,
    mailing,
    worker,
    connections,
    retry,
    wait: 900_000,
    stop,
    onProgress,
  });
  const { accepted, deferred, failed, held, unknown, skipped } = result;
  expect(accepted + deferred + failed + held + unknown + skipped).toBe(20);
  return { result, ledger, mailing, clock };
}

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
    const mailer = createScriptedMailer({}, reply('login', 535, '5.7.8', 'bad credentials'));
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
    first.ledger.resumeMailing(first.mailing, second, first.clock.now(), () => false);
    const result = await dispatchMailing({
      ledger: first.ledger,
      mailer,
      clock: first.clock,
      mailing: first.mailing,
      worker: second,
      connections: 2,
      retry: [],
      wait: 0,
      stop: new AbortController().signal,
      onProgress: () => {},
    });
    expect(result).toMatchObject({ state: 'finished', accepted: 20 });
    expect(new Set(mailer.dots).size).toBe(mailer.dots.length);
  });

  it('passes over whoever leaves while it runs', async () => {
    let leave = (): void => {};
    const mailer = createScriptedMailer();
    const connect = mailer.connect;
    mailer.connect = async () => {
      leave();
      return connect();
    };
    const database = openDatabase(':memory:');
    const ledger = createLedger(database);
    const mailing = start(ledger);
    leave = () =>
      void database.exec(
        "INSERT OR IGNORE INTO suppression (canonical, reason, at) VALUES ('p9@example.com', 'unsubscribed', 1)",
      );
    const result = await dispatchMailing({
      ledger,
      mailer,
      clock: createManualClock(),
      mailing,
      worker,
      connections: 2,
      retry: [],
      wait: 0,
      stop: new AbortController().signal,
      onProgress: () => {},
    });
    expect(result).toMatchObject({ state: 'finished', accepted: 19, skipped: 1 });
    expect(mailer.dots).not.toContain('p9@example.com');
  });
});
