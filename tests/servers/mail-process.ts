import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { vi } from 'vitest';

/** Milliseconds that a server has to come up, and to end when it is told to. */
const patience = 10_000;
/** Seconds after which a server ends by itself, should its test be killed. */
const longest = '300';

/** A server's processes: a group of their own, which ends as a whole. */
export class MailProcess implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #said = '';

  constructor(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    this.#child = spawn('timeout', [longest, ...words], {
      detached: true,
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (said: Buffer) => {
        this.#said += said.toString();
      });
    this.#ended = once(this.#child, 'close');
  }

  /** Waits until somebody listens at this port of loopback. */
  async takesConnections(port: number): Promise<void> {
    await vi.waitFor(
      async () => {
        const socket = connect(port, '127.0.0.1');
        try {
          await once(socket, 'connect');
        } catch (error) {
          throw new Error(`the server does not listen; it says: ${this.#said}`, { cause: error });
        } finally {
          socket.destroy();
        }
      },
      { timeout: patience, interval: 50 },
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#signal('SIGTERM');
    const late = setTimeout(() => this.#signal('SIGKILL'), patience);
    await this.#ended;
    clearTimeout(late);
  }

  #signal(signal: NodeJS.Signals): void {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    process.kill(-pid, signal);
  }
}
