import type { CanonicalAddress, Subscriber, SubscriberConsent } from './subscriber.ts';

/** All that is written down of one person. */
export interface SubscriberStory {
  /** Absent when only their suppression or mailings to them are known. */
  readonly subscriber?: Subscriber;
  /** The oldest first. */
  readonly consents: readonly RecordedConsent[];
  readonly events: readonly SubscriberEvent[];
  readonly suppression?: { readonly reason: string; readonly at: number };
  readonly mailings: readonly MailingToThem[];
}

export interface RecordedConsent extends SubscriberConsent {
  /** When it was written down here, in milliseconds since 1970; unknown of old ones. */
  readonly recordedAt?: number;
}

/** What came after the first consent. */
export interface SubscriberEvent {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Such as updated, tagged, untagged, unsubscribed, suppressed. */
  readonly kind: string;
  readonly text: string;
}

export interface MailingToThem {
  readonly issue: number;
  readonly slug: string;
  readonly transport: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly state: string;
  readonly attempts: number;
  readonly text?: string;
}

export type EraseResult = 'erased' | 'erased before' | 'not on the list';

/** What is asked of a database about single people. Implemented by store/sqlite; changes must run inside `allOrNothing`. */
export interface SubscriberRecords {
  storyOf(canonical: CanonicalAddress): SubscriberStory;
  /** When the address was erased, in milliseconds since 1970. */
  erasedAt(canonical: CanonicalAddress): number | undefined;
  /** How many addresses were erased, and did not come back by themselves. */
  countErased(): number;
  /** Ends a subscription, and keeps the address from coming back; false when they had left before. */
  unsubscribe(canonical: CanonicalAddress, why: string, now: number): boolean;
  /** Changes the tags of a subscriber; false when they are as they were. */
  tag(canonical: CanonicalAddress, change: TagChange, now: number): boolean;
  /** Issues whose mail to this person is in somebody's hands at this moment. */
  inFlight(canonical: CanonicalAddress): readonly number[];
  /** Forgets the person but for a keyed hash of the address. The rows of mailings stay, with nobody's name. */
  erase(canonical: CanonicalAddress, now: number): EraseResult;
  /**
   * Writes the database's files anew, so that they hold nothing of what was erased; not inside `allOrNothing`. False when
   * somebody else is at work on it.
   */
  rewriteFiles(now: number): boolean;
}

export interface TagChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}
