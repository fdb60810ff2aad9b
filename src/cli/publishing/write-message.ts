import { composeMessage } from '../../delivery/compose-message.ts';
import type { Recipient } from '../../delivery/recipient.ts';
import type { Issue } from '../../issue/issue.ts';
import type { Edition } from '../../render/edition.ts';
import type { Settings } from '../../workspace/workspace.ts';
import { freezeSnapshot } from '../preparing/freeze-snapshot.ts';

/** A whole message to look at: the bytes that a mailing would send, with an identifier and a date of its own. */
export async function writeMessage(
  { number, date }: Issue,
  edition: Edition,
  { settings, recipient }: { readonly settings: Settings; readonly recipient: Recipient },
): Promise<Uint8Array> {
  const { bytes } = await composeMessage({
    snapshot: freezeSnapshot(edition, settings),
    recipient,
    messageId: `<issue-${number}.sample@${settings.sender.address.split('@').at(-1)}>`,
    date: Date.parse(date),
  });
  return bytes;
}
