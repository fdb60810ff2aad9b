import type { MailerReply, Stage } from '../delivery/mailer.ts';
import type { Hide } from './hide-password.ts';
import { oneLine, parseReply } from './parse-reply.ts';

/** What nodemailer says of a failure, narrowed. */
export interface SmtpFailure {
  readonly code: string;
  readonly command: string;
  /** What the server said; absent when it said nothing. */
  readonly response?: string;
  readonly text: string;
}

export function describeFailure(error: unknown, hide: Hide): SmtpFailure {
  const read = (key: string): string | undefined => {
    const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const response = read('response');
  return {
    // Behind nodemailer's ESOCKET stands what OpenSSL or the system said.
    code: read('originalCode') ?? read('code') ?? '',
    command: read('command') ?? '',
    text: oneLine(hide(read('message') ?? String(error))),
    ...(response === undefined ? {} : { response: hide(response) }),
  };
}

/** What nobody said: our own patience came to its end. */
export function timedOut(text: string): SmtpFailure {
  return { code: 'ETIMEDOUT', command: 'CONN', text };
}

export function toReply(failure: SmtpFailure, stage: Stage): MailerReply {
  if (failure.response !== undefined) return parseReply(failure.response, stage);
  return { kind: 'noReply', stage, text: failure.text };
}
