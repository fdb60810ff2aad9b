import { join, relative } from 'node:path';
import type { Mailer } from '../../delivery/mailer.ts';
import { createOutboxMailer } from '../../outbox/outbox-mailer.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** The way out that the workspace has: its mail server, or a folder of the outbox. `nodemailer` loads only for a server. */
export async function createMailer(
  { smtp, paths, folder }: Workspace,
  outboxFolder: string,
): Promise<Mailer> {
  if (smtp === undefined) {
    const target = join(paths.outbox, outboxFolder);
    return createOutboxMailer(target, relative(folder, target));
  }
  const { createSmtpMailer } = await import('../../smtp/smtp-mailer.ts');
  const { readSmtpSettings } = await import('../../smtp/smtp-settings.ts');
  return createSmtpMailer(readSmtpSettings(smtp));
}
