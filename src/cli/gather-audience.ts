import type { AudienceStore } from '../audience/audience-store.ts';
import { type AudienceMember, chooseAudience } from '../audience/choose-audience.ts';
import { keepShelved, type ShelvedImport } from '../audience/import-subscribers.ts';
import { rehearse } from '../audience/rehearse.ts';

/** Who would get an issue, and who was named and will not. */
export interface GatheredAudience {
  readonly recipients: readonly AudienceMember[];
  readonly excluded: readonly { readonly address: string; readonly reason: string }[];
}

export interface GatherOptions {
  /** The people of `--to`, read to their end; absent means all active subscribers. */
  readonly list: ShelvedImport | undefined;
  /** Looks at the list as if it had been imported, and keeps nothing. */
  readonly dryRun: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Called before anything is kept for good; what it throws undoes everything. */
  readonly approve?: (audience: GatheredAudience) => void;
}

/** All active subscribers, or the people of a list, who become subscribers. */
export function gatherAudience(
  store: AudienceStore,
  { list, dryRun, now, approve }: GatherOptions,
): GatheredAudience {
  if (list === undefined) return approved(settle(chooseAudience(store)), approve);
  const gather = (): GatheredAudience => {
    keepShelved(list, store, now);
    const named = Array.from(list.shelf.drafts(), ({ draft }) => draft);
    const { recipients, excluded } = settle(chooseAudience(store, named));
    const unreadable = list.rejected.map(({ line, reason }) => ({ address: `line ${line}`, reason }));
    return approved({ recipients, excluded: [...excluded, ...unreadable] }, approve);
  };
  return dryRun ? rehearse(store, gather) : store.allOrNothing(gather);
}

function approved(audience: GatheredAudience, approve: GatherOptions['approve']): GatheredAudience {
  approve?.(audience);
  return audience;
}

/** Walked now: what a rehearsal sees is gone after it. */
function settle({ members, excluded }: ReturnType<typeof chooseAudience>): GatheredAudience {
  return { recipients: [...members], excluded };
}
