import type { Snapshot, Stationery } from '../../delivery/mailing.ts';
import type { Edition } from '../../render/edition.ts';
import type { Settings } from '../../workspace/workspace.ts';

/** An edition and what all its messages share, as a mailing freezes them. */
export function freezeSnapshot(edition: Edition, settings: Settings): Snapshot {
  return { edition, stationery: stationeryOf(settings) };
}

/** What all messages of a workspace share. */
export function stationeryOf({ url, sender, unsubscribe, dkim }: Settings): Stationery {
  return {
    from: { name: sender.name, address: sender.address },
    replyTo: sender.replyTo,
    listId: `newsletter.${new URL(url).hostname}`,
    url,
    // Left out where both ways are open: a mailing that was started before there was a choice is the same.
    ...(unsubscribe === 'mail' ? { unsubscribe } : {}),
    ...(dkim === undefined ? {} : { signedBy: `${dkim.selector}._domainkey.${dkim.domain}` }),
  };
}
