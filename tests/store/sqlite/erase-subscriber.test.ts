import { readFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import type { CanonicalAddress } from '../../../src/audience/subscriber.ts';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { createAudienceStore } from '../../../src/store/sqlite/sqlite-audience.ts';
import { createLedger } from '../../../src/store/sqlite/sqlite-ledger.ts';
import { createSubscriberRecords } from '../../../src/store/sqlite/subscriber-records.ts';
import { claim, claimOne, database, ledger, none, start } from './fresh-ledger.ts';
import { accepted, ada, draft, inFolder, mailingTo, noon } from './samples.ts';

const ann = 'ann@example.com' as CanonicalAddress;

function erase(...names: string[]): void {
  const records = createSubscriberRecords(database);
  createAudienceStore(database).allOrNothing(() => {
    for (const name of names) records.erase(`${name}@example.com` as CanonicalAddress, noon);
  });
}

/** All that any table holds, as text, without Message-IDs: those of real mailings tell nothing about anybody. */
function dump(from: DatabaseSync): string {
  const tables = from
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all();
  return tables
    .map(({ name }) => JSON.stringify(from.prepare(`SELECT * FROM ${String(name)}`).all()))
    .join('\n')
    .replaceAll(/<\w+@penny\.example>/g, '');
}

it('leaves the rows of mailings as they count, and nobody’s', async () => {
  const mailing = start('ann', 'bob', 'cyd');
  const claimed = await claimOne(mailing);
  await ledger.intendDot(claimed, ada, noon);
  await ledger.settle(claimed, ada, { ...accepted, text: '250 ok ann@example.com' }, noon);
  expect(dump(database).toLowerCase()).toContain('ann');
  erase('ann', 'bob');
  expect(dump(database).toLowerCase()).not.toMatch(/ann|bob/);
  expect(ledger.counts(mailing)).toEqual({ ...none, accepted: 1, skipped: 1, queued: 1 });
  expect(ledger.contradictions(mailing)).toEqual([]);
  expect((await claim(mailing, { count: 5 })).map(({ recipient }) => recipient.canonical)).toEqual([
    'cyd@example.com',
  ]);
});

it('leaves nobody behind for an export', () => {
  start('ann');
  erase('ann');
  expect([...createAudienceStore(database).barred()]).toEqual([]);
});

it('mails nobody who was erased when what was unknown is sent once more', async () => {
  const mailing = start('ann');
  const claimed = await claimOne(mailing);
  await ledger.intendDot(claimed, ada, noon);
  await ledger.settle(claimed, ada, { state: 'unknown', stage: 'dot', text: 'the line broke' }, noon);
  erase('ann');
  const [unknown] = ledger.unknowns(mailing);
  expect(unknown?.address).toBe('erased');
  const messageId = unknown?.messageId ?? '';
  ledger.settleUnknown(mailing, [{ messageId, as: 'resend', source: 'hand', text: 'once more' }], noon);
  expect(await claim(mailing)).toEqual([]);
  expect(ledger.counts(mailing)).toEqual({ ...none, skipped: 1 });
});

it('names the issue whose mail is in somebody’s hands', async () => {
  const mailing = start('ann');
  await claimOne(mailing);
  expect(createSubscriberRecords(database).inFlight(ann)).toEqual([mailing.issueNumber]);
});

it('lets no attempt be rewritten but for the words of the server', async () => {
  const mailing = start('ann');
  const claimed = await claimOne(mailing);
  await ledger.intendDot(claimed, ada, noon);
  await ledger.settle(claimed, ada, { ...accepted, text: '250 ok' }, noon);
  for (const change of [
    `text = 'forged'`,
    `text = 'erased', state = 'failed'`,
    `text = 'erased', code = 550`,
  ])
    expect(() => database.exec(`UPDATE attempt SET ${change}`)).toThrow(/append-only/);
});

it('leaves nothing in the files, though rows were moved about in them', () =>
  inFolder((folder) => {
    const path = `${folder}/penny.db`;
    using file = openDatabase(path);
    const store = createAudienceStore(file);
    const records = createSubscriberRecords(file);
    const word = (at: number): string => `zq${at.toString(36).padStart(4, '0')}q`;
    const people = Array.from({ length: 3_000 }, (_, at) => at);
    const detailed = (at: number, length: number): ReturnType<typeof draft> =>
      draft(word(at), {
        name: word(at).repeat(length),
        tags: [word(at)],
        fields: { city: word(at).repeat(length * 3) },
      });
    store.allOrNothing(() => people.map((at) => store.keep(detailed(at, 1 + (at % 7)), noon)));
    for (const at of people)
      store.allOrNothing(() => store.keep(detailed((at * 7) % 3_000, 1 + (at % 40)), noon));
    const gone = people.filter((at) => at % 9 === 4);
    store.allOrNothing(() =>
      gone.map((at) => records.erase(`${word(at)}@example.com` as CanonicalAddress, noon)),
    );

    const other = createLedger(file);
    const mailing = other.startMailing(mailingTo(['cyd']), ada, noon);
    expect(records.rewriteFiles(noon)).toBe(false);
    if (!('id' in mailing)) throw new Error('the mailing was not started');
    other.releaseMailing(mailing, ada, 'paused', 'somebody asked', noon);
    expect(records.rewriteFiles(noon)).toBe(true);

    const bytes = ['', '-wal'].map((suffix) => readFileSync(`${path}${suffix}`, 'latin1')).join('');
    expect(gone.filter((at) => bytes.includes(word(at)))).toEqual([]);
    expect(bytes).toContain(word(0));
  }));
