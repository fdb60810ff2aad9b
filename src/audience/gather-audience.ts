import type { AudienceStore } from './audience-store.ts';
import { type Audience, chooseAudience, type ExcludedMember, type IsMeant } from './choose-audience.ts';
import { keepShelved, type LeftOutRow, type ShelvedImport } from './import-subscribers.ts';
import { rehearse } from './rehearse.ts';

export interface GatherOptions {
  /** The people of a file, read to its end; absent means all active subscribers. */
  readonly list: ShelvedImport | undefined;
  /** Narrows the audience to those of whom it is true. */
  readonly isMeant?: IsMeant | undefined;
}

/**
 * Looks at all active subscribers or, as if they had become subscribers, at the people of a list. Nothing is kept, and
 * what `look` returns must not walk the audience later.
 */
export function previewAudience<Result>(
  store: AudienceStore,
  options: GatherOptions,
  look: (audience: Audience) => Result,
): Result {
  const { list } = options;
  if (list === undefined) return look(chooseAudience(store, options));
  return rehearse(store, () => look(keepList(store, list, options)));
}

/** All active subscribers, or the people of a list, who become subscribers. */
export function gatherAudience(store: AudienceStore, options: GatherOptions): Audience {
  const { list } = options;
  if (list === undefined) return chooseAudience(store, options);
  return store.allOrNothing(() => keepList(store, list, options));
}

function keepList(store: AudienceStore, list: ShelvedImport, { isMeant }: GatherOptions): Audience {
  const { added } = keepShelved(list, store, list.readAt);
  const named = { [Symbol.iterator]: () => list.shelf.people()[Symbol.iterator]() };
  const { members, excluded } = chooseAudience(store, { named, isMeant });
  return { members, excluded: [...excluded, ...list.rejected.map(exclude)], added };
}

/** A row with something wrong in it: nobody is mailed on a guess. */
function exclude({ line, address, reason }: LeftOutRow): ExcludedMember {
  return { address, reason: `cannot be read in line ${line}: ${reason}` };
}
