import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Remember } from '../../issue/remember.ts';
import { writePrivateFile } from './write-private-file.ts';

/** What a build has made of issues, for the next one not to make it again. */
export interface Records {
  readonly remember: Remember;
  /** For the next build: what this one asked for, and nothing else. */
  keep(): void;
}

interface RecordsOptions {
  /** A digest of what is the same for every issue. */
  readonly surroundings: string;
  /** Whether to make everything anew. */
  readonly isClean: boolean;
}

/** What was made, as bytes, and the digest of what it was made of. */
type Entry = readonly [madeOf: string, made: Uint8Array];

/**
 * The records of a workspace; empty where there are none, or none that were kept whole and in the same surroundings.
 *
 * @param folder in which they lie, and which may be deleted at any time
 */
export function openRecords(folder: string, { surroundings, isClean }: RecordsOptions): Records {
  const file = join(folder, 'issues');
  const known = isClean ? new Map<string, Entry>() : readEntries(file, surroundings);
  const used = new Map<string, Entry>();
  return {
    remember: (name, parts, make) => {
      const madeOf = digestOf(parts);
      const entry = known.get(name);
      if (entry?.[0] === madeOf) {
        used.set(name, entry);
        // The same code has made it of the same, and nobody has touched it since: it is what `make` would give.
        return deserialize(entry[1]) as ReturnType<typeof make>;
      }
      const made = make();
      used.set(name, [madeOf, serialize(made)]);
      return made;
    },
    keep: () => writeEntries(file, surroundings, used),
  };
}

/** How long the seal is that stands at the start of the file; a line that says what follows comes behind it. */
const sealLength = 32;

function readEntries(file: string, surroundings: string): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  try {
    const bytes = readFileSync(file);
    const content = bytes.subarray(sealLength);
    // Nothing is read that does not bear the seal, least of all by `deserialize`.
    if (!sealOf([content], surroundings).equals(bytes.subarray(0, sealLength))) return entries;
    const line = content.indexOf('\n');
    let start = line + 1;
    for (const [name, madeOf, length] of JSON.parse(content.toString('utf8', 0, line))) {
      entries.set(name, [madeOf, content.subarray(start, start + length)]);
      start += length;
    }
  } catch {
    // There is none yet, or none that may be read.
  }
  return entries;
}

function writeEntries(file: string, surroundings: string, entries: ReadonlyMap<string, Entry>): void {
  const line = JSON.stringify(Array.from(entries, ([name, [madeOf, made]]) => [name, madeOf, made.length]));
  const content = [Buffer.from(`${line}\n`), ...Array.from(entries.values(), ([, made]) => made)];
  writePrivateFile(file, [sealOf(content, surroundings), ...content]);
}

/** Of what is whole, and was kept by this very tool in these surroundings. */
function sealOf(content: readonly Uint8Array[], surroundings: string): Buffer {
  const digest = createHash('sha256').update(surroundings);
  for (const part of content) digest.update(part);
  return digest.digest();
}

/** Each part with its length: two lists are never one text. */
function digestOf(parts: readonly (string | Uint8Array)[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(`${part.length}\0`).update(part);
  return digest.digest('base64url');
}
