import { createHash } from 'node:crypto';
import type { Snapshot } from './mailing.ts';

/** SHA-256 of a snapshot, in hexadecimal: tells whether an issue or its settings changed since. */
export function digestOf(snapshot: Snapshot): string {
  return createHash('sha256').update(JSON.stringify(snapshot)).digest('hex');
}
