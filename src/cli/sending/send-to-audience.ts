import { findStanding } from '../../delivery/find-standing.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { summarizeStanding } from '../../delivery/mailing-result.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import { createAudienceStore } from '../../store/sqlite/sqlite-audience.ts';
import { createLedger } from '../../store/sqlite/sqlite-ledger.ts';
import { formatFinished } from '../../terminal/mailing-text.ts';
import type { Outcome } from '../command.ts';
import { patience, readOnlyDatabasePath } from '../open-database.ts';
import { createMailer } from './create-mailer.ts';
import { countAnswered, exitCodeOf } from './exit-code-of.ts';
import { resumeSending } from './resume-sending.ts';
import { outboxFolder, type SendWork } from './send-work.ts';
import type { AudienceOptions, Sending } from './sending.ts';
import { startSending } from './start-sending.ts';
import { unknownPolicy } from './unknown-policy.ts';

/** Sends an issue to its audience, or goes on where an earlier run stopped, or says that it is done. */
export async function sendToAudience(work: SendWork, options: AudienceOptions): Promise<Outcome> {
  const { workspace, snapshot } = work;
  const mailer = await createMailer(workspace, outboxFolder(snapshot));
  const path = options.dryRun === true ? readOnlyDatabasePath(workspace) : workspace.paths.database;
  using database = openDatabase(path, { patience });
  const ledger = createLedger(database);
  const sending: Sending = { ...work, options, mailer, ledger, store: createAudienceStore(database) };
  const { transport } = mailer;
  const standing = findStanding(ledger, snapshot, { issueNumber: snapshot.edition.issueNumber, transport });
  switch (standing.kind) {
    case 'finished':
      return reportFinished(sending, standing);
    case 'interrupted':
      return await resumeSending(sending, standing);
    case 'new':
      return await startSending(sending, standing);
  }
}

function reportFinished(
  { ledger, context, options, workspace }: Sending,
  { mailing, editionChanged }: { readonly mailing: Mailing; readonly editionChanged: boolean },
): Outcome {
  if (editionChanged)
    context.terminal.warn('the issue or the settings have changed since it was sent; nobody gets it again');
  const result = summarizeStanding(mailing, ledger.counts(mailing));
  return {
    exitCode: exitCodeOf(result, {
      answeredBefore: countAnswered(result),
      unknown: unknownPolicy({ workspace, options }),
    }),
    json: { ...(options.dryRun === true ? { dryRun: true } : {}), ...result, resumed: result.accepted },
    text: formatFinished(result, { others: ledger.countOthers(mailing) }),
  };
}
