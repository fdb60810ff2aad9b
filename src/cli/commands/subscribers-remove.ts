import { formatLeavers } from '../../terminal/subscribers-text.ts';
import type { Command } from '../command.ts';
import { askToConfirm } from '../confirm.ts';
import { withMeant } from '../listing/find-meant.ts';
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
  const refusal = await askToConfirm(context, question);
  if (refusal !== undefined) return refusal;
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
