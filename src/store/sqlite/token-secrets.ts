import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { keyName } from '../../audience/signed-token.ts';
import { inTransaction } from './in-transaction.ts';
import { bytesOf } from './read-row.ts';

/** The database’s own secret, which never changes: it hides erased addresses and signs return paths. */
export function readSecret(database: DatabaseSync): Uint8Array {
  const row = database.prepare(`SELECT value FROM meta WHERE key = 'secret'`).get();
  return bytesOf(row ?? {}, 'value');
}

/** Every secret that ever signed a token, the one that signs now first; the database’s own is the oldest. */
export function prepareSecrets(database: DatabaseSync): () => readonly Uint8Array[] {
  const read = database.prepare(
    `SELECT value FROM meta WHERE key = 'secret' OR key GLOB 'token secret [0-9]*' ORDER BY key DESC`,
  );
  return () => read.all().map((row) => bytesOf(row, 'value'));
}

/**
 * Signs links with a new secret from now on. The others stay: what was mailed goes on working, and erased addresses,
 * which the first one hides, go on being known.
 */
export function renewTokenSecret(database: DatabaseSync): void {
  const add = database.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
  inTransaction(database, () => {
    const secrets = prepareSecrets(database)();
    add.run(`token secret ${String(secrets.length).padStart(6, '0')}`, drawSecret(secrets));
  });
}

/** Two secrets of one name could not be told apart. */
function drawSecret(others: readonly Uint8Array[]): Uint8Array {
  const secret = randomBytes(32);
  return others.some((other) => keyName(other).equals(keyName(secret))) ? drawSecret(others) : secret;
}
