import { createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

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

export function deliveryKey(messageId: string, address: string): string {
  return `${messageId} ${address}`;
}

/** @param delay milliseconds before the answer to a message */
export async function startCountingSink(delay: () => number): Promise<CountingSink> {
  const received = new Map<string, number>();
  const sockets = new Set<Socket>();
  let listener: (moment: Moment) => void = () => {};
  const session: Session = {
    delay,
    tell: (moment) => listener(moment),
    count(message, address) {
      const [, messageId = ''] = /^message-id: *(\S+)/im.exec(message) ?? [];
      const key = deliveryKey(messageId, address);
      received.set(key, (received.get(key) ?? 0) + 1);
    },
  };
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A killed sender resets its connections: that is what we are here for.
    void serve(socket, session).catch(() => socket.destroy());
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

interface Session {
  readonly delay: () => number;
  readonly tell: (moment: Moment) => void;
  readonly count: (message: string, address: string) => void;
}

const endOfMessage = '\r\n.\r\n';

/** Speaks just enough SMTP, one command after the other however they come in. */
async function serve(socket: Socket, { delay, tell, count }: Session): Promise<void> {
  socket.on('error', () => {});
  socket.write('220 sink\r\n');
  let heard = '';
  let inMessage = false;
  let address = '';
  for await (const chunk of socket) {
    heard += String(chunk);
    for (;;) {
      const end = heard.indexOf(inMessage ? endOfMessage : '\r\n');
      if (end === -1) break;
      const part = heard.slice(0, end);
      heard = heard.slice(end + (inMessage ? endOfMessage : '\r\n').length);
      if (inMessage) {
        inMessage = false;
        count(part, address);
        tell('dot');
        await pause(delay());
        socket.write('250 2.0.0 taken\r\n');
        tell('answered');
        continue;
      }
      const [verb = ''] = part.toUpperCase().split(' ');
      if (verb === 'MAIL') tell('mail');
      if (verb === 'RCPT') {
        address = /<(.*)>/.exec(part)?.[1] ?? '';
        tell('rcpt');
      }
      if (verb === 'DATA') {
        tell('data');
        inMessage = true;
      }
      socket.write(answers[verb] ?? '250 ok\r\n');
    }
  }
}

const answers: Readonly<Record<string, string>> = {
  EHLO: '250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 0\r\n',
  DATA: '354 go on\r\n',
  QUIT: '221 bye\r\n',
};
