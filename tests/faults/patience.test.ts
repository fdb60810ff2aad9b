import type { Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { usualTimes } from '../../src/smtp/smtp-times.ts';
import { type Behaviour, startMisbehavingServer } from './misbehaving-server.ts';
import { flood, inBody, stall, tarpit } from './misdeeds.ts';
import { connectTo, large, message, tryOnce, tryToConnect } from './try-once.ts';

const second = 1_000;
const minute = 60 * second;

afterEach(() => void vi.useRealTimers());

/** Time passes when it is told to, for our own patience; sockets go on as ever. */
function holdTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
}

/** A server that says nothing at one command, and tells when it has come to it. */
function silentAt(command: string): { behaviour: Behaviour; reached: Promise<Socket> } {
  const { promise, resolve } = Promise.withResolvers<Socket>();
  return { behaviour: { [command]: [(socket) => resolve(socket)] }, reached: promise };
}

async function hasSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.finally(() => {
    settled = true;
  });
  for (let turns = 0; turns < 5; turns += 1) await turn();
  return settled;
}

describe('a server that falls silent', () => {
  it.each([
    ['MAIL', 'mail', 5, 'queued'],
    ['RCPT', 'rcpt', 5, 'queued'],
    ['DATA', 'data', 2, 'queued'],
    ['.', 'dot', 10, 'unknown'],
  ])('at %s is given what RFC 5321 §4.5.3.2 grants it, and no more: %s, %i minutes → %s', async (...line) => {
    const [command, stage, minutes, state] = line;
    const { behaviour, reached } = silentAt(command);
    await using server = await startMisbehavingServer(behaviour);
    const connection = await connectTo(server.port);
    holdTime();
    const trying = tryOnce(connection);
    await reached;
    vi.advanceTimersByTime(minutes * minute - second);
    expect(await hasSettled(trying)).toBe(false);
    vi.advanceTimersByTime(2 * second);
    const { reply, verdict } = await trying;
    expect(reply).toEqual({ kind: 'noReply', stage, text: 'the server took too long to answer' });
    expect(verdict.outcome.state).toBe(state);
    expect(connection.usable).toBe(false);
    expect(server.messages).toHaveLength(stage === 'dot' ? 1 : 0);
  });

  it('scoreboard 53: silence after the dot → unknown, 1 at sink', async () => {
    const { behaviour, reached } = silentAt('.');
    await using server = await startMisbehavingServer(behaviour);
    const connection = await connectTo(server.port);
    holdTime();
    const trying = tryOnce(connection);
    await reached;
    vi.advanceTimersByTime(11 * minute);
    expect((await trying).verdict).toMatchObject({ outcome: { state: 'unknown' } });
    expect(server.messages).toHaveLength(1);
  });

  it('scoreboard 54: 250 after 9:59 minutes → accepted', async () => {
    const { behaviour, reached } = silentAt('.');
    await using server = await startMisbehavingServer(behaviour);
    const connection = await connectTo(server.port);
    holdTime();
    const trying = tryOnce(connection);
    const socket = await reached;
    vi.advanceTimersByTime(10 * minute - second);
    socket.write('250 2.0.0 queued as 4F2A1C0\r\n');
    expect((await trying).verdict.outcome).toMatchObject({ state: 'accepted', queueId: '4F2A1C0' });
    expect(connection.usable).toBe(true);
  });

  it('before its banner is given five minutes', async () => {
    const { behaviour, reached } = silentAt('CONNECT');
    await using server = await startMisbehavingServer(behaviour);
    holdTime();
    const trying = tryToConnect(server.port, {}, usualTimes);
    await reached;
    // Until the news that there is a connection has come to us, too.
    expect(await hasSettled(trying)).toBe(false);
    vi.advanceTimersByTime(5 * minute - second);
    expect(await hasSettled(trying)).toBe(false);
    vi.advanceTimersByTime(2 * second);
    expect((await trying).reply).toMatchObject({ kind: 'noReply', stage: 'greeting' });
  });

  it('is not counted while we ourselves take our time with the ledger', async () => {
    await using server = await startMisbehavingServer();
    const connection = await connectTo(server.port);
    holdTime();
    const reply = await connection.deliver(message, async () => {
      vi.advanceTimersByTime(60 * minute);
    });
    expect(reply).toMatchObject({ stage: 'dot', code: 250 });
  });
});

