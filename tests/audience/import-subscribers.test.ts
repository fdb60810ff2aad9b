import { expect, it } from 'vitest';
import { readSubscriberRows } from '../../src/audience/csv/read-subscriber-rows.ts';
import { importSubscribers } from '../../src/audience/import-subscribers.ts';
import { consent, everybody, importCsv, store } from './fresh-store.ts';
import { noon, rowDefaults } from './samples.ts';

const nothing = {
  format: expect.anything(),
  statuses: expect.anything(),
  undated: expect.any(Number),
  ...{ added: 0, updated: 0, unchanged: 0, left: 0, skipped: [], rejected: [] },
};

it('counts what the rows say of their people, but for those that are rejected', async () => {
  const rows = [
    'ann@example.com,',
    'bob@example.com,unsubscribed',
    'cyd@example.com,cleaned',
    'no address,active',
  ];
  expect(await importCsv(['email,status', ...rows])).toMatchObject({
    added: 3,
    statuses: { active: 1, pending: 0, unsubscribed: 1, suppressed: 1 },
  });
});

it('adds everybody in the file, and says so', async () => {
  expect(await importCsv(['email,name', 'ann@example.com,Ann', 'bob@example.com,Bob'])).toEqual({
    ...nothing,
    added: 2,
  });
  expect(everybody()).toEqual([
    {
      id: 1,
      address: 'ann@example.com',
      canonical: 'ann@example.com',
      name: 'Ann',
      status: 'active',
      tags: [],
      fields: {},
      consent,
      joinedAt: consent.at,
    },
    expect.objectContaining({ id: 2, name: 'Bob' }),
  ]);
});

it('tells new, changed and unchanged people apart', async () => {
  await importCsv(['email,name', 'ann@example.com,Ann', 'bob@example.com,Bob']);
  const report = await importCsv([
    'email,name',
    'ANN@example.com,Ann Lee',
    'bob@example.com,',
    'cyd@example.com,Cyd',
  ]);
  expect(report).toEqual({ ...nothing, added: 1, updated: 1, unchanged: 1 });
  expect(everybody().map(({ address, name }) => [address, name])).toEqual([
    ['ann@example.com', 'Ann Lee'],
    ['bob@example.com', 'Bob'],
    ['cyd@example.com', 'Cyd'],
  ]);
});

it('skips who stands in the file twice and who has left, each with line and reason', async () => {
  await importCsv(['email,status', 'una@example.com,unsubscribed', 'sue@example.com,suppressed']);
  const report = await importCsv([
    'email',
    'ann@example.com',
    'una@example.com',
    'Ann@EXAMPLE.com',
    'sue@example.com',
  ]);
  expect(report).toEqual({
    ...nothing,
    added: 1,
    skipped: [
      { line: 3, address: 'una@example.com', reason: 'has unsubscribed' },
      { line: 4, address: 'Ann@EXAMPLE.com', reason: 'the same address as in line 2' },
      { line: 5, address: 'sue@example.com', reason: 'is suppressed' },
    ],
  });
});

it('honours an opt-out wherever in the file it stands', async () => {
  await importCsv([
    'email,status',
    'ann@example.com,active',
    'ann@example.com,unsubscribed',
    'ann@example.com,active',
  ]);
  expect(everybody().map(({ status }) => status)).toEqual(['unsubscribed']);
});

it('rejects a bad row with line and reason and keeps the others', async () => {
  const report = await importCsv([
    'email,name',
    'ann@example.com,Ann',
    'a..b@example.com,Bob',
    'cyd@example.com,Cyd',
  ]);
  expect(report).toEqual({
    ...nothing,
    added: 2,
    rejected: [
      {
        line: 3,
        address: 'a..b@example.com',
        reason: 'a dot stands at an end, beside the @, or twice in a row',
      },
    ],
  });
});

it('keeps nobody of a file that breaks off', async () => {
  await expect(importCsv(['email,name', 'ann@example.com,Ann', 'bob@example.com,"Bob'])).rejects.toThrow(
    /quotes/,
  );
  expect(everybody()).toEqual([]);
});

