import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Remember } from '../../issue/remember.ts';
import { type KeptEntry, readEntries, toParts } from './record-file.ts';
import { appendPrivately, writePrivateFile } from './write-private-file.ts';

/** What a build has made of issues, for the next one not to make it again. */
export interface Records {
  readonly remember: Remember;
  /** For the next build: what this one asked for; what it made instead of something older may lie behind that for a while. */
  keep(): void;
}

interface RecordsOptions {
  /** A digest of what is the same for every issue. */
  readonly surroundings: string;
  /** Whether to make everything anew. */
  readonly isClean: boolean;
}

/**
 * The records of a workspace; of what was not kept whole, or in other surroundings, there is none.
 *
 * @param folder in which they lie, and which may be deleted at any time
 */
export function openRecords(folder: string, { surroundings, isClean }: RecordsOptions): Records {
  const file = join(folder, 'issues');
  const known = isClean ? undefined : readEntries(file);
  const used = new Map<string, KeptEntry>();
  const anew: KeptEntry[] = [];
  const keepAnew = (entry: Omit<KeptEntry, 'seal'>): void => {
    const sealed = { ...entry, seal: sealOf(entry, surroundings) };
    used.set(entry.name, sealed);
    anew.push(sealed);
  };
  return {
    remember: (name, parts, make) => {
      const madeOf = digestOf(parts);
      const entry = known?.entries.get(name);
      // Nothing is read that does not bear its seal, least of all by `deserialize`.
      if (entry?.madeOf === madeOf && entry.seal === sealOf(entry, surroundings)) {
        used.set(name, entry);
        // The same code has made it of the same, and nobody has touched it since: it is what `make` would give.
        return read(entry) as ReturnType<typeof make>;
      }
      const made = make();
      keepAnew({ name, madeOf, ...write(made) });
      return made;
    },
    keep: () => {
      const needed = sizeOf(used.values());
      const isForgotten = known?.entries.keys().some((name) => !used.has(name)) ?? false;
      const mayGrow =
        known !== undefined && !isForgotten && known.size + sizeOf(anew) <= needed * mostOverhang;
      if (!mayGrow) writePrivateFile(file, toParts(used.values()));
      else if (anew.length > 0) appendPrivately(file, toParts(anew));
    },
  };
}

/** What is new goes behind what is there, until so much of the file is of no more use. */
const mostOverhang = 1.125;

function sizeOf(entries: Iterable<KeptEntry>): number {
  let size = 0;
  for (const { bytes } of entries) size += bytes.length;
  return size;
}

/** Text takes half of what V8 makes of it. */
function write(made: unknown): Pick<KeptEntry, 'kind' | 'bytes'> {
  return typeof made === 'string'
    ? { kind: 'text', bytes: Buffer.from(made) }
    : { kind: 'value', bytes: serialize(made) };
}

function read({ kind, bytes }: KeptEntry): unknown {
  return kind === 'text'
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()
    : deserialize(bytes);
}

/** Of what is whole, and was kept by this very tool in these surroundings. */
function sealOf({ name, madeOf, kind, bytes }: Omit<KeptEntry, 'seal'>, surroundings: string): string {
  return digestOf([surroundings, name, madeOf, kind, bytes]);
}

/** Each part with its length: two lists are never one text. */
function digestOf(parts: readonly (string | Uint8Array)[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(`${part.length}\0`).update(part);
  return digest.digest('base64url');
}
