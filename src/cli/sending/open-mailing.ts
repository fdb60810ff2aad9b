import type { DatabaseSync } from 'node:sqlite';
import type { Ledger } from '../../delivery/ledger.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import { createLedger } from '../../store/sqlite/sqlite-ledger.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type CommandContext, UsageError } from '../command.ts';
import { patience, readOnlyDatabasePath } from '../open-database.ts';
import { openWorkspace } from '../open-workspace.ts';
import { issueNumberOf } from './issue-number-of.ts';

/** The newest mailing of an issue, in an open ledger that is closed with it. */
export interface OpenMailing extends Disposable {
  readonly workspace: Workspace;
  readonly database: DatabaseSync;
  readonly ledger: Ledger;
  readonly mailing: Mailing;
}

/**
 * Opens the mailing of an issue that somebody named: the newest one that is meant, or the newest.
 *
 * @throws UsageError when the issue was never sent, or is no issue.
 */
export function openMailing(
  context: CommandContext,
  name: string,
  isMeant: (mailing: Mailing, ledger: Ledger) => boolean = () => true,
): OpenMailing {
  const workspace = openWorkspace(context);
  const issueNumber = issueNumberOf(name, workspace, context.folder);
  const database = openDatabase(readOnlyDatabasePath(workspace), { patience });
  const ledger = createLedger(database);
  const mailings = ledger.listMailings().filter((candidate) => candidate.issueNumber === issueNumber);
  const mailing = mailings.findLast((candidate) => isMeant(candidate, ledger)) ?? mailings.at(-1);
  if (mailing === undefined) {
    database.close();
    throw new UsageError(`issue ${issueNumber} was not sent yet`, `penny send ${issueNumber} sends it`);
  }
  return { workspace, database, ledger, mailing, [Symbol.dispose]: () => database.close() };
}
