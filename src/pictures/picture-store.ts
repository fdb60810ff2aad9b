import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps what was made of pictures, so that nothing is made twice. */
export interface PictureStore {
  /** What is kept under a name, or else what `make` makes. */
  find(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array>;
}

/** A store in a folder that may be deleted at any time. Where it cannot be written to, nothing is kept. */
export function keepPicturesIn(folder: string): PictureStore {
  return {
    find: async (name, make) => {
      const kept = read(join(folder, name));
      if (kept !== undefined) return kept;
      const made = await make();
      keep(folder, name, made);
      return made;
    },
  };
}

function read(file: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(file);
    // What a power cut left behind is no picture.
    return bytes.length === 0 ? undefined : bytes;
  } catch {
    return undefined;
  }
}

/** In one step, so that no half picture is ever found. */
function keep(folder: string, name: string, bytes: Uint8Array): void {
  const temporary = join(folder, `${randomUUID()}.tmp`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(temporary, bytes, { mode: 0o600, flag: 'wx', flush: true });
    renameSync(temporary, join(folder, name));
  } catch {
    // A full or a read-only disk: the picture is made again next time.
  }
}
