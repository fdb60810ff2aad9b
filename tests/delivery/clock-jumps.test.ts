import { describe, expect, it } from 'vitest';
import type { DispatchInput } from '../../src/delivery/dispatch-input.ts';
import type { MailerReply } from '../../src/delivery/mailer.ts';
import type { MailingResult } from '../../src/delivery/mailing-result.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../src/store/sqlite/sqlite-ledger.ts';
import { createScriptedMailer, type ScriptedMailer } from '../fakes/scripted-mailer.ts';
import { createVirtualClock } from '../fakes/virtual-clock.ts';
import { addresses, dispatch, heir, start, unreachable, worker } from './sample-run.ts';

const hour = 3_600_000;
const second = 1_000;

interface Jumped {
  readonly result: MailingResult;
  /** Milliseconds that passed, whatever the machine's clock said. */
  readonly took: number;
}

/** Runs a mailing to twenty people; after the fifth message somebody sets the machine's clock. */
async function runOverJump(
  jump: number,
  mailer: ScriptedMailer,
  setting: Partial<DispatchInput> = {},
): Promise<Jumped> {
  const time = createVirtualClock(10 * hour);
  const began = time.now();
  let ahead = 0;
  let messages = 0;
  const ledger = createLedger(openDatabase(':memory:'));
  const mailing = start(ledger);
  const result = await dispatch({
    ledger,
    mailer,
    mailing,
    clock: { ...time, now: () => time.now() + ahead },
    onProgress: () => {
      messages += 1;
      if (messages !== 5) return;
      ahead = jump;
      const now = time.now() + ahead;
      expect(ledger.resumeMailing(mailing, heir, { now, isAlive: () => true, moved: false })).toEqual({
        heldBy: worker,
        since: 1_000_000,
      });
    },
    ...setting,
  });
  return { result, took: time.now() - began };
}

describe.each([
  ['forward', hour],
  ['back', -hour],
])('scoreboard 13: a clock that is set %s by an hour in the middle of a mailing', (_, jump) => {
  it('lets nobody on this machine take it from its sender, and everybody has it once', async () => {
    const mailer = createScriptedMailer();
    const { result } = await runOverJump(jump, mailer);
    expect(result).toMatchObject({ state: 'finished', accepted: 20, unknown: 0 });
    expect(mailer.dots.toSorted()).toEqual(addresses.toSorted());
    expect(mailer.connections()).toBe(3);
  });

  it('neither speeds up a mailing at two a second nor stops it', async () => {
    const limits = { overall: { messages: 2, per: second }, perDomain: {} };
    const { result, took } = await runOverJump(jump, createScriptedMailer(), { limits });
    expect(result).toMatchObject({ state: 'finished', accepted: 20 });
    expect(took).toBeGreaterThan(9 * second);
    expect(took).toBeLessThan(12 * second);
  });

  it('makes no storm of connections to a server that has just gone', async () => {
    const mailer = createScriptedMailer({}, { mostPerConnection: 5 });
    const { connect } = mailer;
    let tries = 0;
    mailer.connect = (): Promise<Awaited<ReturnType<typeof connect>>> => {
      tries += 1;
      return tries === 1 ? connect() : Promise.resolve<MailerReply>(unreachable);
    };
    const { result } = await runOverJump(jump, mailer, { connections: 1 });
    expect(result).toMatchObject({ state: 'paused', accepted: 5, deferred: 15 });
    expect(tries).toBeLessThanOrEqual(15);
  });
});
