import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../../src/store/sqlite/sqlite-ledger.ts';
import { claimDue } from '../../fakes/claim-due.ts';
import { newPath } from './new-path.ts';
import { accepted, ada, ben, mailingTo, noon, only, ours } from './samples.ts';

const dyingSender = fileURLToPath(new URL('./dying-sender.ts', import.meta.url));
const openAndClose = fileURLToPath(new URL('./open-and-close.ts', import.meta.url));

it('has every step on disk when its method returns', async () => {
  const path = newPath();
  const database = openDatabase(path);
  const ledger = createLedger(database);
  const another = new DatabaseSync(path, { readOnly: true });
  onTestFinished(() => {
    another.close();
    database.close();
  });
  const state = (): unknown => another.prepare('SELECT state FROM delivery').get()?.['state'];

  const mailing = ours(ledger.startMailing(mailingTo(['ann']), ada, noon));
  expect(state()).toBe('queued');
  const claimed = only(await claimDue(ledger, mailing, ada, { now: noon }));
  expect(state()).toBe('attempting');
  await ledger.intendDot(claimed, ada, noon);
  expect(state()).toBe('committing');
  await ledger.settle(claimed, ada, accepted, noon);
  expect(state()).toBe('accepted');
  ledger.releaseMailing(mailing, ada, 'finished', undefined, noon);
  expect(another.prepare('SELECT state FROM mailing').get()?.['state']).toBe('finished');
});

it('knows after a kill who was mailed, who may have been, and who was not', async () => {
  const path = newPath();
  const killed = spawnSync(process.execPath, [dyingSender, path], { encoding: 'utf8' });
  expect([killed.stderr, killed.signal]).toEqual(['', 'SIGKILL']);

  const database = openDatabase(path);
  onTestFinished(() => database.close());
  const ledger = createLedger(database);
  const left = ledger.findMailing(1);
  if (left === undefined) throw new Error('the mailing is lost');
  expect(ledger.counts(left)).toMatchObject({ accepted: 1, committing: 1, attempting: 1, queued: 1 });

  const mailing = ours(
    ledger.resumeMailing(left, ben, { now: noon + 1, isAlive: () => false, moved: false }),
  );
  const uncertain = only(ledger.recover(mailing, ben, noon + 1));
  expect(uncertain.recipient.name).toBe('bob');
  await ledger.settle(uncertain, ben, { state: 'unknown', stage: 'dot', text: 'no answer' }, noon + 1);
  const again = await claimDue(ledger, mailing, ben, { count: 9, now: noon + 1 });
  expect(again.map(({ recipient, attempt }) => [recipient.name, attempt])).toEqual([
    ['cyd', 2],
    ['dan', 1],
  ]);
  expect(ledger.counts(mailing)).toMatchObject({ accepted: 1, unknown: 1, attempting: 2, queued: 0 });
});

it('is made once when several processes open it for the first time together', async () => {
  const path = newPath();
  const processes = Array.from({ length: 4 }, () =>
    spawn(process.execPath, [openAndClose, path], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  const codes = await Promise.all(processes.map((started) => once(started, 'close')));
  expect(codes.map(([code]) => code)).toEqual([0, 0, 0, 0]);
  const database = openDatabase(path);
  onTestFinished(() => database.close());
  expect(database.prepare('SELECT count(*) AS count FROM migration').get()).toEqual({ count: 6 });
});