describe('a tarpit, which sends a byte now and then and is never silent', () => {
  it.each([
    ['MAIL', 'command', 'queued'],
    ['RCPT', 'command', 'queued'],
    ['DATA', 'data', 'queued'],
    ['.', 'dot', 'unknown'],
  ])('at %s → given up in total time, %s: %s', async (command, name, state) => {
    for (const start of ['250-', '']) {
      await using server = await startMisbehavingServer({ [command]: tarpit(10, start) });
      const connection = await connectTo(server.port, {}, { ...usualTimes, [name]: 150 });
      const { reply, verdict } = await tryOnce(connection);
      expect(reply).toMatchObject({ kind: 'noReply', text: 'the server took too long to answer' });
      expect(verdict.outcome.state).toBe(state);
      expect(connection.usable).toBe(false);
    }
  });

  it('at RSET → the refusal counts, and the connection is given up', async () => {
    await using server = await startMisbehavingServer({ RCPT: '550 5.1.1 no such user', RSET: tarpit(10) });
    const connection = await connectTo(server.port, {}, { ...usualTimes, command: 150 });
    expect((await tryOnce(connection)).verdict).toMatchObject({ badAddress: true });
    expect(connection.usable).toBe(false);
  });
});

it.each(['MAIL', 'RCPT', 'DATA', '.'])(
  'scoreboard 57: a reply without end at %s → given up with little memory, and no hang',
  async (command) => {
    for (const said of ['250-more\r\n', '250-', 'x']) {
      await using server = await startMisbehavingServer({ [command]: flood(said) });
      const connection = await connectTo(server.port);
      const before = process.memoryUsage().rss;
      const { reply, verdict } = await tryOnce(connection);
      expect(reply.kind).toBe('noReply');
      expect(verdict.outcome.state).toBe(command === '.' ? 'unknown' : 'queued');
      expect(connection.usable).toBe(false);
      expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
    }
  },
);

it('scoreboard 57: a line of 10 MB → capped, nobody is blamed', async () => {
  await using server = await startMisbehavingServer({ RCPT: `550 5.1.1 ${'x'.repeat(10_000_000)}` });
  const connection = await connectTo(server.port);
  const { reply, verdict } = await tryOnce(connection);
  expect(reply).toMatchObject({ kind: 'noReply', stage: 'rcpt' });
  expect(verdict).toMatchObject({ outcome: { state: 'queued' } });
  expect(connection.usable).toBe(false);
});

it('scoreboard 58: no more room in the middle of 20 MB → given up, queued, 1 at sink after the next attempt', async () => {
  await using server = await startMisbehavingServer({ DATA: [inBody(stall)] });
  const stalled = await connectTo(server.port, {}, { ...usualTimes, block: 200 });
  const { reply, verdict, dotIntended } = await tryOnce(stalled, large);
  expect(reply).toMatchObject({ kind: 'noReply', stage: 'body' });
  expect(verdict.outcome.state).toBe('queued');
  expect(dotIntended).toBe(false);
  const next = await connectTo(server.port);
  expect((await tryOnce(next, large, { attempt: 2 })).verdict.outcome.state).toBe('accepted');
  await next.close();
  expect(server.messages).toHaveLength(1);
});

it('a slow server that takes the message bit by bit → waited for, longer than one bit may take', async () => {
  await using server = await startMisbehavingServer({
    DATA: (socket) => {
      socket.write('354 go on\r\n');
      let tooMuch = 0;
      socket.on('data', (chunk: Buffer) => {
        tooMuch += chunk.length;
        if (tooMuch < 2_000_000) return;
        tooMuch = 0;
        socket.pause();
        setTimeout(() => socket.resume(), 60);
      });
    },
  });
  const connection = await connectTo(server.port, {}, { ...usualTimes, block: 500 });
  const started = performance.now();
  expect((await tryOnce(connection, large)).verdict.outcome.state).toBe('accepted');
  expect(performance.now() - started).toBeGreaterThan(500);
  await connection.close();
});

it('answers that each take nearly all their time → waited for, whatever they take together', async () => {
  const order = ['MAIL', 'RCPT', 'DATA', '.'].map((command) => ({ command, ...silentAt(command) }));
  await using server = await startMisbehavingServer(
    Object.fromEntries(order.flatMap(({ behaviour }) => Object.entries(behaviour))),
  );
  const connection = await connectTo(server.port);
  holdTime();
  const trying = tryOnce(connection);
  const granted: Readonly<Record<string, number>> = { DATA: 2, '.': 10 };
  for (const { command, reached } of order) {
    const socket = await reached;
    vi.advanceTimersByTime((granted[command] ?? 5) * minute - second);
    expect(await hasSettled(trying)).toBe(false);
    socket.write(command === 'DATA' ? '354 go on\r\n' : '250 ok\r\n');
  }
  expect((await trying).verdict.outcome.state).toBe('accepted');
});
