import type { CanonicalAddress, Subscriber, SubscriberDraft, SubscriberStatus } from './subscriber.ts';

/** What keeping a draft did. `refused` is for people who have left: no file brings them back. */
export type KeepResult = 'added' | 'updated' | 'unchanged' | 'refused';

/** What audience/ needs of a database. Implemented by store/sqlite. */
export interface AudienceStore {
  /** 32 random bytes, made with the database and kept for ever: unsubscribe tokens are signed with them. */
  readonly secret: Uint8Array;
  find(canonical: CanonicalAddress): Subscriber | undefined;
  /** In the order in which they joined. */
  list(filter?: { readonly status?: SubscriberStatus }): Iterable<Subscriber>;
  /** Adds or updates one person; must run inside `allOrNothing`. */
  keep(draft: SubscriberDraft): KeepResult;
  /** Runs `work` in one transaction: what it throws undoes everything that it kept. */
  allOrNothing<Result>(work: () => Result): Result;
}
