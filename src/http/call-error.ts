import type { PageFailure, UnfetchedPage } from '../check/online/page-answer.ts';

/** The host leads to where only this machine or its network can get. */
export class NotPublicError extends Error {
  override readonly name = 'NotPublicError';
  readonly code = 'ENOTPUBLIC';

  constructor(host: string) {
    super(`${host} is not a public address`);
  }
}

/** What a call that failed comes to. A code that is not in the table is of a connection that broke. */
export function explainCallError(error: unknown): UnfetchedPage {
  const { code, message } = describe(error);
  const [failure = 'no-answer'] = failures.find(([, pattern]) => pattern.test(code)) ?? [];
  return { failure, detail: message };
}

/** https://nodejs.org/api/errors.html#nodejs-error-codes, and OpenSSL's for certificates. */
const failures: readonly (readonly [PageFailure, RegExp])[] = [
  ['not-public', /^ENOTPUBLIC$/],
  ['offline', /^(?:EAI_AGAIN|ENETUNREACH|ENETDOWN)$/],
  ['unknown-host', /^(?:ENOTFOUND|EAI_\w+|ERR_INVALID_URL)$/],
  ['untrusted', /CERT|SELF_SIGNED|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO_|HOSTNAME_MISMATCH/],
];

/** When a host has several addresses, and none takes the call, the first says why. */
function describe(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof AggregateError) return describe(error.errors[0]);
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  return { code: 'code' in error ? String(error.code) : '', message: error.message };
}
