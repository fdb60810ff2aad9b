import { formatLeavers } from '../../terminal/subscribers-text.ts';
import { type Command, UsageError } from '../command.ts';
import { confirm, unchanged } from '../confirm.ts';
import { openRecords } from '../listing/open-records.ts';
import { readAddresses } from '../listing/read-addresses.ts';

interface RemoveOptions {
  readonly yes?: boolean;
}

/** `penny subscribers remove <address...>`: unsubscribes them, all or none. */
export const subscribersRemove: Command<RemoveOptions> = async (context, { yes }, texts) => {
  const addresses = readAddresses(texts);
  using open = openRecords(context);
  const { store, records } = open;
  const stranger = addresses.find(({ canonical }) => store.find(canonical) === undefined);
  if (stranger !== undefined)
    throw new UsageError(
      `${stranger.address} is not on the list, and nobody was unsubscribed`,
      `leave it out; penny subscribers erase ${stranger.address} keeps it away for ever`,
    );
  const question = { yes, people: addresses.length, does: 'to unsubscribe' } as const;
  if (!(await confirm(context, question))) return unchanged;
  const now = Date.now();
  const removed = store.allOrNothing(() =>
    addresses.map(({ address, canonical }) => {
      const leaves = records.unsubscribe(canonical, 'by hand', now);
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
