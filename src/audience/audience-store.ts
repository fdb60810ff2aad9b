import type { CanonicalAddress, Subscriber, SubscriberDraft, SubscriberStatus } from './subscriber.ts';

/** What keeping a draft did. `refused` is for people who have left: no file brings them back. */
export type KeepResult = 'added' | 'updated' | 'unchanged' | 'refused';

/** What audience/ needs of a database. Implemented by store/sqlite. */
export interface AudienceStore {
  /** 32 random bytes, made with the database and kept for ever: erased addresses are hidden by them. */
  readonly secret: Uint8Array;
  /** Signs unsubscribe tokens; the same as `secret` until it is renewed. */
  readonly tokenSecret: Uint8Array;
  find(canonical: CanonicalAddress): Subscriber | undefined;
  /** In the order in which they joined. */
  list(filter?: { readonly status?: SubscriberStatus }): Iterable<Subscriber>;
  /**
   * Adds or updates one person; must run inside `allOrNothing`.
   *
   * @param now milliseconds since 1970
   */
  keep(draft: SubscriberDraft, now: number): KeepResult;
  /** Runs `work` in one transaction: what it throws undoes everything that it kept. */
  allOrNothing<Result>(work: () => Result): Result;
  /** An empty shelf. */
  setAside(): DraftShelf;
}

/**
 * Drafts put aside until the whole file has been read. A transaction that waited for a slow file would stop a
 * mailing that is being sent; filling a shelf stops nobody, and a million drafts on it take no memory to speak of.
 */
export interface DraftShelf {
  add(shelved: ShelvedDraft): void;
  /** The line of the first draft with this address. */
  lineOf(canonical: CanonicalAddress): number | undefined;
  /** In the order in which they were added. */
  drafts(): Iterable<ShelvedDraft>;
  close(): void;
}

export interface ShelvedDraft {
  /** The line in the user's file, from 1. */
  readonly line: number;
  readonly draft: SubscriberDraft;
}
