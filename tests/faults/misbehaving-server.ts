import { createServer, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';

/** What was said, and which time this is. */
export interface Turn {
  /** The whole line, such as `RCPT TO:<li@example.net>`; empty at `CONNECT`. */
  readonly line: string;
  /** The connection, from 1. */
  readonly connection: number;
  /** How often this connection has said this command, from 1. */
  readonly nth: number;
}

/** What is done to a connection when a command is heard, instead of an answer. */
export type Misdeed = (socket: Socket, turn: Turn) => void;
export type Answer = string | Misdeed;

/**
 * What the server does when it hears a command: a line to answer with, or a misdeed; of several, one a time over all
 * connections, and after the last one what is usual. `CONNECT` is the moment before the banner, `.` the end of a message.
 */
export type Behaviour = Readonly<Record<string, Answer | readonly Answer[]>>;

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export interface MisbehavingServer extends AsyncDisposable {
  readonly port: number;
  /** Every line that clients sent outside of messages, and `.` for the end of one. */
  readonly heard: readonly string[];
  /** Every message that came to its end, whatever the server answered then. */
  readonly messages: readonly { readonly to: string; readonly source: string }[];
  readonly connections: () => number;
}

const usual: Behaviour = {
  CONNECT: '220 mail.example.com ready',
  EHLO: '250 hello',
  HELO: '250 hello',
  AUTH: '235 2.7.0 welcome',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  '.': '250 ok',
  RSET: '250 ok',
  QUIT: '221 bye',
};

/** A server of lines that says what it was told to say, byte for byte, and counts what it hears. */
export async function startMisbehavingServer(
  behaviour: Behaviour = {},
  certificate?: Certificate,
): Promise<MisbehavingServer> {
  const heard: string[] = [];
  const messages: { to: string; source: string }[] = [];
  const sockets = new Set<Socket>();
  const times = new Map<string, number>();
  let connections = 0;

  const answerTo = (command: string): Answer => {
    const time = times.get(command) ?? 0;
    times.set(command, time + 1);
    const special = behaviour[command];
    const answer = typeof special === 'object' ? special[time] : special;
    return answer ?? lineOf(usual[command]);
  };

  const serve = (opened: Socket, connection: number): void => {
    sockets.add(opened);
    let socket = opened;
    const counts = new Map<string, number>();
    let to = '';
    let source: string[] | undefined;
    let rest = '';

    const act = (command: string, line: string): string => {
      const nth = (counts.get(command) ?? 0) + 1;
      counts.set(command, nth);
      const answer = answerTo(command);
      if (typeof answer === 'string') socket.write(`${answer}\r\n`);
      else answer(socket, { line, connection, nth });
      return typeof answer === 'string' ? answer : '354';
    };

    const hear = (line: string): void => {
      if (source !== undefined && line !== '.') {
        source.push(line);
        return;
      }
      heard.push(line);
      if (line === '.' && source !== undefined) messages.push({ to, source: source.join('\r\n') });
      source = undefined;
      const command = line === '.' ? '.' : (line.split(' ')[0] ?? '').toUpperCase();
      if (command === 'RCPT') to = /<(.*)>/.exec(line)?.[1] ?? '';
      if (command === 'STARTTLS' && certificate !== undefined) secure(certificate);
      else if (act(command, line).startsWith('354') && command === 'DATA') source = [];
    };

    const listen = (): void => {
      socket.on('error', () => {});
      socket.on('data', (chunk: Buffer) => {
        const lines = (rest + chunk.toString('latin1')).split('\r\n');
        rest = lines.pop() ?? '';
        for (const line of lines) hear(line);
      });
    };

    const secure = ({ key, cert }: Certificate): void => {
      socket.write('220 go on\r\n');
      socket.removeAllListeners('data');
      const secureContext = createSecureContext({ key, cert });
      socket = new TLSSocket(socket, { isServer: true, secureContext });
      sockets.add(socket);
      listen();
    };

    listen();
    act('CONNECT', '');
  };

  const server = createServer((socket) => {
    connections += 1;
    serve(socket, connections);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    heard,
    messages,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function lineOf(answer: Behaviour[string] | undefined): string {
  return typeof answer === 'string' ? answer : '500 5.5.2 what';
}
