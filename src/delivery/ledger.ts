import type { Stage } from './mailer.ts';
import type { Mailing, MailingState, Snapshot, Worker } from './mailing.ts';
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

/** A delivery that this worker holds and nobody else may touch. */
export interface ClaimedDelivery {
  readonly id: number;
  readonly mailingId: number;
  readonly recipient: Recipient;
  readonly messageId: string;
  /** The number of this attempt, from 1. */
  readonly attempt: number;
  /** How many of the earlier attempts ended deferred. */
  readonly deferrals: number;
  readonly startedAt: number;
}

export interface ClaimRequest {
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** When a message to a domain may go, in milliseconds since 1970: asked once for each, which keeps its turn. */
  readonly turnOf: (domain: string) => number;
}

/** Why nothing can be claimed: somebody paused or cancelled the mailing, or took it over. */
export interface MailingHalted {
  readonly halted: 'paused' | 'cancelled' | 'lost';
  /** Of whoever paused it. */
  readonly reason?: string;
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
  /** The address does not exist: the subscriber is suppressed when the mailing ends, unless there are too many. */
  readonly badAddress?: boolean;
  /** For `unknown`: sent once more, and nobody is asked. */
  readonly resend?: boolean;
}

/** A delivery that nobody could tell the outcome of. */
export interface UnknownDelivery {
  readonly address: string;
  readonly messageId: string;
}

/** What somebody, or a mail server by its log or its report, says of an unknown delivery. */
export interface Settlement {
  readonly messageId: string;
  readonly as: 'accepted' | 'resend' | 'failed';
  readonly source: 'hand' | 'log';
  /** The evidence, for people. */
  readonly text: string;
}

export type DeliveryCounts = Readonly<Record<DeliveryState, number>>;

/** One recipient as `penny status --recipients` lists it. */
export interface DeliveryReport {
  readonly address: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** The last reply or reason. */
  readonly text?: string;
  /** Of the reply that `text` tells. */
  readonly code?: number;
  /** Of somebody who is deferred: when they are tried again at the earliest, in milliseconds since 1970. */
  readonly dueAt?: number;
  readonly messageId: string;
}

export interface MailingStart {
  readonly issueNumber: number;
  readonly slug: string;
  readonly transport: 'smtp' | 'outbox';
  /** Becomes `Mailing.key`. */
  readonly key: string;
  readonly startsAt?: number;
  readonly window?: string;
  readonly snapshot: Snapshot;
  /** `digestOf` the snapshot. */
  readonly snapshotDigest: string;
  readonly deliveries: Iterable<{ readonly recipient: Recipient; readonly messageId: string }>;
  /** The database was put here on purpose, though it may be an older copy. */
  readonly moved?: boolean;
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

/** Whether a worker lives; `undefined` where nobody here can tell, as of another machine: then its lease counts. */
export type IsAlive = (worker: Worker) => boolean | undefined;

export interface ResumeOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly isAlive: IsAlive;
  readonly moved: boolean;
}

export type Started = Mailing | HeldElsewhere | MailingThere | OlderCopy;
export type Resumed = Mailing | HeldElsewhere | MailingOver | MovedHere | OlderCopy;

/** The mailing has ended: there is nothing to go on with. */
export interface MailingOver {
  readonly over: Mailing;
}

/** Mailings were sent from here that this database knows nothing of: an older copy was put in its place. */
export interface OlderCopy {
  readonly olderCopy: true;
}

/** The mailing was last sent from another copy of the database: that copy may have mailed people since. */
export interface MovedHere {
  readonly movedFrom: Worker;
}

/**
 * The durable record of deliveries and attempts. Every method is one transaction (`BEGIN IMMEDIATE`) that is on
 * disk when it returns; those that return a promise share one, and are on disk when it resolves. Implemented by
 * store/sqlite.
 */
export interface Ledger {
  /** The newest mailing of an issue that was not cancelled, if there is one. */
  findMailing(issueNumber: number): Mailing | undefined;
  listMailings(): readonly Mailing[];
  /** Who has it in hand, if anybody has; who is dead on this machine has nothing in hand. */
  holderOf(mailing: Mailing, now: number, isAlive: IsAlive): Worker | undefined;
  snapshotOf(mailing: Mailing): Snapshot;

