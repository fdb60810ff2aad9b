import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import type { DeliveryState } from '../../src/delivery/ledger.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../src/store/sqlite/sqlite-ledger.ts';
import { createScriptedMailer, type ScriptedMailer } from '../fakes/scripted-mailer.ts';
import { newPath } from '../store/sqlite/new-path.ts';
import { addresses, after, dispatch, heir, start, takeOver } from './sample-run.ts';

/** From now on there is no room for a delivery that comes to this state. */
function fillDisk(database: DatabaseSync, state: DeliveryState): void {
  database.exec(`CREATE TABLE filler (content BLOB);
    CREATE TRIGGER fill AFTER UPDATE OF state ON delivery WHEN NEW.state = '${state}'
    BEGIN INSERT INTO filler VALUES (zeroblob(1000000)); END`);
  const pages = database.prepare('PRAGMA page_count').get()?.['page_count'];
  database.exec(`PRAGMA max_page_count = ${Number(pages)}`);
}

/** Another process goes on with the mailing, once there is room again. */
async function goOn(path: string, mailer: ScriptedMailer) {
  const database = openDatabase(path);
  onTestFinished(() => database.close());
  database.exec('DROP TRIGGER IF EXISTS fill');
  const ledger = createLedger(database);
  const mailing = ledger.findMailing(1);
  if (mailing === undefined) throw new Error('the mailing is lost');
  ledger.resumeMailing(mailing, heir, takeOver);
  const result = await dispatch({ ledger, mailer, mailing, worker: heir });
  return { result, contradictions: ledger.contradictions(mailing) };
}

const everybodyOnce = { result: { state: 'finished', accepted: 20, unknown: 0 }, contradictions: [] };

it.each<[string, DeliveryState]>([
  ['when somebody is claimed', 'attempting'],
  ['when a dot is to be written down', 'committing'],
  ['when an answer is to be written down', 'accepted'],
])('scoreboard 8: a disk that is full %s: nobody is lost and nobody mailed twice', async (_, state) => {
  const path = newPath();
  const database = openDatabase(path);
  onTestFinished(() => database.close());
  const ledger = createLedger(database);
  const mailing = start(ledger);
  const mailer = createScriptedMailer();
  let before = 0;
  const onProgress = after(5, () => {
    fillDisk(database, state);
    before = mailer.dots.length;
  });
  await expect(dispatch({ ledger, mailer, mailing, onProgress })).rejects.toThrow('the disk is full');
  // No dot leaves that could not be written down before.
  expect(mailer.dots.length).toBeLessThanOrEqual(state === 'accepted' ? before + 3 : before);
  expect(mailer.dots.length).toBeLessThan(20);
  expect(await goOn(path, mailer)).toMatchObject(everybodyOnce);
  expect(mailer.dots.toSorted()).toEqual(addresses.toSorted());
  expect(readdirSync(join(path, '..')).filter((name) => name.includes('outcomes'))).toEqual([]);
});

it('scoreboard 9: a database that another program holds for too long: no dot leaves, nobody is lost or mailed twice', async () => {
  const path = newPath();
  const database = openDatabase(path, { patience: 20 });
  const other = new DatabaseSync(path);
  onTestFinished(() => {
    database.close();
    other.close();
  });
  const ledger = createLedger(database);
  const mailing = start(ledger);
  const mailer = createScriptedMailer();
  let before = 0;
  const onProgress = after(5, () => {
    other.exec('BEGIN IMMEDIATE');
    before = mailer.dots.length;
  });
  await expect(dispatch({ ledger, mailer, mailing, onProgress })).rejects.toThrow(
    'is locked by another program',
  );
  expect(mailer.dots.length).toBe(before);
  other.exec('ROLLBACK');
  expect(await goOn(path, mailer)).toMatchObject(everybodyOnce);
  expect(mailer.dots.toSorted()).toEqual(addresses.toSorted());
});
