import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that a server's own user may pass through, removed with `using`. */
export interface ServerFolder extends Disposable {
  readonly path: string;
}

/** Mail servers hand their work to other users, which only root can do: nobody else can start one. */
export function createServerFolder(server: string): ServerFolder {
  if (process.getuid?.() !== 0)
    throw new Error(`a real ${server} starts as root only: run these tests as root`);
  const path = mkdtempSync(join(tmpdir(), `penny-${server.toLowerCase()}-`));
  chmodSync(path, 0o755);
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
