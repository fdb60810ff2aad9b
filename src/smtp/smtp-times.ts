/**
 * Milliseconds that a server is given, each in total and not from byte to byte: one byte a minute is no answer. What a
 * server may take by RFC 5321 §4.5.3.2 is granted; after the dot, giving up early would leave people in doubt.
 */
export interface SmtpTimes {
  /** To be reached at all. */
  readonly connect: number;
  /** From the first packet to the end of EHLO and TLS. */
  readonly opening: number;
  readonly login: number;
  /** MAIL, RCPT and RSET, each. */
  readonly command: number;
  /** DATA. */
  readonly data: number;
  /** Each 64 KB of the message. */
  readonly block: number;
  /** The answer to the final dot. */
  readonly dot: number;
  /** QUIT: nothing depends on its answer. */
  readonly quit: number;
}

export const usualTimes: SmtpTimes = {
  connect: 30_000,
  opening: 300_000,
  login: 300_000,
  command: 300_000,
  data: 120_000,
  block: 180_000,
  dot: 600_000,
  quit: 2_000,
};
