import type { Edition } from '../render/edition.ts';

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
  /** `mail`: there is no site that answers, and people leave by writing to `replyTo`. Absent: both ways. */
  readonly unsubscribe?: 'mail';
  /** Where the public half of the key is that signs every message; absent where nothing signs. */
  readonly signedBy?: string;
}

/** Who is sending: enough for a second sender to say who it is, and to tell a dead process from a live one. */
export interface Worker {
  /** Unique to this process: host and process, and a random part. */
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  /** Where its id counts, and when it started, as the machine has them: tells a reused id, and another container's. */
  readonly started: string;
  /** Tells this database on this machine from a copy of it: a restored backup, a cloned machine. */
  readonly copy: string;
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
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Not before this moment, in milliseconds since 1970; absent when it goes at once. */
  readonly startsAt?: number;
  /** The hours of the day in which it is sent, such as `08:00-18:00`; absent when at any time. */
  readonly window?: string;
  readonly finishedAt?: number;
  readonly audience: number;
  readonly snapshotDigest: string;
}
