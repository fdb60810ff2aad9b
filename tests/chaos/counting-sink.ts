import { createServer, type Socket } from 'node:net';
import { SinkSession } from './sink-session.ts';

/** What the sink has just heard; `dot` is the end of a message before its answer, `answered` right after it. */
export const moments = ['mail', 'rcpt', 'data', 'dot', 'answered'] as const;
export type Moment = (typeof moments)[number];

/** A mail server of bytes on loopback that counts who got what, whether the sender heard its answer or not. */
export interface CountingSink extends AsyncDisposable {
  readonly url: string;
  /** How many connections are open now. */
  readonly open: number;
  /** How often each message came complete, its final dot included, by `deliveryKey`. */
  readonly received: ReadonlyMap<string, number>;
  /** Tells this listener, and no other from now on, of each moment before anything is answered. */
  listen(listener: (moment: Moment) => void): void;
  /** Starts counting again from nothing. */
  forget(): void;
}

/** What the sink does otherwise than to take everything at once. */
export interface SinkBehaviour {
  /** Milliseconds before the answer to a message. */
  readonly delay?: () => number;
  /** The reply to RCPT. */
  readonly rcpt?: (address: string) => string;
  /** The reply to a message, or to hang up without one. */
  readonly dot?: (address: string) => string | 'hang up';
  /** Whether it asks for a message that is for nobody: none of its recipients was taken. */
  readonly takesAnything?: boolean;
}

export function deliveryKey(messageId: string, address: string): string {
  return `${messageId} ${address}`;
}

export async function startCountingSink(behaviour: SinkBehaviour = {}): Promise<CountingSink> {
  const received = new Map<string, number>();
  const sockets = new Set<Socket>();
  let listener: (moment: Moment) => void = () => {};
  const session = {
    behaviour,
    tell: (moment: Moment) => listener(moment),
    count(message: string, address: string) {
      const [, messageId = ''] = /^message-id: *(\S+)/im.exec(message) ?? [];
      const key = deliveryKey(messageId, address);
      received.set(key, (received.get(key) ?? 0) + 1);
    },
  };
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A killed sender resets its connections: that is what we are here for.
    void new SinkSession(socket, session).serve().catch(() => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    get open() {
      return sockets.size;
    },
    received,
    listen(next) {
      listener = next;
    },
    forget: () => received.clear(),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
