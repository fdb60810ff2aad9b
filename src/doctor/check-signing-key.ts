import { recommendedBits } from '../delivery/signing/signing-key.ts';
import { type Check, fine } from './check.ts';
import type { Examination } from './examination.ts';

/** Whether the key of `dkim:` can be used: nothing is sent with one that cannot, into the outbox neither. */
export function checkSigningKey({ signingKey }: Examination): readonly Check[] {
  const name = 'signing key';
  if (signingKey === undefined) return [];
  if ('problem' in signingKey)
    return [{ name, state: 'error', detail: signingKey.problem, hint: signingKey.hint }];
  const detail = `RSA, ${signingKey.bits} bits`;
  if (signingKey.bits >= recommendedBits) return [fine(name, detail)];
  const hint = `make one of ${recommendedBits} with openssl genrsa -out dkim.pem ${recommendedBits}, under a new selector`;
  return [{ name, state: 'warning', detail, hint }];
}
