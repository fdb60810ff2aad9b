import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join as joinPath } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Ledger } from '../../delivery/ledger.ts';
import type { Mailing, Worker } from '../../delivery/mailing.ts';
import type { JoinCommit } from './group-commits.ts';
import { HoldLostError } from './hold-lost-error.ts';
import { inTransaction } from './in-transaction.ts';
import { type OutcomeJournal, openJournal, readJournal } from './outcome-journal.ts';
import { prepareRecover } from './recover-deliveries.ts';
import { type EndedAttempt, prepareSettle } from './settle-delivery.ts';

interface Parts extends Pick<Ledger, 'releaseMailing' | 'cancelMailing'> {
  readonly join: JoinCommit;
}

/**
 * How outcomes are kept: in the database, and where it cannot be written in a journal beside it, which whoever takes
 * the mailing over reads first. A database in memory has none.
 */
export function prepareOutcomes(
  database: DatabaseSync,
  { join, releaseMailing, cancelMailing }: Parts,
): Pick<Ledger, 'settle' | 'recover' | 'releaseMailing' | 'cancelMailing'> {
  const settle = prepareSettle(database);
  const recover = prepareRecover(database);
  const findInFlight = database.prepare(
    `SELECT 1 FROM delivery WHERE mailing_id = ? AND state IN ('attempting', 'committing') LIMIT 1`,
  );
  const journals = new Map<number, OutcomeJournal>();

  const replay = (ended: EndedAttempt): void => {
    try {
      inTransaction(database, () => settle(ended));
    } catch (error) {
      // It was written down after all.
      if (!(error instanceof HoldLostError)) throw error;
    }
  };

  const tryReplay = (entries: readonly EndedAttempt[]): boolean => {
    try {
      for (const ended of entries) replay(ended);
      return true;
    } catch {
      return false;
    }
  };

  /** Takes in what other workers could not write down. Answers where that stands. */
  const replayLeft = (mailing: Mailing): readonly string[] => {
    const path = database.location();
    const left = path === null ? [] : journalsOf(path, mailing);
    for (const ended of left.flatMap(readJournal)) replay(ended);
    return left;
  };

  const openFor = (mailing: Mailing, worker: Worker): void => {
    const path = database.location();
    if (path === null || journals.has(mailing.id)) return;
    for (const left of replayLeft(mailing)) rmSync(left, { force: true });
    journals.set(mailing.id, openJournal(`${path}${suffixOf(mailing)}${fileNameOf(worker)}`));
  };

  return {
    settle: async (claimed, worker, outcome, now) => {
      const { id, attempt, mailingId } = claimed;
      const ended = { id, attempt, worker: worker.id, outcome, endedAt: now };
      try {
        return await join(() => settle(ended));
      } catch (error) {
        if (!(error instanceof HoldLostError)) journals.get(mailingId)?.add(ended);
        throw error;
      }
    },
    recover: (mailing, worker, now) => {
      openFor(mailing, worker);
      return recover(mailing, worker, now);
    },
    releaseMailing: (mailing, worker, state, reason, now) => {
      const journal = journals.get(mailing.id);
      // What could not be written before may be written now: a disk that was full, a database that was locked.
      const isTaken = journal === undefined || tryReplay(journal.entries);
      releaseMailing(mailing, worker, state, reason, now);
      journals.delete(mailing.id);
      if (isTaken) journal?.remove();
      else journal?.close();
    },
    cancelMailing: (mailing, now, isAlive) => {
      const left = replayLeft(mailing);
      const cancelled = cancelMailing(mailing, now, isAlive);
      // A worker that lives may still need its own.
      if (findInFlight.get(mailing.id) === undefined) for (const path of left) rmSync(path, { force: true });
      return cancelled;
    },
  };
}

function journalsOf(path: string, mailing: Mailing): string[] {
  const prefix = `${basename(path)}${suffixOf(mailing)}`;
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(prefix))
    .map((name) => joinPath(dirname(path), name));
}

function suffixOf({ id }: Mailing): string {
  return `-outcomes-${id}-`;
}

/** A worker's id as a part of a file's name. */
function fileNameOf({ id }: Worker): string {
  return id.replaceAll(/[^\w-]/g, '_');
}
