import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Where a database may be made; its folder is gone after the test. */
export function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'penny-database-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'penny.db');
}
