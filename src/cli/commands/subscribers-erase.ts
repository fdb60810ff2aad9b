import { formatErasures } from '../../terminal/subscribers-text.ts';
import { type Command, UsageError } from '../command.ts';
import { askToConfirm } from '../confirm.ts';
import { withMeant } from '../listing/find-meant.ts';
import { findTraces } from '../listing/find-traces.ts';
import { type OpenRecords, openRecords } from '../listing/open-records.ts';
import { readAddresses } from '../listing/read-addresses.ts';
import { openWorkspace } from '../open-workspace.ts';

interface EraseOptions {
  readonly yes?: boolean;
}

/** `penny subscribers erase <address...>`: forgets them, all or none, and leaves a keyed hash of each address. */
export const subscribersErase: Command<EraseOptions> = async (context, { yes }, texts) => {
  const addresses = readAddresses(texts);
  using open = openRecords(context);
  const { store, records } = open;
  const question = { yes, people: addresses.length, does: 'to erase' } as const;
  const refusal = await askToConfirm(context, question);
  if (refusal !== undefined) return refusal;
  const now = Date.now();
  const results = store.allOrNothing(() =>
    addresses.map(({ address, canonical }) => {
      refuseInFlight(open, { address, canonical });
      return { address, canonical, result: records.erase(canonical, now) };
    }),
  );
  const erased = withMeant(results, store);
  const rewritten = records.rewriteFiles(now);
  const traces = findTraces(
    openWorkspace(context),
    addresses.flatMap(({ address, canonical }) => [address, canonical]),
  );
  return {
    exitCode: 0,
    json: {
      erased,
      count: erased.length,
      filesRewritten: rewritten,
      traces: traces.found,
      unread: traces.unread,
    },
    text: formatErasures(erased, { rewritten, traces }),
    verbatim: true,
  };
};

/** Whose message is being handed over at this moment cannot be forgotten before it is known what became of it. */
function refuseInFlight(
  { records }: OpenRecords,
  { address, canonical }: Pick<ReturnType<typeof readAddresses>[number], 'address' | 'canonical'>,
): void {
  const [issue] = records.inFlight(canonical);
  if (issue === undefined) return;
  throw new UsageError(
    `issue ${issue} is on its way to ${address} at this moment; nobody was erased`,
    `run the same command again in a minute; if the mailing was interrupted, penny resume ${issue} comes first`,
  );
}
