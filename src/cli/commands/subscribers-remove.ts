import { closestMatch } from 'leven';
import type { AudienceStore } from '../../audience/audience-store.ts';
import { formatLeavers } from '../../terminal/subscribers-text.ts';
import type { Command } from '../command.ts';
import { confirm, unchanged } from '../confirm.ts';
import { openRecords } from '../listing/open-records.ts';
import { readAddresses } from '../listing/read-addresses.ts';

interface RemoveOptions {
  readonly yes?: boolean;
}

/** `penny subscribers remove <address...>`: unsubscribes them, all or none; who is not on the list is kept from it. */
export const subscribersRemove: Command<RemoveOptions> = async (context, { yes }, texts) => {
  const addresses = readAddresses(texts);
  using open = openRecords(context);
  const { store, records } = open;
  const question = { yes, people: addresses.length, does: 'to unsubscribe' } as const;
  if (!(await confirm(context, question))) return unchanged;
  const now = Date.now();
  const removed = store.allOrNothing(() =>
    addresses.map(({ address, canonical }) => {
      const isStranger = store.find(canonical) === undefined;
      const leaves = records.unsubscribe(canonical, 'by hand', now);
      if (isStranger) return { address, result: 'not on the list', ...meantBy(canonical, store) } as const;
      return { address, result: leaves ? 'unsubscribed' : 'left before' } as const;
    }),
  );
  return {
    exitCode: 0,
    json: { removed, count: removed.length },
    text: formatLeavers(removed),
    verbatim: true,
  };
};

/** The active address that somebody most likely meant: who mistypes one believes that its person has left. */
function meantBy(canonical: string, store: AudienceStore): { readonly meant?: string } {
  const active = Iterator.from(store.list({ status: 'active' })).map((subscriber) => subscriber.canonical);
  const meant = closestMatch(canonical, active.toArray(), { maxDistance: 2 });
  return meant === undefined ? {} : { meant };
}
