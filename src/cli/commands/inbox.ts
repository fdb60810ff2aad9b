import { MailboxError } from '../../inbox/imap/mailbox-error.ts';
import { formatEmptyMailbox, formatNotPutAway } from '../../terminal/inbox-text.ts';
import { type Command, UsageError } from '../command.ts';
import { openWorkspace } from '../open-workspace.ts';
import { receiveMail, reportReceived } from '../receiving/receive-mail.ts';

interface InboxOptions {
  readonly dryRun?: boolean;
  readonly all?: boolean;
  readonly move?: string;
}

/** `penny inbox`: the same from an IMAP server. What is no business of the newsletter's stays as it is. */
export const inbox: Command<InboxOptions> = async (context, options) => {
  const workspace = openWorkspace(context);
  if (workspace.imap === undefined)
    throw new UsageError(
      'there is no mailbox to read',
      'set imap: in newsletter.yaml and IMAP_PASSWORD, or IMAP_URL=imaps://user:password@imap.example.com',
    );
  const dryRun = options.dryRun === true;
  const { readImapSettings } = await import('../../inbox/imap/imap-settings.ts');
  const { openMailbox } = await import('../../inbox/imap/open-mailbox.ts');
  const settings = readImapSettings(workspace.imap);
  await using mailbox = await openMailbox(settings, { readOnly: dryRun });
  const all = options.all === true;
  const found = mailbox.messages({ all, now: Date.now() });
  const { report, taken } = await receiveMail(workspace, found, { dryRun });
  if (report.messages === 0) context.terminal.say(formatEmptyMailbox({ all }));
  const outcome = reportReceived(report, { dryRun });
  if (dryRun) return outcome;
  try {
    // Only what was taken in: other mail is somebody's, who has yet to read it.
    await mailbox.putAway((index) => taken.has(index), options.move);
    return outcome;
  } catch (error) {
    if (!(error instanceof MailboxError)) throw error;
    // What was taken in is so, and whoever left is told of.
    context.terminal.warn(formatNotPutAway(error));
    return { ...outcome, exitCode: 2 };
  }
};
