import { DatabaseSync } from 'node:sqlite';
import { explainFailure } from './explain-failure.ts';
import { isUnused, refuseUnknownSchema } from './migrate.ts';
import { usualPatience } from './open-database.ts';

/**
 * Runs `read` on the database at `path`, which stays as it is: neither made, nor brought up to date, nor written to.
 * SQLite may leave its index of the log, and an empty log, beside it.
 *
 * @returns What `read` returns; undefined when the file is there and nothing was written to it yet.
 * @throws {DatabaseError} When it is missing, damaged, not ours, or of a newer version.
 */
export function readDatabase<Result>(
  path: string,
  read: (database: DatabaseSync) => Result,
): Result | undefined {
  try {
    using database = new DatabaseSync(path, { readOnly: true, timeout: usualPatience });
    refuseUnknownSchema(database, path);
    return isUnused(database) ? undefined : read(database);
  } catch (error) {
    throw explainFailure(error, path);
  }
}
