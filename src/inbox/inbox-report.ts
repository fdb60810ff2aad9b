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
  readonly broken: readonly BrokenMessage[];
}

/** A message that could not be read. */
export interface BrokenMessage {
  readonly source: string;
  readonly problem: string;
}

/** What is counted of one message. */
export type Counted = Exclude<
  keyof InboxReport,
  'messages' | 'suppressed' | 'ignored' | 'waiting' | 'broken'
>;
