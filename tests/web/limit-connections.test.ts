import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { limitConnections } from '../../src/web/limit-connections.ts';

const large = Buffer.alloc(16_000_000);

/** A server that takes four connections; asks it for an address over one of its own. */
async function startSmall() {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  const server = createServer(async ({ url }, response) => {
    if (url === '/slow') {
      asked.resolve();
      await answer.promise;
    }
    response.end(url === '/large' ? large : 'hello');
  });
  limitConnections(server, 4);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const ask = async (path: string) => {
    const socket = connect(address.port, '127.0.0.1').on('error', () => {});
    onTestFinished(() => void socket.destroy());
    await once(socket, 'connect');
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    return socket;
  };
  return { ask, answer: answer.resolve, asked: asked.promise };
}

it('takes the place of somebody who does not read their answer, and of nobody who waits for theirs', async () => {
  const { ask, asked, answer } = await startSmall();
  const slow = await ask('/slow');
  await asked;
  // One byte of each shows that its answer is on the way; the rest is never read.
  for (let count = 0; count < 3; count += 1) {
    const socket = await ask('/large');
    await once(socket, 'readable');
  }
  for (let count = 0; count < 3; count += 1) expect(await text(await ask('/'))).toContain('hello');
  answer();
  expect(await text(slow)).toContain('hello');
});