it('keeps nobody when the input fails on the way', async () => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`email\n${'ann@example.com\n'.repeat(10_000)}`);
    throw new Error('the pipe broke');
  }
  const rows = readSubscriberRows(failing(), rowDefaults);
  await expect(importSubscribers(rows, store, { now: noon, dryRun: false })).rejects.toThrow(
    'the pipe broke',
  );
  expect(everybody()).toEqual([]);
});

it('keeps nobody when the list cannot take one of them', async () => {
  const failing: typeof store = {
    ...store,
    keepShelf: (shelf, now) => {
      store.keepShelf(shelf, now);
      throw new Error('no room');
    },
  };
  await expect(importCsv(['email', 'ann@example.com', 'bob@example.com'], { into: failing })).rejects.toThrow(
    'no room',
  );
  expect(everybody()).toEqual([]);
});

it('reports the same in a dry run, and writes nothing', async () => {
  await importCsv(['email,name', 'ann@example.com,Ann']);
  const file = [
    'email,name',
    'ann@example.com,Ann Lee',
    'bob@example.com,Bob',
    'bob@example.com,',
    'nobody,',
  ];
  const before = everybody();
  const rehearsed = await importCsv(file, { dryRun: true });
  expect(everybody()).toEqual(before);
  expect(rehearsed).toMatchObject({ added: 1, updated: 1, skipped: [{ line: 4 }], rejected: [{ line: 5 }] });
  expect(await importCsv(file)).toEqual(rehearsed);
});

it('does not hold the list while it waits for a slow file', async () => {
  async function* slow(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('email\nann@example.com\n');
    // Somebody else writes while the file is being read.
    await importCsv(['email', 'zoe@example.com']);
    yield Buffer.from('bob@example.com\n');
  }
  await importSubscribers(readSubscriberRows(slow(), rowDefaults), store, { now: noon, dryRun: false });
  expect(everybody().map(({ address }) => address)).toEqual([
    'zoe@example.com',
    'ann@example.com',
    'bob@example.com',
  ]);
});

it('reads a hundred thousand rows as they come', async () => {
  const rows = 100_000;
  async function* lines(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('email;name;city\r\n');
    for (let row = 0; row < rows; row += 1) {
      const address = row % 1_000 === 999 ? 'broken' : `reader${row}@example.com`;
      yield Buffer.from(`${address};Jürgen ${row};"Köln;\u00a0${row}"\r\n`);
    }
  }
  const report = await importSubscribers(readSubscriberRows(lines(), rowDefaults), store, {
    now: noon,
    dryRun: false,
  });
  expect([report.added, report.rejected.length, report.rejected.at(-1)?.line]).toEqual([
    99_900, 100, 100_001,
  ]);
  expect(everybody().at(-1)).toMatchObject({ name: 'Jürgen 99998', fields: { city: 'Köln;\u00a099998' } });
});

const dated = ['email,consented at', 'ann@example.com,2025-03-01'];

it('learns from a later file when somebody agreed of whom none told it', async () => {
  await importCsv(['email', 'ann@example.com']);
  expect(await importCsv(dated)).toMatchObject({ updated: 1 });
  const agreed = '2025-03-01T00:00:00.000Z';
  expect(everybody()).toMatchObject([{ consent: { at: agreed }, joinedAt: agreed }]);
  expect(await importCsv(dated)).toMatchObject({ unchanged: 1 });
});

it('leaves the day of a consent that was told as it is', async () => {
  await importCsv(['email,consented at', 'ann@example.com,2025-06-01']);
  expect(await importCsv(dated)).toMatchObject({ unchanged: 1 });
  expect(everybody()).toMatchObject([{ consent: { at: '2025-06-01T00:00:00.000Z' } }]);
});

it('learns no day of consent from a file of those who left', async () => {
  await importCsv(['email', 'ann@example.com']);
  await importCsv(['email,unsubscribed at', 'ann@example.com,2024-03-01']);
  expect(everybody()).toMatchObject([{ status: 'unsubscribed', consent, joinedAt: consent.at }]);
});
