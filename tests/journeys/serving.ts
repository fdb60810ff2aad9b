import { once } from 'node:events';
import type { TestWorkspace } from './workspace.ts';

/** The real `penny serve`, as it runs beside a test. */
export interface Serving extends AsyncDisposable {
  readonly url: string;
  /** What it has written to standard error. */
  log(): string;
  /** Resolves once the log holds these words. */
  says(words: string): Promise<void>;
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Response>;
  /** Ends it as systemd does, and answers with its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** @throws Error with what it said, when it ends before it listens */
export async function startServing(
  workspace: TestWorkspace,
  environment: Readonly<Record<string, string>> = {},
  words = 'serve --port 0',
): Promise<Serving> {
  const child = workspace.start(words, environment);
  const closed = once(child, 'close');
  let log = '';
  const listeners = new Set<() => void>();
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
    for (const listener of listeners) listener();
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const [found] = /http:\/\/[\w.:]+/.exec(chunk.toString()) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('close', () => reject(new Error(log)));
  });
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
    child.kill(signal);
    await closed;
    return child.exitCode;
  };
  return {
    url,
    log: () => log,
    says: (said) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!log.includes(said)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
      }),
    post: (path, fields = {}) =>
      fetch(`${url}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' }),
    stop,
    [Symbol.asyncDispose]: async () => void (await stop()),
  };
}
