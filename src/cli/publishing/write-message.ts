import { compileMessage } from '../../delivery/message/compile-message.ts';
import type { Recipient } from '../../delivery/recipient.ts';
import type { Signer } from '../../delivery/signing/sign-message.ts';
import type { Issue } from '../../issue/issue.ts';
import type { Edition } from '../../render/edition.ts';
import type { Settings } from '../../workspace/workspace.ts';
import { freezeSnapshot } from '../preparing/freeze-snapshot.ts';

/** A whole message to look at: the bytes that a mailing would send, with an identifier and a date of its own. */
export async function writeMessage(
  { number, date }: Issue,
  edition: Edition,
  {
    settings,
    recipient,
    signer,
  }: { readonly settings: Settings; readonly recipient: Recipient; readonly signer?: Signer | undefined },
): Promise<Uint8Array> {
  const compiled = compileMessage(freezeSnapshot(edition, settings), { date: Date.parse(date), signer });
  const messageId = `<issue-${number}.sample@${settings.sender.address.split('@').at(-1)}>`;
  const { bytes } = await compiled.compose(recipient, messageId);
  return bytes;
}
