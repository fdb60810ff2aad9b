import type { AudienceStore } from './audience-store.ts';
import {
  type Audience,
  type AudienceMember,
  chooseAudience,
  type ExcludedMember,
} from './choose-audience.ts';
import { keepShelved, type LeftOutRow, type ShelvedImport } from './import-subscribers.ts';
import { rehearse } from './rehearse.ts';

/** Who would get an issue, and who was named and will not. */
export interface GatheredAudience {
  readonly recipients: readonly AudienceMember[];
  readonly excluded: readonly ExcludedMember[];
}

export interface GatherOptions {
  /** The people of a file, read to its end; absent means all active subscribers. */
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
    return approved({ recipients, excluded: [...excluded, ...list.rejected.map(exclude)] }, approve);
  };
  return dryRun ? rehearse(store, gather) : store.allOrNothing(gather);
}

/** A row with something wrong in it: nobody is mailed on a guess. */
function exclude({ line, address, reason }: LeftOutRow): ExcludedMember {
  return { address, reason: `cannot be read in line ${line}: ${reason}` };
}

function approved(audience: GatheredAudience, approve: GatherOptions['approve']): GatheredAudience {
  approve?.(audience);
  return audience;
}

/** Walked now: what a rehearsal sees is gone after it. */
function settle({ members, excluded }: Audience): GatheredAudience {
  return { recipients: [...members], excluded };
}
