import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { classifyReply } from '../../src/delivery/classify-reply.ts';
import { type Answer, startMisbehavingServer } from './misbehaving-server.ts';
import { hangUp, inBody, lastWords, reset } from './misdeeds.ts';
import { connectTo, large, message, tryOnce } from './try-once.ts';

const ways: readonly (readonly [string, Answer])[] = [
  ['a FIN', hangUp],
  ['an RST', reset],
];

const places = [
  ['scoreboard 46', 'MAIL', 'mail'],
  ['scoreboard 47', 'RCPT', 'rcpt'],
  ['scoreboard 48', 'DATA', 'data'],
] as const;

it.each(
  places.flatMap(([number, at, stage]) => ways.map(([way, does]) => [number, way, at, stage, does] as const)),
)(
  '%s: %s at %s → queued again, and the second attempt is the only one to arrive',
  async (_number, _way, at, stage, does) => {
    await using server = await startMisbehavingServer({ [at]: [does] });
    const first = await connectTo(server.port);
    const { reply, verdict, dotIntended } = await tryOnce(first);
    expect(reply).toMatchObject({ kind: 'noReply', stage });
    expect(verdict).toMatchObject({ outcome: { state: 'queued' } });
    expect(verdict).not.toHaveProperty('pause');
    expect(dotIntended).toBe(false);
    expect(first.usable).toBe(false);
    const second = await connectTo(server.port);
    expect((await tryOnce(second, message, { attempt: 2 })).verdict.outcome.state).toBe('accepted');
    await second.close();
    expect(server.messages).toHaveLength(1);
  },
);

it.each([
  ['a FIN', (socket: Socket) => void socket.end()],
  ['an RST', (socket: Socket) => void socket.resetAndDestroy()],
])('scoreboard 49: %s in the middle of 20 MB → queued again, 1 at sink', async (_, breaks) => {
  await using server = await startMisbehavingServer({ DATA: [inBody(breaks)] });
  const { reply, verdict, dotIntended } = await tryOnce(await connectTo(server.port), large);
  expect(reply).toMatchObject({ kind: 'noReply', stage: 'body' });
  expect(verdict.outcome.state).toBe('queued');
  expect(dotIntended).toBe(false);
  const second = await connectTo(server.port);
  expect((await tryOnce(second, large, { attempt: 2 })).verdict.outcome.state).toBe('accepted');
  await second.close();
  expect(server.messages).toHaveLength(1);
});

it('an answer before the dot, while the dot is written down → believed, and no dot leaves', async () => {
  const later: Buffer[] = [];
  const refuse = inBody((socket) => {
    socket.on('data', (chunk: Buffer) => later.push(chunk));
    socket.write('552 5.3.4 too big\r\n');
  });
  await using server = await startMisbehavingServer({ DATA: refuse });
  const connection = await connectTo(server.port);
  // The answer is there long before the ledger is done.
  const reply = await connection.deliver(message, () => setTimeout(200));
  expect(reply).toMatchObject({ kind: 'reply', stage: 'body', code: 552 });
  await connection.close();
  expect(Buffer.concat(later).toString()).toBe('');
});

it('scoreboard 49: a break in the middle of a small message → queued or unknown, never 2 at sink', async () => {
  await using server = await startMisbehavingServer({
    DATA: [inBody((socket) => void socket.resetAndDestroy())],
  });
  const { verdict, dotIntended } = await tryOnce(await connectTo(server.port));
  expect(verdict.outcome.state).toBe(dotIntended ? 'unknown' : 'queued');
  expect(server.messages).toHaveLength(0);
});

it.each<[string, string, Answer]>([
  ['scoreboard 50', 'RST right after the dot', reset],
  ['scoreboard 51', 'FIN right after the dot', hangUp],
  ['scoreboard 52', '250 without a line end, then FIN', lastWords('250')],
  ['scoreboard 52', '250 and words without a line end, then FIN', lastWords('250 2.0.0 queued as 4F2A1C0')],
  ['scoreboard 52', 'half a code, then FIN', lastWords('25')],
  ['scoreboard 52', 'the first line of two, then FIN', lastWords('250-2.0.0 queued\r\n')],
])('%s: %s → unknown, 1 at sink', async (_, _name, answer) => {
  await using server = await startMisbehavingServer({ '.': answer });
  const connection = await connectTo(server.port);
  const { reply, verdict } = await tryOnce(connection);
  expect(reply).toMatchObject({ kind: 'noReply', stage: 'dot' });
  expect(verdict).toMatchObject({ outcome: { state: 'unknown' } });
  expect(verdict).not.toHaveProperty('pause');
  expect(connection.usable).toBe(false);
  expect(server.messages).toHaveLength(1);
});

it('scoreboard 8 and 16: the ledger gives no leave → no dot, queued again, nobody is asked to judge', async () => {
  await using server = await startMisbehavingServer();
  const connection = await connectTo(server.port);
  const reply = await connection.deliver(message, async () => {
    throw new Error('disk full');
  });
  expect(reply).toMatchObject({ kind: 'noReply', stage: 'body', refusedByUs: true });
  const context = { dotIntended: false, attempt: 1, deferrals: 0, retry: [], now: 0, jitter: 0 };
  expect(classifyReply(reply, context).outcome.state).toBe('queued');
  await connection.close();
  expect(server.heard).not.toContain('.');
  expect(server.messages).toHaveLength(0);
});

it('scoreboard 55: 250 to the dot, then 421 → accepted, and the next goes over a new connection', async () => {
  await using server = await startMisbehavingServer({
    '.': [(socket) => void socket.end('250 ok\r\n421 4.3.2 goodbye\r\n')],
  });
  const first = await connectTo(server.port);
  expect((await tryOnce(first)).verdict.outcome.state).toBe('accepted');
  await expect.poll(() => first.usable).toBe(false);
  const second = await connectTo(server.port);
  expect((await tryOnce(second)).verdict.outcome.state).toBe('accepted');
  await second.close();
  expect(server.messages).toHaveLength(2);
});

it.each<[string, (socket: Socket) => void]>([
  ['a 421', (socket) => void socket.end('421 4.4.2 idle for too long\r\n')],
  ['a FIN', (socket) => void socket.end()],
  ['an RST', (socket) => void socket.resetAndDestroy()],
  ['a 250 that nobody asked for', (socket) => void socket.write('250 ok\r\n')],
])('%s on an idle connection → it is not used again, and nobody is blamed', async (_, does) => {
  let idle: Socket | undefined;
  await using server = await startMisbehavingServer({
    '.': [
      (socket) => {
        idle = socket;
        socket.write('250 ok\r\n');
      },
    ],
  });
  const connection = await connectTo(server.port);
  expect((await tryOnce(connection)).verdict.outcome.state).toBe('accepted');
  if (idle !== undefined) does(idle);
  await expect.poll(() => connection.usable).toBe(false);
  const { reply, verdict } = await tryOnce(connection);
  expect(reply.kind).toBe('noReply');
  expect(verdict).toMatchObject({ outcome: { state: 'queued' } });
  expect(server.messages).toHaveLength(1);
});
