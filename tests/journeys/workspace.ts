import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** A copy of this repository's own newsletter, in a temporary folder that is removed with `using`. */
export interface TestWorkspace extends Disposable {
  readonly folder: string;
  /** Runs the real command in it. */
  penny(words: string, environment?: Readonly<Record<string, string>>): Promise<Run>;
  /** Starts the real command in it and leaves it running. */
  start(
    words: string,
    environment?: Readonly<Record<string, string>>,
  ): ChildProcessByStdio<null, Readable, Readable>;
}

export interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly error: string;
}

/** Settings of the machine that must not reach a test. */
const neutral = { SMTP_URL: '', SMTP_PASSWORD: '', NO_COLOR: '1' };

export function createWorkspace(): TestWorkspace {
  // In a folder of its own, too: an example builds a site beside its workspace.
  const around = mkdtempSync(join(tmpdir(), 'penny-'));
  const folder = join(around, 'newsletter');
  for (const part of ['issues', 'newsletter.yaml', 'subscribers.csv'])
    cpSync(part, join(folder, part), { recursive: true });
  const start: TestWorkspace['start'] = (words, environment = {}) =>
    spawn(process.execPath, [resolve('src/cli/main.ts'), ...words.split(' ')], {
      cwd: folder,
      env: { ...process.env, ...neutral, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  return {
    folder,
    start,
    async penny(words, environment) {
      const child = start(words, environment);
      const closed = new Promise<number | null>((done) => child.once('close', done));
      const [output, error, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
      return { code, output, error };
    },
    [Symbol.dispose]: () => rmSync(around, { recursive: true, force: true }),
  };
}
