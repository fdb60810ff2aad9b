import { createServer, type Socket } from 'node:net';

export interface MisbehavingServer extends AsyncDisposable {
  readonly port: number;
  /** Every line that clients sent outside of messages, and `.` for the end of one. */
  readonly heard: readonly string[];
}

/** What the server does when it hears a command: the line to answer with, or what to do to the connection. */
export type Behaviour = Readonly<Record<string, string | ((socket: Socket) => void)>>;

/** A server of lines that says what it was told to say, byte for byte; `.` names the end of a message. */
export async function startMisbehavingServer(behaviour: Behaviour): Promise<MisbehavingServer> {
  const usual: Behaviour = {
    EHLO: '250 hello',
    MAIL: '250 ok',
    RCPT: '250 ok',
    DATA: '354 go on',
    '.': '250 ok',
    RSET: '250 ok',
    QUIT: '221 bye',
  };
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let inMessage = false;
    let rest = '';
    socket.on('error', () => {});
    socket.write('220 ready\r\n');
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (inMessage && line !== '.') continue;
        heard.push(line);
        const command = line === '.' ? '.' : (line.split(' ')[0] ?? '').toUpperCase();
        const answer = behaviour[command] ?? usual[command] ?? '500 what';
        inMessage = command === 'DATA' && (typeof answer !== 'string' || answer.startsWith('354'));
        if (typeof answer === 'string') socket.write(`${answer}\r\n`);
        else answer(socket);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    heard,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
