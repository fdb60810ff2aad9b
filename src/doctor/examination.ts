import type { SigningKey, UnusableKey } from '../delivery/signing/signing-key.ts';

/** What was seen of a workspace and of what it mails through: all that the checks need besides DNS. */
export interface Examination {
  readonly url: string;
  readonly sender: {
    readonly address: string;
    readonly replyTo: string;
    readonly postalAddress?: string;
  };
  /** Absent: penny does not sign. */
  readonly signingKey?: SigningKey | UnusableKey;
  /** Absent: messages go to the outbox. */
  readonly server?: ServerObservation | UnusableServer;
  readonly endpoint: EndpointObservation;
  /** How readers leave: through the site and by mail, or by mail only. */
  readonly unsubscribe: 'both' | 'mail';
  /** Takes bounces; absent: they come to the sender’s address. */
  readonly bounceDomain?: string;
  readonly database: DatabaseObservation;
  /** Absent: there is no list. */
  readonly neverNames?: number;
  /** This machine’s name, for servers that send from it. */
  readonly hostname: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Settings of a mail server that cannot be used. */
export interface UnusableServer {
  readonly problem: string;
  readonly hint: string;
}

/** A mail server, as far as it let itself be looked at. */
export interface ServerObservation {
  /** `smtp.example.com:587`. */
  readonly description: string;
  /** On this machine. */
  readonly loopback: boolean;
  /** Absent: it wants no login from us. */
  readonly user?: string;
  /** Absent: clear text, or it did not come so far. */
  readonly tls?: { readonly protocol: string; readonly validTo: number };
  /** Bytes of a message; absent when it names no limit (RFC 1870). */
  readonly size?: number;
  /** Whether addresses beyond ASCII can be mailed (RFC 6531). */
  readonly takesUtf8: boolean;
  readonly failure?: ServerFailure;
}

/** What kept us from going on, in the order in which it can happen. */
export interface ServerFailure {
  readonly kind: 'unreachable' | 'refused' | 'no TLS' | 'expired' | 'untrusted' | 'TLS first' | 'login';
  /** The server’s words, or the system’s. */
  readonly text: string;
}

/** The answer of the site to a call that changes nothing. */
export type EndpointObservation =
  | {
      readonly status: number;
      /** Whether it answered as `penny serve` does where somebody’s token stands. */
      readonly isOurs: boolean;
      /** The site’s clock and ours when it answered, in milliseconds since 1970. */
      readonly clock?: { readonly theirs: number; readonly ours: number };
    }
  | { readonly failure: string; readonly detail: string };

export interface DatabaseObservation {
  readonly path: string;
  readonly exists: boolean;
  /** What is wrong with it or with its folder, and what to do. */
  readonly trouble?: { readonly problem: string; readonly hint: string };
  /** Files that others on this machine can get at. */
  readonly openToOthers: readonly string[];
  /** Bytes on its disk; absent where the system does not tell. */
  readonly free?: number;
}
