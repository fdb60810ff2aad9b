import { expect } from 'vitest';
import type { DispatchInput } from '../../src/delivery/dispatch-input.ts';
import { dispatchMailing } from '../../src/delivery/dispatch-mailing.ts';
import type { Ledger } from '../../src/delivery/ledger.ts';
import type { Mailer, MailerReply, Stage } from '../../src/delivery/mailer.ts';
import type { Mailing, Worker } from '../../src/delivery/mailing.ts';
import type { MailingResult } from '../../src/delivery/mailing-result.ts';
import type { Recipient } from '../../src/delivery/recipient.ts';
import { startMailing } from '../../src/delivery/start-mailing.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../src/store/sqlite/sqlite-ledger.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { recipient, snapshot } from './sample-mailing.ts';

export const worker: Worker = { id: 'worker-1', host: 'here', pid: 1, started: '1', copy: 'here' };
/** Another process on the same machine. */
export const heir: Worker = { ...worker, id: 'worker-2' };
/** By a worker that knows the one before to be dead. */
export const takeOver = { now: 1_000_000, isAlive: () => false, moved: false };
/** Of a mailing to twenty people. */
export const addresses = Array.from({ length: 20 }, (_, index) => `p${index}@example.com`);

/** What a server says. */
export function reply(stage: Stage, code: number, enhanced: string, text = 'said the server'): MailerReply {
  return { kind: 'reply', stage, code, enhanced, text };
}

/** Nobody listens. */
export const unreachable: MailerReply = { kind: 'noReply', stage: 'connect', text: 'ECONNREFUSED' };

/** A mailing to these people, held by the worker. */
export function start(ledger: Ledger, audience = addresses): Mailing {
  return startWith(
    ledger,
    audience.map((address) => recipient({ address })),
  );
}

export function startWith(
  ledger: Ledger,
  recipients: readonly Recipient[],
  part: { readonly startsAt?: number } = {},
): Mailing {
  const plan = { issueNumber: 1, slug: 'hello', transport: 'smtp' } as const;
  const mailing = startMailing(ledger, {
    plan,
    recipients,
    snapshot,
    worker,
    key: 'key',
    now: 1_000_000,
    ...part,
  });
  if (!('id' in mailing)) throw new Error('nobody else is here');
  return mailing;
}

type Given = Pick<DispatchInput, 'ledger' | 'mailer' | 'mailing'> & Partial<DispatchInput>;

/** Runs a mailing to its end, whose counts always add up to the audience. */
export async function dispatch(given: Given): Promise<MailingResult> {
  const result = await dispatchMailing({
    clock: createManualClock(),
    worker,
    connections: 3,
    limits: { perDomain: {} },
    retry: [60_000, 300_000],
    unknown: 'ask',
    jitter: () => 0,
    nextOpening: (now) => now,
    wait: 900_000,
    stop: new AbortController().signal,
    onProgress: () => {},
    onWaiting: () => {},
    ...given,
  });
  const { accepted, deferred, failed, held, unknown, skipped } = result;
  expect(accepted + deferred + failed + held + unknown + skipped).toBe(given.mailing.audience);
  return result;
}

/** A mailing to twenty people, run to its end. */
export async function run(mailer: Mailer, setting: Partial<DispatchInput> = {}) {
  const ledger = createLedger(openDatabase(':memory:'));
  const mailing = start(ledger);
  const clock = createManualClock();
  const result = await dispatch({ ledger, mailer, clock, mailing, ...setting });
  return { result, ledger, mailing, clock };
}

/** Calls `act` once, after so many attempts. */
export function after(attempts: number, act: () => void): () => void {
  let done = 0;
  return () => {
    done += 1;
    if (done === attempts) act();
  };
}
