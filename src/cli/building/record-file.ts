import { readFileSync } from 'node:fs';

/** Something that was made, and what it was made of. */
export interface KeptEntry {
  readonly name: string;
  /** A digest of what it was made of. */
  readonly madeOf: string;
  readonly kind: 'text' | 'value';
  readonly bytes: Uint8Array;
  /** A digest of all this: whether it is right is not known here. */
  readonly seal: string;
}

export interface KeptEntries {
  /** By name: of each the last one. */
  readonly entries: ReadonlyMap<string, KeptEntry>;
  /** Of everything that is kept, also of what nobody asks for any more, in bytes. */
  readonly size: number;
}

/** What stands in front of the bytes. If it is something else, its seal is not right. */
type Line = readonly [name: string, madeOf: string, kind: KeptEntry['kind'], length: number, seal: string];

/** Undefined where there is no file, or none that ends where it should: whoever wrote it was stopped. */
export function readEntries(file: string): KeptEntries | undefined {
  const entries = new Map<string, KeptEntry>();
  let size = 0;
  try {
    const content = readFileSync(file);
    for (let start = 0; start < content.length; ) {
      const end = content.indexOf('\n', start);
      const line: Line = JSON.parse(content.toString('utf8', start, end));
      const [name, madeOf, kind, length, seal] = line;
      const bytes = content.subarray(end + 1, end + 1 + length);
      if (bytes.length !== length) return undefined;
      entries.set(name, { name, madeOf, kind, bytes, seal });
      size += length;
      start = end + 1 + length;
    }
  } catch {
    return undefined;
  }
  return { entries, size };
}

/** A line for each, and behind it what it tells of. */
export function toParts(entries: Iterable<KeptEntry>): Uint8Array[] {
  return Array.from(entries).flatMap(({ name, madeOf, kind, bytes, seal }) => [
    Buffer.from(`${JSON.stringify([name, madeOf, kind, bytes.length, seal])}\n`),
    bytes,
  ]);
}
