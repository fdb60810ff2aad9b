import { expect, it } from 'vitest';
import type { Audience } from '../../src/audience/choose-audience.ts';
import { gatherAudience, previewAudience } from '../../src/audience/gather-audience.ts';
import { shelveSubscribers } from '../../src/audience/import-subscribers.ts';
import { everybody, importCsv, rowsOf, store } from './fresh-store.ts';

interface Gathered {
  readonly addresses: readonly string[];
  readonly excluded: Audience['excluded'];
  readonly added?: number;
}

async function gather(lines: readonly string[]): Promise<Gathered> {
  const list = await shelveSubscribers(rowsOf(lines), store);
  try {
    return walk(gatherAudience(store, { list }));
  } finally {
    list.shelf.close();
  }
}

async function preview(lines: readonly string[]): Promise<Gathered> {
  const list = await shelveSubscribers(rowsOf(lines), store);
  try {
    return previewAudience(store, { list }, walk);
  } finally {
    list.shelf.close();
  }
}

function walk({ members, ...rest }: Audience): Gathered {
  return { addresses: Array.from(members, ({ address }) => address), ...rest };
}

it('is everybody who is active where no list was named', async () => {
  await importCsv(['email,status', 'ann@example.com,', 'una@example.com,unsubscribed']);
  const expected = { addresses: ['ann@example.com'], excluded: [] };
  expect(walk(gatherAudience(store, { list: undefined }))).toEqual(expected);
  expect(previewAudience(store, { list: undefined }, walk)).toEqual(expected);
});

it('makes subscribers of the people on a list, and leaves out whoever else is on file', async () => {
  await importCsv(['email', 'ann@example.com']);
  expect((await gather(['email', 'bob@example.com'])).addresses).toEqual(['bob@example.com']);
  expect(everybody().map(({ address }) => address)).toEqual(['ann@example.com', 'bob@example.com']);
});

it('names those who are left out by what stood in their row, with its line', async () => {
  await importCsv(['email,status', 'una@example.com,unsubscribed']);
  const { excluded } = await gather(['email', 'una@example.com', 'nobody', 'bob@example.com']);
  expect(excluded).toEqual([
    { address: 'una@example.com', reason: 'has unsubscribed' },
    { address: 'nobody', reason: 'cannot be read in line 3: the address has no @' },
  ]);
});

it('counts those of a list who were not on file before, in a dry run as well', async () => {
  await importCsv(['email', 'ann@example.com']);
  const lines = ['email', 'ann@example.com', 'bob@example.com', 'cy@example.com', 'bob@example.com'];
  expect((await preview(lines)).added).toBe(2);
  expect((await gather(lines)).added).toBe(2);
  expect((await gather(lines)).added).toBe(0);
});

it('keeps nobody in a dry run', async () => {
  expect((await preview(['email', 'bob@example.com'])).addresses).toEqual(['bob@example.com']);
  expect(everybody()).toEqual([]);
});
