import { basename } from 'node:path';
import type { AudienceStore } from '../audience/audience-store.ts';
import { type Audience, chooseAudience } from '../audience/choose-audience.ts';
import { importSubscribers } from '../audience/import-subscribers.ts';

/** A list that was named with `--to`. */
export interface NamedList {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Who would get an issue: all active subscribers, or the people of a list, who become subscribers. With `dryRun` the
 * list is looked at as if it had been imported, and nothing is kept.
 */
export function gatherAudience(
  store: AudienceStore,
  list: NamedList | undefined,
  { dryRun }: { readonly dryRun: boolean },
): Audience {
  if (list === undefined) return chooseAudience(store);
  let audience: Audience = { recipients: [], excluded: [] };
  const { rejected } = importSubscribers({
    bytes: list.bytes,
    store,
    consent: { source: basename(list.name), at: new Date().toISOString() },
    tags: [],
    dryRun,
    inspect: (only) => {
      audience = chooseAudience(store, { only });
    },
  });
  const unreadable = rejected.map(({ line, reason }) => ({ address: `line ${line}`, reason }));
  return { recipients: audience.recipients, excluded: [...audience.excluded, ...unreadable] };
}
