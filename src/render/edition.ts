/**
 * A rendered issue, ready for any number of recipients. Plain data: it is frozen with a mailing as JSON, and the
 * same issue, settings and templates give the same edition to the byte.
 */
export interface Edition {
  readonly issueNumber: number;
  readonly slug: string;
  readonly subject: Slotted;
  /** What inboxes show beside the subject; it stands in the HTML, too. */
  readonly preheader?: Slotted;
  readonly html: Slotted;
  readonly text: Slotted;
  /** The pictures that every message carries; absent when there is none. */
  readonly embedded?: readonly EmbeddedPicture[];
}

/** A part of a message that its HTML shows (RFC 2387). */
export interface EmbeddedPicture {
  /** Without angle brackets (RFC 2392). */
  readonly contentId: string;
  readonly type: string;
  readonly base64: string;
}

/** Text with gaps: what stands between two slots is the same for every recipient. */
export type Slotted = readonly (string | Slot)[];

/**
 * A place that differs per recipient. `tag` is one of the author's merge tags (`name`, `firstName`, `email`,
 * `fields.city`) or `unsubscribeUrl`, which only templates use.
 */
export interface Slot {
  readonly tag: string;
  /** Stands in when the recipient has no value; without one a missing value is refused before the first message. */
  readonly fallback?: string;
}
