import type { WaitingAddresses } from './inbox-store.ts';
import type { IgnoredReason } from './sort-mail.ts';

/** What a pile of mail came to. */
export interface InboxReport {
  readonly messages: number;
  /** Addresses that are not mailed any more because of bounces. */
  readonly suppressed: number;
  readonly unsubscribed: number;
  readonly complaints: number;
  /** Bounces of this time, by what they say. */
  readonly hard: number;
  readonly ambiguous: number;
  readonly soft: number;
  /** Refused for what we are or write: nobody’s address is to blame. */
  readonly policy: number;
  readonly delayed: number;
  /** Reports that a message arrived. */
  readonly delivered: number;
  /** Deliveries of unknown outcome whose outcome is known now. */
  readonly settled: number;
  /** Read before, or said before by another message. */
  readonly known: number;
  readonly ignored: Readonly<Partial<Record<IgnoredReason, number>>>;
  readonly waiting: readonly WaitingAddresses[];
  /** Who is not mailed any more, by their canonical addresses: in the order in which it was found out. */
  readonly gone: readonly GonePerson[];
  /** Mails that may be wishes to leave, and by which nobody left: a person reads them. */
  readonly wishes: readonly PossibleWish[];
  readonly broken: readonly BrokenMessage[];
}

export interface GonePerson {
  readonly address: string;
  readonly because: 'unsubscribed' | 'complained' | 'bounced';
}

/** A mail of somebody who may want to leave. */
export interface PossibleWish {
  /** Where it lies: a file’s path, or the number of a message in one. */
  readonly source: string;
  /** Who wrote it, where one address says so. */
  readonly from?: string;
  readonly subject: string;
}

/** A message that could not be read. */
export interface BrokenMessage {
  readonly source: string;
  readonly problem: string;
}

/** What is counted of one message. */
export type Counted = Exclude<
  keyof InboxReport,
  'messages' | 'suppressed' | 'ignored' | 'waiting' | 'gone' | 'wishes' | 'broken'
>;
