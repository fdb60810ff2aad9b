import { join } from 'node:path';
import { expect, it } from 'vitest';
import { HoldLostError } from '../../../src/store/sqlite/hold-lost-error.ts';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../../src/store/sqlite/sqlite-ledger.ts';
import { claimDue } from '../../fakes/claim-due.ts';
import { claimOne, dead, ledger, none, start } from './fresh-ledger.ts';
import { accepted, ada, ben, inFolder, mailingTo, noon, ours } from './samples.ts';

it('queues again what had no dot, hands over what had one, and loses nobody', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'penny.db');
    const crashed = openDatabase(path);
    const before = createLedger(crashed);
    const mailing = ours(before.startMailing(mailingTo(['ann', 'bob', 'cyd', 'dan']), ada, noon));
    const [first, second] = await claimDue(before, mailing, ada, { count: 3, now: noon });
    if (first === undefined || second === undefined) throw new Error('nothing was claimed');
    await before.intendDot(first, ada, noon);
    await before.settle(first, ada, accepted, noon);
    await before.intendDot(second, ada, noon + 1);

    // The dead process never closed its connection: another one sees all that it had been told is on disk.
    const reopened = openDatabase(path);
    const after = createLedger(reopened);
    expect(after.findMailing(1)).toEqual(mailing);
    ours(after.resumeMailing(mailing, ben, { now: noon + 2, isAlive: dead, moved: false }));
    expect(after.recover(mailing, ben, noon + 2)).toEqual([second]);
    expect(after.counts(mailing)).toEqual({ ...none, accepted: 1, committing: 1, queued: 2 });
    expect(after.recover(mailing, ben, noon + 2)).toEqual([]);

    await after.settle(
      second,
      ben,
      { state: 'unknown', stage: 'dot', text: 'no reply was recorded' },
      noon + 3,
    );
    expect(
      (await claimDue(after, mailing, ben, { count: 9, now: noon + 3 })).map(
        ({ recipient: { name }, attempt }) => [name, attempt],
      ),
    ).toEqual([
      ['cyd', 2],
      ['dan', 1],
    ]);
    expect(after.counts(mailing)).toEqual({ ...none, accepted: 1, unknown: 1, attempting: 2 });
    expect(
      reopened
        .prepare('SELECT delivery_id, number, worker, state, dot_at FROM attempt ORDER BY delivery_id')
        .all(),
    ).toEqual([
      { delivery_id: first.id, number: 1, worker: 'ada', state: 'accepted', dot_at: noon },
      { delivery_id: second.id, number: 1, worker: 'ben', state: 'unknown', dot_at: noon + 1 },
      { delivery_id: 3, number: 1, worker: 'ada', state: 'queued', dot_at: null },
    ]);
    await expect(before.settle(second, ada, { ...accepted, state: 'failed' }, noon + 4)).rejects.toThrow(
      HoldLostError,
    );
    crashed.close();
    reopened.close();
  });
});

it('leaves alone what this worker itself has in flight', async () => {
  const mailing = start('ann', 'bob');
  const claimed = await claimOne(mailing);
  expect(ledger.recover(mailing, ada, noon)).toEqual([]);
  expect(await ledger.intendDot(claimed, ada, noon)).toBe(true);
});

it('recovers nothing for a worker that does not hold the mailing', async () => {
  const mailing = start('ann');
  await claimOne(mailing);
  expect(() => ledger.recover(mailing, ben, noon)).toThrow(HoldLostError);
  expect(ledger.counts(mailing)).toEqual({ ...none, attempting: 1 });
});
