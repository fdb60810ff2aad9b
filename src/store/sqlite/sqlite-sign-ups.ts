import type { DatabaseSync } from 'node:sqlite';
import type { SignUpStore } from '../../audience/sign-up-store.ts';
import { prepareAsk } from './ask-sign-up.ts';
import { prepareConfirm } from './confirm-sign-up.ts';
import { groupCommits, type JoinCommit } from './group-commits.ts';
import { prepareLeave } from './leave-list.ts';
import { prepareConfirmationMails } from './mail-sign-ups.ts';
import { prepareSecrets } from './token-secrets.ts';
import { whileLocked } from './while-locked.ts';

/**
 * The sign-ups of `database`, which nobody else in this process should use: it waits for other processes without
 * stopping this one. Every statement is prepared once, here.
 *
 * @param wait resolves after so many milliseconds
 */
export function createSignUpStore(
  database: DatabaseSync,
  wait: (milliseconds: number) => Promise<void>,
): SignUpStore {
  const together = groupCommits(database);
  const join: JoinCommit = (work) => whileLocked(() => together(work), wait);
  const probe = database.prepare('SELECT 1 FROM subscriber LIMIT 1');
  const confirming = prepareConfirm(database, join);
  return {
    secrets: prepareSecrets(database),
    probe: () => void probe.get(),
    ...prepareAsk(database, join),
    ...confirming,
    ...prepareLeave(database, join),
    ...prepareConfirmationMails(database, join, confirming.lookAt),
  };
}
