import { randomBytes } from 'node:crypto';
import { composeNotice } from '../../delivery/message/compose-notice.ts';
import { makeMessageId } from '../../delivery/message-id.ts';
import type { Letterhead } from '../../render/letterhead.ts';
import { renderConfirmation } from '../../render/render-confirmation.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { createMailer } from '../sending/create-mailer.ts';
import { loadSigningKey } from '../sending/load-signing-key.ts';
import { requireSigner } from '../sending/require-signer.ts';
import { systemClock } from '../sending/system-clock.ts';
import type { ConfirmationParts } from './mail-confirmations.ts';

/**
 * How confirmations are mailed: through the newsletter’s own mail server, signed where it signs.
 *
 * @throws UsageError when the key cannot sign. @throws TemplateError
 */
export async function prepareConfirmations(
  workspace: Workspace,
  letterhead: Letterhead,
  { signUps, log }: Pick<ConfirmationParts, 'signUps' | 'log'>,
): Promise<ConfirmationParts> {
  const { sender, url, labels, delivery } = workspace.settings;
  const subject = labels.confirmSubject;
  const render = await renderConfirmation(letterhead, workspace.templates, subject);
  const signer = requireSigner(loadSigningKey(workspace));
  const domain = sender.address.split('@').at(-1) ?? '';
  return {
    signUps,
    mailer: await createMailer(workspace, 'confirmations'),
    clock: systemClock,
    url,
    retry: delivery.retry,
    log,
    compose: (to, confirmUrl) =>
      composeNotice({
        from: { name: sender.name, address: sender.address },
        replyTo: sender.replyTo,
        to,
        subject,
        ...render(confirmUrl),
        messageId: makeMessageId(randomBytes(32).toString('hex'), to, domain),
        date: systemClock.now(),
        signer,
      }),
  };
}
