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
  const results = store.allOrNothing(() =>
    addresses.map((who): Removed => {
      const isStranger = store.find(who.canonical) === undefined;
      const leaves = records.unsubscribe(who.canonical, 'by hand', now);
      if (isStranger) return { ...who, result: 'not on the list' };
      return { ...who, result: leaves ? 'unsubscribed' : 'left before' };
    }),
  );
  const removed = withMeant(results, store);
  return {
    exitCode: 0,
    json: { removed, count: removed.length },
    text: formatLeavers(removed),
    verbatim: true,
  };
};

interface Removed {
  readonly address: string;
  readonly canonical: string;
  readonly result: 'unsubscribed' | 'left before' | 'not on the list';
}

interface ToldRemoved extends Pick<Removed, 'address' | 'result'> {
  /** Beside a stranger the active address that somebody most likely meant: who mistypes one believes that its person left. */
  readonly meant?: string;
}

function withMeant(results: readonly Removed[], store: AudienceStore): readonly ToldRemoved[] {
  const hasStrangers = results.some(({ result }) => result === 'not on the list');
  const active = hasStrangers
    ? Array.from(store.list({ status: 'active' }), ({ canonical }) => canonical)
    : [];
  return results.map(({ address, canonical, result }) => {
    if (result !== 'not on the list') return { address, result };
    const meant = closestMatch(canonical, active, { maxDistance: 2 });
    return meant === undefined ? { address, result } : { address, result, meant };
  });
}
