import { createPublicKey } from 'node:crypto';
import type { Snapshot } from '../mailing.ts';
import { compileMessage } from '../message/compile-message.ts';
import type { PreflightCheck } from '../preflight.ts';
import { isAligned } from './is-aligned.ts';
import { createSigner } from './sign-message.ts';
import { recommendedBits, type SigningKey, type UnusableKey } from './signing-key.ts';
import { verifyMessage } from './verify-message.ts';

const name = 'signing';

/**
 * Composes a probe, signs it and verifies it with the public half: a key that cannot sign is found before anybody is
 * mailed, and not by the readers' providers. Nothing to say where no key is set.
 */
export async function checkSigning(
  key: SigningKey | UnusableKey | undefined,
  snapshot: Snapshot,
): Promise<readonly PreflightCheck[]> {
  if (key === undefined) return [];
  if ('problem' in key) return [{ name, state: 'error', detail: key.problem, hint: key.hint }];
  const { domain, selector, bits } = key;
  const from = snapshot.stationery.from.address.split('@').at(-1) ?? '';
  if (!isAligned(domain, from)) {
    return [
      {
        name,
        state: 'error',
        detail: `dkim.domain ${domain} has nothing to do with ${from}, which the mail is from`,
        hint: `set dkim.domain to ${from}, or to a domain above or below it, and publish the key there`,
      },
    ];
  }
  if (!(await canSign(key, snapshot))) {
    return [
      {
        name,
        state: 'error',
        detail: 'a message that was signed to try the key cannot be verified',
        hint: 'make another key with openssl genrsa -out dkim.pem 2048 and publish its public half',
      },
    ];
  }
  if (bits < recommendedBits) {
    return [
      {
        name,
        state: 'warning',
        detail: `the key has ${bits} bits`,
        hint: `receivers recommend ${recommendedBits}: make another with openssl genrsa -out dkim.pem 2048, under a new selector`,
      },
    ];
  }
  return [{ name, state: 'ok', detail: `${bits} bits, ${selector}._domainkey.${domain}`, hint: '' }];
}

/** RFC 8058 §4 asks that both be signed; a second From could otherwise be put in front. */
const mustBeSigned = ['from', 'from', 'list-unsubscribe', 'list-unsubscribe-post'];

async function canSign(key: SigningKey, snapshot: Snapshot): Promise<boolean> {
  try {
    const compiled = compileMessage({ ...snapshot, edition: probe }, { date: 0, signer: createSigner(key) });
    const { address } = snapshot.stationery.from;
    const recipient = { subscriberId: 0, address, canonical: '', fields: {}, unsubscribeToken: 'probe' };
    const { bytes } = await compiled.compose(recipient, '<probe@probe>');
    const { isValid, names } = verifyMessage(bytes, createPublicKey(key.key));
    const signed = [...names];
    return (
      isValid &&
      mustBeSigned.every((wanted) => {
        const at = signed.indexOf(wanted);
        if (at >= 0) signed.splice(at, 1);
        return at >= 0;
      })
    );
  } catch {
    return false;
  }
}

const probe = { issueNumber: 1, slug: 'probe', subject: ['probe'], html: ['<p>probe</p>'], text: ['probe'] };
