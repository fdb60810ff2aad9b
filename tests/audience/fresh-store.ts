import { beforeEach } from 'vitest';
import type { AudienceStore } from '../../src/audience/audience-store.ts';
import { readSubscriberRows } from '../../src/audience/csv/read-subscriber-rows.ts';
import { type ImportReport, importSubscribers } from '../../src/audience/import-subscribers.ts';
import type { Subscriber } from '../../src/audience/subscriber.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createAudienceStore } from '../../src/store/sqlite/sqlite-audience.ts';
import { noon, noonText, rowDefaults } from './samples.ts';

/** An empty list, another one for each test of the file that imports this. */
export let store: AudienceStore;

beforeEach(() => {
  store = newStore();
});

export function newStore(): AudienceStore {
  return createAudienceStore(openDatabase(':memory:'));
}

/** Imports these lines as `list.csv` at noon. */
export function importCsv(
  lines: readonly string[],
  { into = store, dryRun = false }: { readonly into?: AudienceStore; readonly dryRun?: boolean } = {},
): Promise<ImportReport> {
  return importSubscribers(rowsOf(lines), into, { now: noon, dryRun });
}

export function rowsOf(lines: readonly string[]): ReturnType<typeof readSubscriberRows> {
  return readSubscriberRows(Buffer.from(lines.join('\n')), rowDefaults);
}

export function everybody(from: AudienceStore = store): Subscriber[] {
  return [...from.list()];
}

/** Everybody without the number that the database gave them. */
export function contentOf(from: AudienceStore): Omit<Subscriber, 'id'>[] {
  return everybody(from).map(({ id: _, ...content }) => content);
}

export const consent = { source: 'list.csv', at: noonText };
