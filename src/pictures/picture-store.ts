import { hash, randomUUID } from 'node:crypto';
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
    const kept = readFileSync(file);
    const [seal, bytes] = [kept.subarray(0, sealLength), kept.subarray(sealLength)];
    return sealOf(bytes).equals(seal) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** In one step, so that no half picture is ever found. */
function keep(folder: string, name: string, bytes: Uint8Array): void {
  const temporary = join(folder, `${randomUUID()}.tmp`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(temporary, Buffer.concat([sealOf(bytes), bytes]), { mode: 0o600, flag: 'wx' });
    renameSync(temporary, join(folder, name));
  } catch {
    // A full or a read-only disk: the picture is made again next time.
  }
}

const sealLength = 32;

/**
 * Tells what a power cut left behind from a picture: to wait until the disk has each would take as long as to make it.
 */
function sealOf(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}