  /** Freezes the snapshot and the audience: one queued row for each canonical address. */
  startMailing(start: MailingStart, worker: Worker, now: number): Started;
  /**
   * Takes over a mailing that nobody living holds. What `isAlive` knows goes before the lease, whose end is told by a
   * clock that somebody may have set. Whoever was held when it paused is queued again: what was wrong was not about
   * them, and is mended by now. One that is
   * finished or cancelled by now is over, and stays so. One that another copy of the database sent is left alone,
   * unless `moved` says that the copy is this one.
   */
  resumeMailing(mailing: Mailing, worker: Worker, options: ResumeOptions): Resumed;
  /** Keeps this worker's hold; called about every ten seconds. Answers whether somebody stopped the mailing. */
  heartbeat(mailing: Mailing, worker: Worker, now: number): MailingHalted | undefined;
  /** Ends this worker's hold and writes the mailing's state. */
  releaseMailing(
    mailing: Mailing,
    worker: Worker,
    state: MailingState,
    reason: string | undefined,
    now: number,
  ): void;

  /** Stops a mailing, whoever sends it, within one message a connection. False when there is nothing to stop. */
  pauseMailing(mailing: Mailing, reason: string): boolean;
  /** Ends a mailing for good: nobody who is still waiting is mailed. Answers as it stands then. */
  cancelMailing(mailing: Mailing, now: number, isAlive: IsAlive): Mailing;

  /**
   * Deliveries that other workers left: what could not be written down is made up for; claimed but without a dot they
   * are queued again; those after the dot intent come back as soon as no late answer can settle them.
   */
  recover(mailing: Mailing, worker: Worker, now: number): readonly ClaimedDelivery[];
  /** Up to `count` due deliveries, now `attempting` and ours; rows suppressed since become `skipped`. */
  claim(
    mailing: Mailing,
    worker: Worker,
    request: ClaimRequest,
  ): Promise<readonly ClaimedDelivery[] | MailingHalted>;
  /**
   * The dot intent: `committing`, if and only if the row is still ours, the mailing still runs and the person is
   * still not suppressed. False: no dot may leave.
   */
  intendDot(claimed: ClaimedDelivery, worker: Worker, now: number): Promise<boolean>;
  /**
   * Appends the attempt and moves the delivery; what would wait in a cancelled mailing is cancelled. An answer that
   * came late, after somebody took the delivery for unknown, settles it still.
   *
   * @returns the state that the delivery has now
   */
  settle(
    claimed: ClaimedDelivery,
    worker: Worker,
    outcome: AttemptOutcome,
    now: number,
  ): Promise<DeliveryState>;
  /** Gives those who wait for their turn at a domain a new one. */
  forgetTurns(mailing: Mailing, domain: string): void;

  unknowns(mailing: Mailing): readonly UnknownDelivery[];
  /** Settles unknown deliveries, and opens the mailing again where somebody is to be sent one more. Answers how many. */
  settleUnknown(mailing: Mailing, settlements: readonly Settlement[], now: number): number;
  /** Addresses that servers call wrong, and that nobody decided about: too many to believe at once. */
  suspects(mailing: Mailing): readonly string[];
  /** Suppresses the suspects, or lets them be. Answers how many. */
  decideSuspects(mailing: Mailing, decision: 'suppress' | 'keep', now: number): number;
  /**
   * Tells whether somebody has the issue from an earlier mailing through a server, or may have it. Nothing when there
   * was none.
   */
  findReached(issueNumber: number): ((canonical: string) => boolean) | undefined;

  counts(mailing: Mailing): DeliveryCounts;
  /** How many are active on the list and not among the recipients of a mailing. */
  countOthers(mailing: Mailing): number;
  /** What contradicts the protocol in the attempts of a mailing, one sentence each: nothing, always. */
  contradictions(mailing: Mailing): readonly string[];
  /** When the next delivery that waits may go, in milliseconds since 1970; 0 for at once. */
  nextDue(mailing: Mailing): number | undefined;
  recipients(mailing: Mailing): Iterable<DeliveryReport>;
}
