/** An issue's mail as one reader gets it. */
export interface Letter {
  readonly addressee: Addressee;
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly preheader?: string;
  /** A whole document. */
  readonly html: string;
  readonly text: string;
  /** The bytes that a mail server would get. */
  message(): Promise<Uint8Array>;
  details(): Promise<LetterDetails>;
}

export interface Addressee {
  readonly address: string;
  /** Why this is not the reader who was asked for, or why nobody could be sent this. */
  readonly problem?: string;
}

/** What is to be known of a letter beyond how it looks. */
export interface LetterDetails {
  readonly replyTo: string;
  /** Those by which mail programs know a list and how to leave it, in the message's order. */
  readonly listHeaders: readonly { readonly name: string; readonly value: string }[];
  readonly words: number;
  readonly minutes: number;
  readonly roles: number;
  readonly candidates: number;
  /** In the letter's order. */
  readonly links: readonly LetterLink[];
  readonly htmlBytes: number;
  readonly textBytes: number;
  readonly tags: readonly LetterTag[];
}

export interface LetterLink {
  readonly label: string;
  readonly address: string;
  /** The heading under which it stands. */
  readonly under: string;
}

/** A place that differs per reader. */
export interface LetterTag {
  readonly tag: string;
  /** What stands there for those of whom it is not known; without one nobody of them can be mailed. */
  readonly fallback?: string;
  /** The parts of the letter in which it stands. */
  readonly parts: readonly string[];
  /** What stands there for this reader. */
  readonly value: string;
}
