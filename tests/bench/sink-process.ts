/**
 * A mail server of bytes on loopback, in a process of its own so that it takes no time from whoever is measured. Prints
 * its port; answers each reply after as many milliseconds as its first argument says.
 */
import { createServer, type Socket } from 'node:net';

const delay = Number(process.argv[2] ?? 0);
const endOfMessage = Buffer.from('\r\n.\r\n');

const answers: Readonly<Record<string, string>> = {
  EHLO: '250-sink\r\n250 8BITMIME\r\n',
  MAIL: '250 ok\r\n',
  RCPT: '250 ok\r\n',
  DATA: '354 go on\r\n',
  RSET: '250 ok\r\n',
  QUIT: '221 bye\r\n',
};

/** The clients here wait for each answer: what comes is one command, or a part of one message. */
function serve(socket: Socket): void {
  let inMessage = false;
  let tail = Buffer.alloc(0);
  const answer = (text: string): void => {
    if (delay === 0) socket.write(text);
    else setTimeout(() => socket.write(text), delay);
  };
  socket.on('error', () => {});
  answer('220 sink\r\n');
  socket.on('data', (chunk) => {
    if (inMessage) {
      const end = Buffer.concat([tail, chunk.subarray(-endOfMessage.length)]).subarray(-endOfMessage.length);
      tail = Buffer.from(end);
      if (!end.equals(endOfMessage)) return;
      inMessage = false;
      answer('250 2.0.0 taken\r\n');
      return;
    }
    const verb = chunk.toString('latin1', 0, 4).toUpperCase();
    inMessage = verb === 'DATA';
    tail = Buffer.alloc(0);
    answer(answers[verb] ?? '500 what\r\n');
  });
}

const server = createServer({ noDelay: true }, serve);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : 0}\n`);
});
