import { createAudienceStore } from '../../store/sqlite/sqlite-audience.ts';
import { type Command, UsageError } from '../command.ts';
import { createMailer } from '../sending/create-mailer.ts';
import { loadSigningKey } from '../sending/load-signing-key.ts';
import { openMailing } from '../sending/open-mailing.ts';
import { resumeSending } from '../sending/resume-sending.ts';
import { outboxFolder } from '../sending/send-work.ts';
import type { AudienceOptions } from '../sending/sending.ts';

/** `penny resume <issue>`: goes on with a mailing, as it was frozen, whatever became of the issue's file. */
export const resume: Command<AudienceOptions> = async (context, options, [name = '']) => {
  using open = openMailing(context, name);
  const { workspace, ledger, mailing, database } = open;
  const { issueNumber, state } = mailing;
  if (state === 'finished' || state === 'cancelled')
    throw new UsageError(`the mailing of issue ${issueNumber} is ${state}`, 'there is nothing to go on with');
  const snapshot = ledger.snapshotOf(mailing);
  const mailer = await createMailer(workspace, outboxFolder(snapshot));
  const store = createAudienceStore(database);
  const signingKey = loadSigningKey(workspace);
  const sending = { context, workspace, snapshot, signingKey, options, mailer, ledger, store };
  return await resumeSending(sending, { mailing, editionChanged: false });
};
