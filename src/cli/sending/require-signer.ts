import { createSigner, type Signer } from '../../delivery/signing/sign-message.ts';
import type { SigningKey, UnusableKey } from '../../delivery/signing/signing-key.ts';
import { UsageError } from '../command.ts';

/**
 * What signs with this key; nothing where none is set.
 *
 * @throws UsageError when the key cannot be used: nothing goes out unsigned in silence
 */
export function requireSigner(key: SigningKey | UnusableKey | undefined): Signer | undefined {
  if (key === undefined) return undefined;
  if ('problem' in key) throw new UsageError(key.problem, key.hint);
  return createSigner(key);
}
