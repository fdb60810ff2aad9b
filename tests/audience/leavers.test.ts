import { expect, it } from 'vitest';
import { readSubscriberRows } from '../../src/audience/csv/read-subscriber-rows.ts';
import { describeHistory } from '../../src/audience/describe-history.ts';
import { importSubscribers } from '../../src/audience/import-subscribers.ts';
import { parseAddress } from '../../src/audience/parse-address.ts';
import type { CanonicalAddress } from '../../src/audience/subscriber.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createAudienceStore } from '../../src/store/sqlite/sqlite-audience.ts';
import { createSignUpStore } from '../../src/store/sqlite/sqlite-sign-ups.ts';
import { createSubscriberRecords } from '../../src/store/sqlite/subscriber-records.ts';
import { everybody, importCsv } from './fresh-store.ts';
import { noon, rowDefaults } from './samples.ts';

const day = 86_400_000;

function canonicalOf(text: string): CanonicalAddress {
  const parsed = parseAddress(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.canonical;
}

it('takes off the list whoever has left, however bad the rest of the row is, and counts them', async () => {
  await importCsv(['email', 'ann@example.com', 'bob@example.com']);
  const report = await importCsv([
    'email,consented at,opt-out',
    'ann@example.com,who knows,yes',
    'bob@example.com,,',
  ]);
  expect(report).toMatchObject({ updated: 1, left: 1, unchanged: 1, rejected: [] });
  expect(everybody().map(({ address, status }) => [address, status])).toEqual([
    ['ann@example.com', 'unsubscribed'],
    ['bob@example.com', 'active'],
  ]);
});

it.each([
  [['active', 'unsubscribed', 'suppressed'], 'suppressed'],
  [['suppressed', 'unsubscribed', 'active'], 'suppressed'],
  [['unsubscribed', 'suppressed', 'active'], 'suppressed'],
  [['active', 'active', 'unsubscribed'], 'unsubscribed'],
])('counts the same of one who stands in a file as %s', async (statuses, standing) => {
  await importCsv(['email,status', ...statuses.map((status) => `ann@example.com,${status}`)]);
  expect(everybody().map(({ status }) => status)).toEqual([standing]);
});

it('says of a second row that it counts when it says that they left', async () => {
  const { skipped } = await importCsv([
    'email,status',
    'ann@example.com,active',
    'ann@example.com,unsubscribed',
    'ann@example.com,active',
  ]);
  expect(skipped.map(({ reason }) => reason)).toEqual([
    'the same address as in line 2; that they left counts',
    'the same address as in line 2',
  ]);
});

/** Ann is on a list that came from elsewhere, left there in March 2021, and confirmed by the form at this moment. */
async function annWhoConfirmed(at: number) {
  const database = openDatabase(':memory:');
  const audience = createAudienceStore(database);
  const signUps = createSignUpStore(database, async () => {});
  const canonical = canonicalOf('ann@example.com');
  await signUps.ask(
    { address: 'ann@example.com' as never, canonical, topics: [], wording: 'you get a mail' },
    at,
  );
  await signUps.confirm(1, at);
  const read = (lines: readonly string[]) => readSubscriberRows(Buffer.from(lines.join('\n')), rowDefaults);
  return {
    importAgain: (lines: readonly string[]) =>
      importSubscribers(read(lines), audience, { now: noon, dryRun: false }),
    status: () => audience.find(canonical)?.status,
    history: () => describeHistory(createSubscriberRecords(database).storyOf(canonical)),
  };
}

it('leaves on the list who came back by the form after an old file says that they left', async () => {
  const { importAgain, status } = await annWhoConfirmed(Date.UTC(2025, 4, 1));
  expect(await importAgain(['email,unsubscribed at', 'ann@example.com,2021-03-01'])).toMatchObject({
    left: 0,
    updated: 0,
    skipped: [
      {
        line: 2,
        address: 'ann@example.com',
        reason: 'has come back by the form since the day on which this row says they left',
      },
    ],
  });
  expect(status()).toBe('active');
});

it.each([
  ['later', '2025-06-01', Date.UTC(2025, 4, 1)],
  ['on the same day', '2025-05-01', Date.UTC(2025, 4, 1, 18)],
  ['nobody knows when', 'yes', Date.UTC(2025, 4, 1)],
])('takes them off where they left %s', async (_, cell, confirmedAt) => {
  const { importAgain, status, history } = await annWhoConfirmed(confirmedAt);
  expect(await importAgain(['email,unsubscribed at', `ann@example.com,${cell}`])).toMatchObject({ left: 1 });
  expect(status()).toBe('unsubscribed');
  expect(history().at(-1)).toEqual({
    at: rowDefaults.at,
    kind: 'unsubscribed',
    text: `was active; ${cell === 'yes' ? 'before' : `since ${cell}`} (list.csv)`,
  });
});

it('says of nobody that they stay who leave by another row of the file', async () => {
  await importCsv(['email', 'ann@example.com']);
  const rows = ['email,status', 'ann@example.com,archived', 'ann@example.com,unsubscribed'];
  expect((await importCsv(rows)).rejected.map(({ reason }) => reason)).toEqual([
    'the status “archived” is not active, pending, unsubscribed or suppressed',
  ]);
});

it('does not take a consent in a file for coming back by the form', async () => {
  await importCsv(['email,consented at', 'ann@example.com,2025-05-01']);
  await importCsv(['email,unsubscribed at', 'ann@example.com,2021-03-01']);
  expect(everybody().map(({ status }) => status)).toEqual(['unsubscribed']);
});

it.each([
  [['email,unsubscribed at', 'ann@example.com,2025-07-01', 'ann@example.com,2021-03-01']],
  [['email,unsubscribed at,opted out at', 'ann@example.com,2021-03-01,2025-07-01']],
  [['email,unsubscribed at,bounced at', 'ann@example.com,2025-07-01,2021-03-01']],
  [
    [
      'email,status,unsubscribed at',
      'ann@example.com,suppressed,2021-03-01',
      'ann@example.com,unsubscribed,',
    ],
  ],
])('counts the latest of several moments, and one that nobody knows: %#', async (lines) => {
  const { importAgain, status } = await annWhoConfirmed(Date.UTC(2025, 4, 1));
  await importAgain(lines);
  expect(status()).not.toBe('active');
});

it.each([
  ['a cell too much', 'email,status,note', 'ann@example.com,unsubscribed,too many mails, really'],
  ['a control character', 'email,status,note', 'ann@example.com,unsubscribed,a\u0007b'],
  [
    'a note without an end',
    'email,status,note',
    `ann@example.com,Unsubscribed (manual),${'x'.repeat(10_001)}`,
  ],
  ['a name before the address', 'email,status', 'Ann Lee <ann@example.com>,unsubscribed'],
  ['a link', 'email,opt-out', 'mailto:ann@example.com,yes'],
  ['a word in other signs', 'email,status', 'ann@example.com,not\u00a0subscribed\u200b.'],
  ['somebody’s name', 'email,status', 'ann@example.com,unsubscribed by admin'],
])('hears that somebody left beside %s', async (_, header, row) => {
  await importCsv(['email', 'ann@example.com']);
  expect(await importCsv([header, row])).toMatchObject({ left: 1, rejected: [] });
});

it.each([
  [
    'email,name,status',
    'ann@example.com,unsubscribed',
    '“unsubscribed” stands under “name”: is a comma missing?',
  ],
  [
    'email,name',
    '"ann@example.com","Ann,active bob@example.com,Bob"',
    'the name holds an address: is a quote missing?',
  ],
  [
    'email,status',
    'ann@example.com,archived',
    'the status “archived” is not active, pending, unsubscribed or suppressed',
  ],
])('says of a row that it cannot read that its person stays: %s', async (header, row, reason) => {
  await importCsv(['email', 'ann@example.com']);
  expect(await importCsv([header, row])).toMatchObject({
    rejected: [{ line: 2, address: 'ann@example.com', reason: `${reason}; they are on the list, and stay` }],
  });
  expect(await importCsv([header, row.replaceAll('ann@', 'zoe@')])).toMatchObject({ rejected: [{ reason }] });
});

it('counts two moments of leaving by the later one', async () => {
  const { importAgain, status } = await annWhoConfirmed(Date.UTC(2025, 4, 1));
  await importAgain(['email,unsubscribed at', 'ann@example.com,2021-03-01', 'ann@example.com,2025-07-01']);
  expect(status()).toBe('unsubscribed');
});

it('tells in the story of somebody new who had left: when, and by which file', async () => {
  const database = openDatabase(':memory:');
  const audience = createAudienceStore(database);
  const rows = readSubscriberRows(
    Buffer.from('email,unsubscribed at\nann@example.com,2021-03-01\n'),
    rowDefaults,
  );
  await importSubscribers(rows, audience, { now: noon + day, dryRun: false });
  const story = createSubscriberRecords(database).storyOf(canonicalOf('ann@example.com'));
  expect(describeHistory(story).map(({ at, kind, text }) => [at.slice(0, 10), kind, text])).toEqual([
    [
      '2021-03-01',
      'listed',
      'list.csv, which does not say that they agreed; written down 2026-01-06T12:00:00.000Z',
    ],
    ['2026-01-06', 'unsubscribed', 'since 2021-03-01 (list.csv)'],
  ]);
});
