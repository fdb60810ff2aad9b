import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { DeliveryState, Ledger } from '../../../src/delivery/ledger.ts';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../../src/store/sqlite/sqlite-ledger.ts';
import { addresses, dispatch, start } from '../../delivery/sample-run.ts';
import { aroundDeliveries } from '../../fakes/around-deliveries.ts';
import { createScriptedMailer } from '../../fakes/scripted-mailer.ts';
import { newPath } from './new-path.ts';

/** What was said of somebody, or done, when the log of the database was so long. */
interface Moment {
  readonly address: string;
  readonly state: 'committing' | 'accepted';
  readonly log: number;
}

/** A mailing to twenty people over three connections, whose log is never taken into the database. */
async function sendWatched(path: string): Promise<readonly Moment[]> {
  const database = openDatabase(path);
  const ledger = createLedger(database);
  const mailing = start(ledger);
  database.exec('PRAGMA wal_autocheckpoint = 0; PRAGMA wal_checkpoint(TRUNCATE)');
  copyFileSync(path, `${path}.before`);
  const moments: Moment[] = [];
  const note = (address: string, state: Moment['state']): void =>
    void moments.push({ address, state, log: statSync(`${path}-wal`).size });

  const watched: Ledger = {
    ...ledger,
    settle: async (claimed, ...rest) => {
      const state = await ledger.settle(claimed, ...rest);
      if (state === 'accepted') note(claimed.recipient.canonical, state);
      return state;
    },
  };
  const watchedMailer = aroundDeliveries(
    createScriptedMailer(),
    (deliver) => (message, beforeDot) =>
      deliver(message, async () => {
        await beforeDot();
        note(message.envelope.to, 'committing');
      }),
  );
  await dispatch({ ledger: watched, mailer: watchedMailer, mailing });
  copyFileSync(`${path}-wal`, `${path}.log`);
  database.close();
  return moments;
}

/** What a machine finds after it lost its power when so much of the log was on disk, and perhaps a torn piece more. */
function findAfterPowerLoss(
  path: string,
  { log, torn }: { log: number; torn: number },
): Map<string, DeliveryState> {
  const found = `${path}.found`;
  copyFileSync(`${path}.before`, found);
  const written = readFileSync(`${path}.log`);
  const piece = written.subarray(log, log + torn).map((byte, at) => (at % 512 < 256 ? byte : 0));
  writeFileSync(`${found}-wal`, Buffer.concat([written.subarray(0, log), piece]));
  const database = openDatabase(found);
  try {
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    const ledger = createLedger(database);
    const mailing = ledger.findMailing(1);
    if (mailing === undefined) throw new Error('the mailing is lost');
    return new Map([...ledger.recipients(mailing)].map(({ address, state }) => [address, state]));
  } finally {
    database.close();
  }
}

const upTo = { committing: ['committing', 'accepted'], accepted: ['accepted'] } as const;

it('scoreboard 7: power lost at any moment loses nobody who was accepted, and no dot was without its intent', async () => {
  const path = newPath();
  const moments = await sendWatched(path);
  expect(moments).toHaveLength(2 * addresses.length);
  for (const [at, { log }] of moments.entries()) {
    for (const torn of [0, 3_000]) {
      const found = findAfterPowerLoss(path, { log, torn });
      for (const { address, state } of moments.slice(0, at + 1)) {
        expect(upTo[state], `${address} after ${log} + ${torn} bytes`).toContain(found.get(address));
      }
    }
  }
});
