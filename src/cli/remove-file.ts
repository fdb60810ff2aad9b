import { unlinkSync } from 'node:fs';

/** What could not be finished goes again; it may never have been made. */
export function removeFile(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // There is nothing to remove, or nobody may.
  }
}
