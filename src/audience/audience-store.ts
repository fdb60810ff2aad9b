import type {
  CanonicalAddress,
  LeavingStatus,
  Subscriber,
  SubscriberDraft,
  SubscriberStatus,
} from './subscriber.ts';

/**
 * What keeping a draft did. `refused` is for people who have left: no file brings them back. `left` took them off the list,
 * and `came back` left them on it: they have confirmed by the form after the file says that they left.
 */
export type KeepResult = 'added' | 'updated' | 'left' | 'unchanged' | 'refused' | 'came back';

/** What audience/ needs of a database. Implemented by store/sqlite. */
export interface AudienceStore {
  /** 32 random bytes, made with the database and kept for ever: erased addresses are hidden by them. */
  readonly secret: Uint8Array;
  /** Signs unsubscribe tokens; the same as `secret` until it is renewed. */
  readonly tokenSecret: Uint8Array;
  find(canonical: CanonicalAddress): Subscriber | undefined;
  /** Every tag that somebody has, in the order of the alphabet. */
  tags(): readonly string[];
  /** Every field that somebody has, in the order of the alphabet. */
  fields(): readonly string[];
  /** In the order in which they joined. */
  list(filter?: { readonly status?: SubscriberStatus }): Iterable<Subscriber>;
  /** Who must not be mailed and never was on the list, in the order of the alphabet. */
  barred(): Iterable<BarredAddress>;
  /**
   * Adds or updates one person; must run inside `allOrNothing`.
   *
   * @param now milliseconds since 1970
   */
  keep(draft: SubscriberDraft, now: number): KeepResult;
  /**
   * Keeps all that is on a shelf, as `keep` would one after the other; must run inside `allOrNothing`. Of those who left
   * here by themselves it also keeps that a file calls them suppressed.
   */
  keepShelf(shelf: DraftShelf, now: number): KeptShelf;
  /** Runs `work` in one transaction: what it throws undoes everything that it kept. */
  allOrNothing<Result>(work: () => Result): Result;
  /** The same, where many are kept at once: others may not be able to read meanwhile. */
  inOneGo<Result>(work: () => Result): Result;
  /** Runs `work`, which only reads, as if nobody wrote meanwhile. */
  inOneView<Result>(work: () => Result): Result;
  /** An empty shelf. */
  setAside(): DraftShelf;
}

export interface BarredAddress {
  readonly canonical: CanonicalAddress;
  readonly status: LeavingStatus;
}

/**
 * Drafts put aside until the whole file has been read. A transaction that waited for a slow file would stop a mailing that
 * is being sent; filling a shelf stops nobody, and a million drafts on it take no memory to speak of.
 */
export interface DraftShelf {
  addAll(drafts: readonly ShelvedDraft[]): void;
  /**
   * Called once when all drafts are on it: leaves one of each address, the first. Of the others nothing is taken but this:
   * whoever left in one row has left in all.
   *
   * @returns those that went, with the line of the row that stayed
   */
  leaveOneEach(): readonly TwiceShelved[];
  /** Everybody on it, in the order in which they were added. */
  people(): Iterable<Pick<SubscriberDraft, 'address' | 'canonical'>>;
  close(): void;
}

export interface ShelvedDraft {
  /** The line in the user's file, from 1. */
  readonly line: number;
  readonly draft: SubscriberDraft;
}

export interface TwiceShelved {
  readonly line: number;
  readonly address: string;
  readonly firstLine: number;
  /** Its row says that they have left, and the first did not. */
  readonly leaves: boolean;
}

/** What keeping a shelf did. */
export interface KeptShelf {
  readonly added: number;
  /** With those who left. */
  readonly updated: number;
  readonly unchanged: number;
  /** Who was on the list, and is not mailed any more. */
  readonly left: number;
  /** Those who have left, by the line of their row. */
  readonly refused: readonly RefusedDraft[];
  /** Those who left before they came back by the form. */
  readonly cameBack: readonly RefusedDraft[];
}

export interface RefusedDraft {
  readonly line: number;
  readonly address: string;
  readonly canonical: CanonicalAddress;
}
