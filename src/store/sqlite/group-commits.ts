import type { DatabaseSync } from 'node:sqlite';
import { HoldLostError } from './hold-lost-error.ts';
import { inTransaction } from './in-transaction.ts';

/** Runs work in a transaction that it shares with whoever comes in the same moment. */
export type JoinCommit = <Result>(work: () => Result) => Promise<Result>;

interface Waiting {
  /** Runs in the transaction; what it gives is told once that is on disk. */
  readonly work: () => () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One commit, and so one wait for the disk, for all connections that are at the same point at the same time. What is
 * resolved is on disk. A HoldLostError concerns the one work that throws it, which must not have written before;
 * anything else undoes the whole group.
 */
export function groupCommits(database: DatabaseSync): JoinCommit {
  let group: Waiting[] = [];

  const commit = (): void => {
    const joined = group;
    group = [];
    try {
      const tellers = inTransaction(database, () => joined.map(({ work }) => work()));
      for (const tell of tellers) tell();
    } catch (error) {
      for (const { reject } of joined) reject(error);
    }
  };

  return (work) =>
    new Promise((resolve, reject) => {
      if (group.length === 0) setImmediate(commit);
      group.push({
        reject,
        work: () => {
          try {
            const result = work();
            return () => resolve(result);
          } catch (error) {
            if (!(error instanceof HoldLostError)) throw error;
            return () => reject(error);
          }
        },
      });
    });
}
