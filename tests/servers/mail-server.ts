import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';

/** A real mail server on loopback, which delivers into maildirs. */
export interface MailServer extends AsyncDisposable {
  readonly port: number;
  /** For SMTP_URL: clear text. */
  readonly url: string;
  /** What it has logged so far. */
  log(): string;
  /** The messages in somebody's mailbox, as they lie there. */
  messagesOf(address: string): readonly string[];
  /** Waits until nothing is left in the queue. */
  deliversAll(): Promise<void>;
}

/** Where a server keeps things. */
export interface ServerPlaces {
  readonly port: number;
  readonly log: string;
  /** The folders in which a message is that was taken and not delivered. */
  readonly queues: readonly string[];
  /** The maildir of each address. */
  readonly mailboxes: ReadonlyMap<string, string>;
}

/** The maildirs that a server is to make below this folder, one for each address. */
export function placeMailboxes(folder: string, addresses: readonly string[]): Map<string, string> {
  return new Map(addresses.map((address, index) => [address, join(folder, `mailbox-${index}`)]));
}

/** A running server, which ends with what it is made of. */
export function openServer(
  { port, log, queues, mailboxes }: ServerPlaces,
  parts: AsyncDisposableStack,
): MailServer {
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    log: () => readFileSync(log, 'utf8'),
    messagesOf(address) {
      const box = join(mailboxes.get(address) ?? '', 'new');
      return existsSync(box) ? readdirSync(box).map((name) => readFileSync(join(box, name), 'utf8')) : [];
    },
    deliversAll: () =>
      vi.waitFor(
        () => {
          const left = queues.reduce((sum, queue) => sum + countFiles(queue), 0);
          if (left > 0) throw new Error(`${left} files are still in the queue`);
        },
        { timeout: 60_000, interval: 100 },
      ),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

function countFiles(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}
