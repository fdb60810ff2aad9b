import type { CanonicalAddress, EmailAddress } from './subscriber.ts';

/** Somebody asks for the newsletter by the form. Whether it is them is known only once they have confirmed. */
export interface SignUpRequest {
  readonly address: EmailAddress;
  readonly canonical: CanonicalAddress;
  readonly name?: string;
  /** Become tags when they confirm. */
  readonly topics: readonly string[];
  /** What the form said, word for word: kept once, and named in the proof of consent. */
  readonly wording: string;
}

/** A mail that is to ask somebody whether it was them. */
export interface DueConfirmation {
  readonly signUpId: number;
  readonly address: EmailAddress;
  /** How often it has been tried, this time included. */
  readonly tries: number;
}

/** What became of a link that confirms: `late` is one that is too old, or whose person left or was erased since. */
export type Confirming = 'open' | 'confirmed' | 'late';

/** How somebody stands who opens their own link to leave. */
export interface LeaverStanding {
  readonly address: EmailAddress;
  /** False for whoever left before, in whatever way. */
  readonly isOnList: boolean;
  readonly tags: readonly string[];
}

/**
 * What the public endpoints need of a database. What is resolved is on disk: a mailing that runs meanwhile asks the same
 * tables before each message. Implemented by store/sqlite. Moments are milliseconds since 1970.
 */
export interface SignUpStore {
  /** Every secret that ever signed a token, the one that signs now first. */
  secrets(): readonly Uint8Array[];
  /** Throws what the database throws; a call that does nothing else. */
  probe(): void;

  /**
   * Writes down that somebody asked, as often as `signUpLimits` lets them. A mail is due then, unless the address must
   * not be written to: see `wayBackOf`.
   */
  ask(request: SignUpRequest, now: number): Promise<void>;
  /** How a link that confirms stands. */
  lookAt(signUpId: number, now: number): Confirming;
  /** Makes the person active, with a consent record. Answers how it stood before: only `open` changes anything. */
  confirm(signUpId: number, now: number): Promise<Confirming>;

  /** Undefined for somebody who was erased, or never was. */
  findLeaver(subscriberId: number): LeaverStanding | undefined;
  /** Ends the subscription; does nothing to somebody who has left before. */
  leave(subscriberId: number, way: LeavingWay, now: number): Promise<void>;
  /** Of the tags that are public, the person has these from now on, and no other. */
  choose(subscriberId: number, choice: TopicChoice, now: number): Promise<void>;

  /** The next mail that is due, put off for a while: nobody else takes it meanwhile. */
  takeDue(now: number): Promise<DueConfirmation | undefined>;
  /** Written before the message can arrive: nobody is asked twice. */
  markMailed(signUpId: number): Promise<void>;
  /** Not before `dueAt`; never again without it. */
  putOff(signUpId: number, dueAt: number | undefined): Promise<void>;
  /** Forgets whoever asked and did not confirm in time. Answers how many. */
  forgetLate(now: number): Promise<number>;
}

/** By the page behind a mail's link, or by a mail program's own button (RFC 8058). */
export type LeavingWay = 'page' | 'one click';

export interface TopicChoice {
  readonly topics: readonly string[];
  readonly chosen: readonly string[];
}

const day = 86_400_000;

/** Milliseconds in which a link that confirms can be used. */
export const confirmWithin = 7 * day;

/**
 * Mails that ask whether it was them, to one address within so many milliseconds: strangers, who cannot use the link, can
 * have one sent. Whoever used theirs may leave and come back, and not without end.
 */
export const signUpLimits = { within: day, unanswered: 1, all: 3 } as const;
