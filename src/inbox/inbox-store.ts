import type { CanonicalAddress, SubscriberStatus } from '../audience/subscriber.ts';
import type { DeliveryState } from '../delivery/ledger.ts';
import type { Mailing } from '../delivery/mailing.ts';
import type { IssueResult, Judgement } from './judge-bounce.ts';
import type { FeedbackType } from './read-arf.ts';
import type { BounceKind } from './weigh-report.ts';

/** The delivery that a report is about. */
export interface ReportedDelivery {
  readonly id: number;
  readonly mailing: Mailing;
  readonly messageId: string;
  readonly canonical: CanonicalAddress;
  readonly state: DeliveryState;
}

/** Somebody on the list. */
export interface ReportedSubscriber {
  readonly canonical: CanonicalAddress;
  readonly status: SubscriberStatus;
}

export type EventKind = BounceKind | 'delayed' | 'complaint';

/** What came back of a delivery: one of a kind is kept, whatever comes twice. */
export interface DeliveryEvent {
  readonly kind: EventKind;
  /** RFC 3463. */
  readonly status?: string;
  /** A server’s words, or the type of a complaint; addresses are taken out. */
  readonly text: string;
}

/** Addresses of one mailing that a person decides about. */
export interface WaitingAddresses {
  readonly issue: number;
  readonly addresses: number;
  /** The mailing goes on: at its end they are decided about together. */
  readonly sending: boolean;
}

export interface Decided {
  /** Addresses that are not mailed any more from now on. */
  readonly suppressed: readonly CanonicalAddress[];
  readonly waiting: readonly WaitingAddresses[];
}

/** What inbox/ needs of a database. Implemented by store/sqlite. What writes must run inside `allOrNothing`. */
export interface InboxStore {
  /** As in `AudienceStore`. */
  readonly secret: Uint8Array;
  /** All that ever signed an unsubscribe token: mails are kept for years. */
  readonly tokenSecrets: readonly Uint8Array[];
  allOrNothing<Result>(work: () => Result): Result;
  /** @param messageKey by `messageKeyOf` */
  findDelivery(messageKey: string): ReportedDelivery | undefined;
  findSubscriber(who: CanonicalAddress | number): ReportedSubscriber | undefined;
  /** What somebody was sent through a server, the newest first; a few dozen issues at most. */
  resultsOf(canonical: CanonicalAddress): readonly IssueResult[];
  /** False when there is one of this kind already. */
  keepEvent(delivery: ReportedDelivery, event: DeliveryEvent, now: number): boolean;
  /** Says what became of a delivery that nobody knew the outcome of; false when it was known. */
  settle(delivery: ReportedDelivery, as: 'accepted' | 'failed', text: string, now: number): boolean;
  /** Has `decide` judge the address together with the others of its mailing. */
  suspect(delivery: ReportedDelivery, reason: NonNullable<Judgement>, text: string): void;
  /** Suppresses the suspects of mailings that have ended, where they are not too many to believe. */
  decide(mailings: readonly Mailing[], now: number): Decided;
  /** Never mailed again, for a reader said so. False when they were not mailed before. */
  suppress(canonical: CanonicalAddress, complaint: FeedbackType, now: number): boolean;
  /** Whether somebody confirmed by the form after this moment, in milliseconds since 1970. */
  returnedSince(canonical: CanonicalAddress, moment: number): boolean;
  /** False when they have left before. */
  unsubscribe(canonical: CanonicalAddress, now: number): boolean;
}
