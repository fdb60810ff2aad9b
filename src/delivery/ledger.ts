import type { Edition } from '../render/edition.ts';
import type { Stage } from './mailer.ts';
import type { Recipient } from './recipient.ts';

/**
 * The states of a delivery (DELIVERY.md §1):
 * queued → attempting → committing → accepted, or deferred, failed, held, unknown, skipped, cancelled.
 */
export const deliveryStates = [
  'queued',
  'attempting',
  'committing',
  'accepted',
  'deferred',
  'failed',
  'held',
  'unknown',
  'skipped',
  'cancelled',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const mailingStates = ['sending', 'paused', 'waiting', 'finished', 'cancelled'] as const;
export type MailingState = (typeof mailingStates)[number];

/** What is frozen when a mailing starts: a later change to the issue or the settings changes nothing in it. */
export interface Snapshot {
  readonly edition: Edition;
  /** Headers and addresses that are the same for every recipient. */
  readonly stationery: Stationery;
}

/** What all messages of a mailing share, besides the edition. */
export interface Stationery {
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string;
  /** `list.domain`, RFC 2919, without angle brackets. */
  readonly listId: string;
  /** The site's address without a slash at its end; unsubscribe links stand below it. */
  readonly url: string;
}

/** Who is sending: enough for a second sender to say who it is, and to tell a dead process from a live one. */
export interface Worker {
  /** Unique to this process: host, boot and process, and a random part. */
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  /** When the process started, as the machine counts it: tells a reused process id. */
  readonly started: string;
}

export interface Mailing {
  readonly id: number;
  /** Random and permanent: Message-IDs are made from it. */
  readonly key: string;
  readonly issueNumber: number;
  readonly slug: string;
  readonly transport: 'smtp' | 'outbox';
  readonly state: MailingState;
  /** Why it is paused or waiting, for people. */
  readonly reason?: string;
  /** Milliseconds since 1970. Also the Date of every message. */
  readonly startedAt: number;
  readonly finishedAt?: number;
  readonly audience: number;
  readonly snapshotDigest: string;
}

/** A delivery that this worker holds and nobody else may touch. */
export interface ClaimedDelivery {
  readonly id: number;
  readonly recipient: Recipient;
  readonly messageId: string;
  /** The number of this attempt, from 1. */
  readonly attempt: number;
  /** How many of the earlier attempts ended deferred. */
  readonly deferrals: number;
  readonly startedAt: number;
}

/** How an attempt ended. The ledger appends it and moves the delivery to `state`, both in one transaction. */
export interface AttemptOutcome {
  readonly state: 'queued' | 'accepted' | 'deferred' | 'failed' | 'held' | 'unknown';
  readonly stage: Stage;
  readonly code?: number;
  readonly enhanced?: string;
  readonly text: string;
  readonly queueId?: string;
  /** For `deferred`: not before this moment. */
  readonly dueAt?: number;
}

export type DeliveryCounts = Readonly<Record<DeliveryState, number>>;

/** One recipient as `penny status --recipients` lists it. */
export interface DeliveryReport {
  readonly address: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** The last reply or reason. */
  readonly text?: string;
  readonly messageId: string;
}

export interface MailingStart {
  readonly issueNumber: number;
  readonly slug: string;
  readonly transport: 'smtp' | 'outbox';
  /** Becomes `Mailing.key`. */
  readonly key: string;
  readonly snapshot: Snapshot;
  /** `digestOf` the snapshot. */
  readonly snapshotDigest: string;
  readonly deliveries: Iterable<{ readonly recipient: Recipient; readonly messageId: string }>;
}

/** Somebody else holds the mailing: exit code 3. */
export interface HeldElsewhere {
  readonly heldBy: Worker;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** There is a mailing of the issue already, and nobody holds it. */
export interface MailingThere {
  readonly there: Mailing;
}

/** The mailing has ended: there is nothing to go on with. */
export interface MailingOver {
  readonly over: Mailing;
}

/**
 * The durable record of deliveries and attempts. Every method is one transaction (`BEGIN IMMEDIATE`) that is on
 * disk when it returns. Implemented by store/sqlite.
 */
export interface Ledger {
  /** The newest mailing of an issue that was not cancelled, if there is one. */
  findMailing(issueNumber: number): Mailing | undefined;
  listMailings(): readonly Mailing[];
  snapshotOf(mailing: Mailing): Snapshot;

  /** Freezes the snapshot and the audience: one queued row for each canonical address. */
  startMailing(start: MailingStart, worker: Worker, now: number): Mailing | HeldElsewhere | MailingThere;
  /**
   * Takes over a mailing that nobody living holds; `isAlive` tells a dead worker on this machine at once. One that is
   * finished or cancelled by now is over, and stays so.
   */
  resumeMailing(
    mailing: Mailing,
    worker: Worker,
    now: number,
    isAlive: (worker: Worker) => boolean,
  ): Mailing | HeldElsewhere | MailingOver;
  /** Keeps this worker's hold; called about every ten seconds. */
  heartbeat(mailing: Mailing, worker: Worker, now: number): void;
  /** Ends this worker's hold and writes the mailing's state. */
  releaseMailing(
    mailing: Mailing,
    worker: Worker,
    state: MailingState,
    reason: string | undefined,
    now: number,
  ): void;

  /** Deliveries that a dead worker left: claimed but without a dot they are queued again; those after the dot intent come back. */
  recover(mailing: Mailing, worker: Worker, now: number): readonly ClaimedDelivery[];
  /** Up to `count` due deliveries, now `attempting` and ours; rows suppressed since become `skipped`. */
  claim(mailing: Mailing, worker: Worker, count: number, now: number): readonly ClaimedDelivery[];
  /**
   * The dot intent: `committing`, if and only if the row is still ours, the mailing still runs and the person is
   * still not suppressed. False: no dot may leave.
   */
  intendDot(claimed: ClaimedDelivery, worker: Worker, now: number): boolean;
  /** Appends the attempt and moves the delivery. */
  settle(claimed: ClaimedDelivery, worker: Worker, outcome: AttemptOutcome, now: number): void;

  counts(mailing: Mailing): DeliveryCounts;
  /** What contradicts the protocol in the attempts of a mailing, one sentence each: nothing, always. */
  contradictions(mailing: Mailing): readonly string[];
  /** When the next deferred delivery is due, in milliseconds since 1970. */
  nextDue(mailing: Mailing): number | undefined;
  recipients(mailing: Mailing): Iterable<DeliveryReport>;
}
