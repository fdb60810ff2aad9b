import { parseAddress } from '../../audience/parse-address.ts';
import type { InboxReport } from '../../inbox/inbox-report.ts';
import { type FoundMail, type SortedMail, sortMail } from '../../inbox/sort-mail.ts';
import { type TakenIn, takeInAll } from '../../inbox/take-in-all.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import { createInboxStore } from '../../store/sqlite/sqlite-inbox.ts';
import { formatInbox } from '../../terminal/inbox-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Outcome, UsageError } from '../command.ts';
import { patience, readOnlyDatabasePath } from '../open-database.ts';

/** Reads a pile of mail to its end, and then takes it in, so that a wave of bounces is seen as one. */
export async function receiveMail(
  workspace: Workspace,
  found: AsyncIterable<FoundMail>,
  { dryRun }: { readonly dryRun: boolean },
): Promise<TakenIn> {
  const path = dryRun ? readOnlyDatabasePath(workspace) : workspace.paths.database;
  using database = openDatabase(path, { patience });
  const store = createInboxStore(database);
  const { sender, bounces } = workspace.settings;
  const context = {
    secret: store.secret,
    tokenSecrets: store.tokenSecrets,
    listAddress: canonicalOf(sender.replyTo),
    bounceDomain: bounces?.domain,
  };
  const sorted: SortedMail[] = [];
  for await (const mail of found) sorted.push(sortMail(mail, context));
  return takeInAll(store, sorted, { now: Date.now(), dryRun });
}

/** A broken message makes exit code 1; all others are taken in. */
export function reportReceived(report: InboxReport, { dryRun }: { readonly dryRun: boolean }): Outcome {
  return {
    exitCode: report.broken.length > 0 ? 1 : 0,
    json: { dryRun, ...report },
    text: formatInbox(report, { dryRun }),
  };
}

function canonicalOf(address: string) {
  const parsed = parseAddress(address);
  if ('problem' in parsed)
    throw new UsageError(`sender.replyTo in newsletter.yaml cannot be used: ${parsed.problem}`, 'mend it');
  return parsed.canonical;
}
