/** A message as it goes over the wire: CRLF line ends, nothing left to fill in. */
export interface MailMessage {
  readonly messageId: string;
  readonly envelope: { readonly from: string; readonly to: string };
  readonly bytes: Uint8Array;
}

/** How far an attempt came. After `dot` the server may have the message, whatever we hear. */
export type Stage =
  | 'connect'
  | 'greeting'
  | 'hello'
  | 'tls'
  | 'login'
  | 'mail'
  | 'rcpt'
  | 'data'
  | 'body'
  | 'dot';

export interface ServerReply {
  readonly kind: 'reply';
  readonly stage: Stage;
  /** Three digits. */
  readonly code: number;
  /** RFC 3463, such as `5.1.1`. */
  readonly enhanced?: string;
  /** The server's words: one line, control characters removed, at most 500 characters. */
  readonly text: string;
  /** The server's own name for the message, when its reply to the dot gives one. */
  readonly queueId?: string;
}

/** The connection ended, timed out or never came about: there is no reply. */
export interface NoReply {
  readonly kind: 'noReply';
  readonly stage: Stage;
  readonly text: string;
  /** True when we stopped it ourselves because `beforeDot` refused: the server got no dot. */
  readonly refusedByUs?: boolean;
}

export type MailerReply = ServerReply | NoReply;

/** One open connection. Not shared: one message at a time. */
export interface MailerConnection {
  /**
   * Sends one message to one recipient and never throws for what a server does.
   * `beforeDot` is called after the last byte of the body, and the final dot leaves only once its promise has resolved
   * (for the outbox: the file gets its name). If it rejects, no dot leaves and the reply says `refusedByUs`. If the
   * connection breaks meanwhile, no dot leaves either, and the stage of the reply is `body`. Never resolves before
   * `beforeDot` has settled.
   */
  deliver(message: MailMessage, beforeDot: () => Promise<void>): Promise<MailerReply>;
  /** False once the connection cannot take another message. */
  readonly usable: boolean;
  /** Bytes: the SIZE that the server announced (RFC 1870); absent when it named none, or 0 for no limit. */
  readonly largestMessage?: number;
  close(): Promise<void>;
}

/** What delivery/ needs of a way out. Implemented by smtp/ and by outbox/. */
export interface Mailer {
  readonly transport: 'smtp' | 'outbox';
  /** For people: `smtp.example.com:587 as hello@penny.example`, or the folder. Never a password. */
  readonly description: string;
  /** Opens a connection and logs in, or says which reply or silence prevented it. */
  connect(): Promise<MailerConnection | MailerReply>;
  /** Whether a message whose outcome was never recorded arrived: the outbox looks at its files, a server cannot tell. */
  hasArrived(message: {
    readonly messageId: string;
    readonly to: string;
  }): Promise<'yes' | 'no' | 'unknowable'>;
}
