import { isLocked } from './is-busy.ts';

/** Milliseconds between two tries. */
const pause = 25;

/** Tries, of `pause` each and what the database itself waits: longer than the import of a million rows takes. */
const mostTries = 1_000;

/**
 * Tries again for as long as another process writes. SQLite’s own waiting stops the whole process, in which others may
 * only want to read: a database that is opened with little patience and asked through this one stops nobody.
 *
 * @param work does nothing when it fails
 * @throws {DatabaseError} When it is still locked in the end, or fails for another reason.
 */
export async function whileLocked<Result>(
  work: () => Promise<Result>,
  wait: (milliseconds: number) => Promise<void>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isLocked(error) || tries === mostTries) throw error;
      await wait(pause);
    }
  }
}
