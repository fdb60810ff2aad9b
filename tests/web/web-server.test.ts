import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { Hono } from 'hono';
import { expect, it, onTestFinished } from 'vitest';
import type { WebEnvironment } from '../../src/web/source-of.ts';
import { type ServerTimes, startWebServer } from '../../src/web/web-server.ts';

const times: ServerTimes = { head: 300, request: 600, answer: 600, farewell: 5_000 };

interface Bench {
  readonly url: string;
  readonly close: () => Promise<void>;
  /** Opens a connection and says that much. */
  readonly open: (said: string) => Promise<Socket>;
}

/** A server that answers, and one address that answers when it is told to. */
async function startBench(
  options: Partial<ServerTimes> = {},
): Promise<Bench & { readonly answer: () => void; readonly asked: Promise<void> }> {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  const app = new Hono<WebEnvironment>();
  app.onError((_, context) => context.text('gone', 400));
  app.get('/', (context) => context.text('hello'));
  app.post('/read', async (context) => context.text(await context.req.text()));
  app.get('/slow', async (context) => {
    asked.resolve();
    await answer.promise;
    return context.text('at last');
  });
  const { url, close } = await startWebServer(app, {
    host: '127.0.0.1',
    port: 0,
    times: { ...times, ...options },
  });
  const sockets: Socket[] = [];
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await close();
  });
  return {
    url,
    close,
    asked: asked.promise,
    answer: answer.resolve,
    open: async (said) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => {});
      sockets.push(socket);
      await once(socket, 'connect');
      socket.write(said);
      return socket;
    },
  };
}

it.each([
  ['a head that never ends', 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '],
  ['a body that never ends', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nemail='],
  ['nothing at all', ''],
])('lets go of a client that sends %s', async (_, said) => {
  const bench = await startBench();
  const socket = await bench.open(said);
  socket.resume();
  await once(socket, 'close');
  expect((await fetch(bench.url)).status).toBe(200);
});

it('serves others while 300 connections are held to keep them out', async () => {
  const bench = await startBench({ head: 60_000, request: 60_000 });
  for (let count = 0; count < 150; count += 1) await bench.open('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
  for (let count = 0; count < 150; count += 1)
    await bench.open('POST /read HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n');
  for (let count = 0; count < 10; count += 1) expect(await (await fetch(bench.url)).text()).toBe('hello');
});

it.each([
  ['a tunnel', 'CONNECT mail.example.com:25 HTTP/1.1\r\nHost: x\r\n\r\n', 405],
  ['a page in HTTP/1.0, without a host', 'GET / HTTP/1.0\r\n\r\n', 200],
  ['a page in HTTP/1.1, without a host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
])('answers whoever asks for %s', async (_, said, status) => {
  const bench = await startBench();
  expect(await text(await bench.open(said))).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
});

it('answers whoever has asked before it stops, and takes nobody new', async () => {
  const bench = await startBench({ request: 60_000 });
  const answered = fetch(`${bench.url}/slow`);
  await bench.asked;
  const closed = bench.close();
  bench.answer();
  expect(await (await answered).text()).toBe('at last');
  await closed;
  await expect(fetch(bench.url)).rejects.toThrow();
});

it('waits for nobody who will not go', async () => {
  const bench = await startBench({ request: 60_000, farewell: 100 });
  const answered = fetch(`${bench.url}/slow`).catch(() => 'cut');
  await bench.asked;
  await bench.close();
  expect(await answered).toBe('cut');
});

it.each([
  ['no request', 'hello\r\n\r\n'],
  ['a head of 20 KB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
])('refuses %s', async (_, said) => {
  const bench = await startBench();
  expect(await text(await bench.open(said))).toMatch(/^HTTP\/1\.1 4\d\d /);
});

it('says in plain words that a port is taken', async () => {
  const bench = await startBench();
  const port = Number(new URL(bench.url).port);
  await expect(startWebServer(new Hono<WebEnvironment>(), { host: '127.0.0.1', port })).rejects.toMatchObject(
    {
      message: `something else uses port ${port}, perhaps another penny serve`,
      hint: expect.stringContaining('--port'),
    },
  );
  await expect(
    startWebServer(new Hono<WebEnvironment>(), { host: '203.0.113.1', port: 0 }),
  ).rejects.toMatchObject({ hint: expect.stringContaining('127.0.0.1') });
});
