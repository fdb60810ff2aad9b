import { existsSync } from 'node:fs';
import type { AudienceStore } from '../audience/audience-store.ts';
import { openDatabase } from '../store/sqlite/open-database.ts';
import { createAudienceStore } from '../store/sqlite/sqlite-audience.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Milliseconds: longer than the import of a million rows holds the database, shorter than a mailing's lease. */
export const patience = 45_000;

/** Runs `work`, which only reads, on the workspace's subscribers and closes the database after it. */
export function withAudience<Result>(workspace: Workspace, work: (store: AudienceStore) => Result): Result {
  using database = openDatabase(readOnlyDatabasePath(workspace));
  return work(createAudienceStore(database));
}

/**
 * The path of the database for a call that changes nobody's data: a missing one is not made, but stood in for in memory.
 * One of an earlier version is brought up to date by whoever opens it.
 */
export function readOnlyDatabasePath(workspace: Workspace): string {
  return existsSync(workspace.paths.database) ? workspace.paths.database : ':memory:';
}
