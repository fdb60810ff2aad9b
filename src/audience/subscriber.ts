declare const checked: unique symbol;

/** An address that `parseAddress` accepted: one mailbox, no display name, safe in a header and in an envelope. */
export type EmailAddress = string & { readonly [checked]: 'EmailAddress' };

/**
 * The form under which an address counts as the same: domain lower-cased in A-labels, local part lower-cased.
 * Never mailed to; only compared.
 */
export type CanonicalAddress = string & { readonly [checked]: 'CanonicalAddress' };

export const subscriberStatuses = ['pending', 'active', 'unsubscribed', 'suppressed', 'erased'] as const;
export type SubscriberStatus = (typeof subscriberStatuses)[number];

export interface Subscriber {
  readonly id: number;
  /** As the person typed it, without surrounding space. */
  readonly address: EmailAddress;
  readonly canonical: CanonicalAddress;
  readonly name?: string;
  readonly firstName?: string;
  readonly status: SubscriberStatus;
  readonly tags: readonly string[];
  /** Other imported columns by their header. */
  readonly fields: Readonly<Record<string, string>>;
  /** The newest. */
  readonly consent: SubscriberConsent;
  /** ISO 8601 in UTC. */
  readonly joinedAt: string;
}

export interface SubscriberConsent {
  /** Where the consent came from: a file's name, a form, a person's word. */
  readonly source: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** What shows it: where and how it was given. */
  readonly proof?: string;
  /** The words that the person agreed to. */
  readonly wording?: string;
}

/** What a file or a form says of a person, before anything is stored. */
export interface SubscriberDraft {
  readonly address: EmailAddress;
  readonly canonical: CanonicalAddress;
  readonly name?: string;
  readonly firstName?: string;
  /** Absent: active, with this consent. It can end a known person's subscription, and never brings back who has left. */
  readonly status?: DraftStatus;
  readonly tags: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  readonly consent: SubscriberConsent;
  /** Absent: with their consent. */
  readonly joinedAt?: string;
  /** When they left, in ISO 8601 in UTC, where a file says it. */
  readonly leftAt?: string;
}

export type DraftStatus = Exclude<SubscriberStatus, 'erased'>;

/** What a file says of somebody who is not to be mailed. */
export const leavingStatuses = ['unsubscribed', 'suppressed'] as const satisfies readonly DraftStatus[];
export type LeavingStatus = (typeof leavingStatuses)[number];

export function isLeaving(status: DraftStatus | undefined): status is LeavingStatus {
  return status === 'unsubscribed' || status === 'suppressed';
}
