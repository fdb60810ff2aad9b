import type { AudienceStore } from './audience-store.ts';
import { type Audience, chooseAudience, type ExcludedMember } from './choose-audience.ts';
import { keepShelved, type LeftOutRow, type ShelvedImport } from './import-subscribers.ts';
import { rehearse } from './rehearse.ts';
import type { SubscriberDraft } from './subscriber.ts';

export interface GatherOptions {
  /** The people of a file, read to its end; absent means all active subscribers. */
  readonly list: ShelvedImport | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
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
  if (list === undefined) return look(chooseAudience(store));
  return rehearse(store, () => look(keepList(store, list, options.now)));
}

/** All active subscribers, or the people of a list, who become subscribers. */
export function gatherAudience(store: AudienceStore, { list, now }: GatherOptions): Audience {
  if (list === undefined) return chooseAudience(store);
  return store.allOrNothing(() => keepList(store, list, now));
}

function keepList(store: AudienceStore, list: ShelvedImport, now: number): Audience {
  keepShelved(list, store, now);
  const { members, excluded } = chooseAudience(store, drafted(list));
  return { members, excluded: [...excluded, ...list.rejected.map(exclude)] };
}

/** Walked more than once. */
function drafted({ shelf }: ShelvedImport): Iterable<SubscriberDraft> {
  return {
    *[Symbol.iterator]() {
      for (const { draft } of shelf.drafts()) yield draft;
    },
  };
}

/** A row with something wrong in it: nobody is mailed on a guess. */
function exclude({ line, address, reason }: LeftOutRow): ExcludedMember {
  return { address, reason: `cannot be read in line ${line}: ${reason}` };
}
