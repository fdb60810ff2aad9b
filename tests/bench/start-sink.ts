import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Sink extends AsyncDisposable {
  readonly port: number;
}

/** Starts a mail server of bytes beside this process; every reply comes after `delay` milliseconds. */
export async function startSink(delay = 0): Promise<Sink> {
  const script = fileURLToPath(new URL('sink-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, String(delay)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  return {
    port: Number(String(line)),
    async [Symbol.asyncDispose]() {
      child.kill();
      await once(child, 'exit');
    },
  };
}
