import type { AudienceStore } from '../../audience/audience-store.ts';
import type { SubscriberRecords } from '../../audience/subscriber-records.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import { createAudienceStore } from '../../store/sqlite/sqlite-audience.ts';
import { createSubscriberRecords } from '../../store/sqlite/subscriber-records.ts';
import type { CommandContext } from '../command.ts';
import { readOnlyDatabasePath } from '../open-database.ts';
import { openWorkspace } from '../open-workspace.ts';

/** The list, and what is known of single people. */
export interface OpenRecords extends Disposable {
  readonly store: AudienceStore;
  readonly records: SubscriberRecords;
}

/** Opens the workspace's list. For a call that only reads no database is made. */
export function openRecords(context: CommandContext, { reads = false } = {}): OpenRecords {
  const workspace = openWorkspace(context);
  const database = openDatabase(reads ? readOnlyDatabasePath(workspace) : workspace.paths.database);
  return {
    store: createAudienceStore(database),
    records: createSubscriberRecords(database),
    [Symbol.dispose]: () => database.close(),
  };
}
