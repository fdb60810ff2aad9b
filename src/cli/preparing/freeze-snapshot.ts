import type { Snapshot } from '../../delivery/ledger.ts';
import type { Edition } from '../../render/edition.ts';
import type { Settings } from '../../workspace/workspace.ts';

/** An edition and what all its messages share, as a mailing freezes them. */
export function freezeSnapshot(edition: Edition, { url, sender }: Settings): Snapshot {
  const domain = new URL(url).hostname;
  return {
    edition,
    stationery: {
      from: { name: sender.name, address: sender.address },
      replyTo: sender.replyTo,
      listId: `newsletter.${domain}`,
      url,
    },
  };
}
