import { randomUUID } from 'node:crypto';
import { appendFileSync, closeSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { removeFile } from '../remove-file.ts';

/**
 * Keeps something for the next build where nobody else can read it: all of it, or what was there before. Where it cannot
 * be written, as on a full or a read-only disk, the next build does its work again.
 */
export function writePrivateFile(file: string, parts: readonly (string | Uint8Array)[]): void {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeParts(temporary, parts);
    renameSync(temporary, file);
  } catch {
    removeFile(temporary);
  }
}

/** The same behind what a file of this kind holds. Whoever is stopped here leaves an end that can be told from a whole one. */
export function appendPrivately(file: string, parts: readonly Uint8Array[]): void {
  try {
    appendFileSync(file, Buffer.concat(parts), { mode: 0o600 });
  } catch {
    // As it was, or with such an end.
  }
}

function writeParts(file: string, parts: readonly (string | Uint8Array)[]): void {
  const opened = openSync(file, 'wx', 0o600);
  try {
    for (const part of parts) writeFileSync(opened, part);
  } finally {
    closeSync(opened);
  }
}
