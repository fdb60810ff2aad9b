/** One person of a mailing's audience, as a value: delivery never looks a subscriber up. */
export interface Recipient {
  readonly subscriberId: number;
  readonly address: string;
  /** The address in the form under which duplicates and suppressions are compared. */
  readonly canonical: string;
  readonly name?: string;
  readonly firstName?: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Opaque; the last part of this person's unsubscribe address. Made by audience/. */
  readonly unsubscribeToken: string;
}

/** Someone who was named but will not be mailed, with the reason to show. */
export interface ExcludedRecipient {
  readonly address: string;
  readonly reason: string;
}
