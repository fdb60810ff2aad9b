import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MailerConnection, MailMessage } from '../../src/delivery/mailer.ts';
import { createSmtpMailer } from '../../src/smtp/smtp-mailer.ts';
import type { SmtpSettings } from '../../src/smtp/smtp-settings.ts';
import { startMisbehavingServer } from '../faults/misbehaving-server.ts';
import { startSmtpSink } from '../journeys/smtp-sink.ts';

const message: MailMessage = {
  messageId: '<1@penny.example>',
  envelope: { from: 'hello@penny.example', to: 'li@example.net' },
  bytes: Buffer.from('Subject: hi\r\n\r\none\r\n.\r\n..two\r\n'),
};

function settings(port: number, part: Partial<SmtpSettings> = {}): SmtpSettings {
  return { host: '127.0.0.1', port, secure: false, loopback: true, ...part };
}

async function connect(port: number, part: Partial<SmtpSettings> = {}): Promise<MailerConnection> {
  const connection = await createSmtpMailer(settings(port, part)).connect();
  if (!('deliver' in connection)) throw new Error(connection.text);
  return connection;
}

/** How often leave for a dot was asked for where it must not be: what it throws would pass for a refusal. */
let asked = 0;
const neverAsked = async (): Promise<void> => {
  asked += 1;
};
beforeEach(() => {
  asked = 0;
});

const large = Buffer.from(`Subject: hi\r\n\r\n${`${'x'.repeat(76)}\r\n`.repeat(200_000)}`);

describe('with a server that behaves', () => {
  it('delivers the bytes as they are, several over one connection, and asks before each dot', async () => {
    await using sink = await startSmtpSink();
    const connection = await connect(Number(new URL(sink.url).port));
    const seen: number[] = [];
    for (const count of [1, 2]) {
      const reply = await connection.deliver(message, async () => {
        seen.push(sink.messages.length);
      });
      expect(reply).toMatchObject({ kind: 'reply', stage: 'dot', code: 250 });
      expect(sink.messages).toHaveLength(count);
    }
    await connection.close();
    expect(seen).toEqual([0, 1]);
    expect(sink.messages.map(({ source }) => source)).toEqual(
      [1, 2].map(() => Buffer.from(message.bytes).toString()),
    );
  });

  it('says that a login was refused', async () => {
    await using sink = await startSmtpSink({ refuseLogin: true });
    const login = { user: 'me', password: 'geheim' };
    const reply = await createSmtpMailer(settings(Number(new URL(sink.url).port), { login })).connect();
    expect(reply).toMatchObject({ kind: 'reply', stage: 'login', code: 535 });
    expect(JSON.stringify(reply)).not.toContain('geheim');
  });
});

describe('with a server that misbehaves', () => {
  it('sends neither password nor message without TLS to another machine', async () => {
    await using server = await startMisbehavingServer({ EHLO: '250-hello\r\n250 AUTH PLAIN LOGIN' });
    const mailer = createSmtpMailer(
      settings(server.port, { loopback: false, login: { user: 'me', password: 'geheim' } }),
    );
    expect(await mailer.connect()).toMatchObject({ stage: 'tls' });
    expect(server.heard.filter((line) => /^(AUTH|MAIL)/.test(line))).toEqual([]);
  });

  it.each([
    ['MAIL', 'mail'],
    ['RCPT', 'rcpt'],
    ['DATA', 'data'],
    ['.', 'dot'],
  ])('reads what it says to %s, and goes on with the next', async (command, stage) => {
    await using server = await startMisbehavingServer({
      [command]: '550-5.1.1 no\r\n550 5.1.1 \u001b[31msuch user',
    });
    const connection = await connect(server.port);
    const reply = await connection.deliver(message, async () => {});
    expect(reply).toMatchObject({
      kind: 'reply',
      stage,
      code: 550,
      enhanced: '5.1.1',
      text: 'no  [31msuch user',
    });
    expect(connection.usable).toBe(true);
    expect(await connection.deliver(message, async () => {})).toMatchObject({ code: 550 });
    await connection.close();
  });

  it.each([
    ['MAIL', false],
    ['RCPT', false],
    ['DATA', false],
    ['.', true],
  ])('knows whether the dot had left when the connection drops at %s', async (command, dot) => {
    await using server = await startMisbehavingServer({ [command]: (socket) => socket.destroy() });
    const connection = await connect(server.port);
    let asked = false;
    const reply = await connection.deliver(message, async () => {
      asked = true;
    });
    expect(reply.kind).toBe('noReply');
    expect(reply.stage === 'dot').toBe(dot);
    expect(asked).toBe(dot);
    expect(connection.usable).toBe(false);
  });

  it('takes the next message after a recipient was refused', async () => {
    const answers = ['550 5.1.1 no such user', '250 ok'];
    await using server = await startMisbehavingServer({
      RCPT: (socket) => socket.write(`${answers.shift()}\r\n`),
    });
    const connection = await connect(server.port);
    const refused = await connection.deliver(message, neverAsked);
    expect(asked).toBe(0);
    expect(refused).toMatchObject({ stage: 'rcpt', code: 550, enhanced: '5.1.1' });
    expect(await connection.deliver(message, async () => {})).toMatchObject({ stage: 'dot', code: 250 });
    await connection.close();
    expect(server.heard.filter((line) => line === '.')).toHaveLength(1);
  });

  it('hears a 451 after the dot', async () => {
    await using server = await startMisbehavingServer({ '.': '451 4.3.0 later' });
    const connection = await connect(server.port);
    const reply = await connection.deliver(message, async () => {});
    expect(reply).toMatchObject({ kind: 'reply', stage: 'dot', code: 451, enhanced: '4.3.0' });
    await connection.close();
  });

  it.each(['', '2', '250', '250 2.0.0 queued as'])(
    'does not take half a line, %j, for an answer to the dot',
    async (half) => {
      await using server = await startMisbehavingServer({ '.': (socket) => socket.end(half) });
      const connection = await connect(server.port);
      expect(await connection.deliver(message, async () => {})).toMatchObject({
        kind: 'noReply',
        stage: 'dot',
      });
      expect(connection.usable).toBe(false);
    },
  );

  it('gives a connection up after 421', async () => {
    await using server = await startMisbehavingServer({
      MAIL: (socket) => socket.end('421 4.7.0 too many messages\r\n'),
    });
    const connection = await connect(server.port);
    expect(await connection.deliver(message, async () => {})).toMatchObject({ stage: 'mail', code: 421 });
    expect(connection.usable).toBe(false);
  });

  it('says so when it is asked to deliver over a connection that was lost meanwhile', async () => {
    await using server = await startMisbehavingServer({ '.': (socket) => socket.end('250 ok\r\n') });
    const connection = await connect(server.port);
    expect(await connection.deliver(message, async () => {})).toMatchObject({ code: 250 });
    const reply = await connection.deliver(message, neverAsked);
    expect(asked).toBe(0);
    expect(reply).not.toHaveProperty('refusedByUs');
    expect(reply).toMatchObject({ kind: 'noReply' });
    expect(reply.stage).not.toBe('dot');
    expect(connection.usable).toBe(false);
  });

  it('never repeats the password that a server quotes', async () => {
    await using server = await startMisbehavingServer({
      EHLO: '250-hello\r\n250 AUTH PLAIN',
      AUTH: '535 5.7.8 geheim is not the password',
    });
    const login = { user: 'me', password: 'geheim' };
    expect(await createSmtpMailer(settings(server.port, { login })).connect()).toMatchObject({
      stage: 'login',
      code: 535,
      text: '… is not the password',
    });
  });

  it('never repeats the password that a server quotes after the login', async () => {
    await using server = await startMisbehavingServer({
      EHLO: '250-hello\r\n250 AUTH PLAIN',
      AUTH: '235 welcome',
      MAIL: '550 5.7.1 geheim may not send',
    });
    const connection = await connect(server.port, { login: { user: 'me', password: 'geheim' } });
    expect(await connection.deliver(message, neverAsked)).toMatchObject({ text: '… may not send' });
    await connection.close();
  });

  it('does not ask for the dot while the server has not taken the whole message', async () => {
    await using server = await startMisbehavingServer({
      DATA: (socket) => {
        socket.write('354 go on\r\n');
        socket.once('data', () => socket.destroy());
      },
    });
    const connection = await connect(server.port);
    const reply = await connection.deliver({ ...message, bytes: large }, neverAsked);
    expect(asked).toBe(0);
    expect(reply).not.toHaveProperty('refusedByUs');
    expect(reply).toMatchObject({ kind: 'noReply', stage: 'body' });
    expect(connection.usable).toBe(false);
  });

  it.each([
    ['552 5.3.4 too large', { kind: 'reply', stage: 'body', code: 552 }],
    ['250 2.0.0 queued', { kind: 'noReply', stage: 'body' }],
  ])('gives the connection up when it says %s in the middle of a message', async (line, expected) => {
    await using server = await startMisbehavingServer({
      DATA: (socket) => {
        socket.write('354 go on\r\n');
        socket.removeAllListeners('data');
        socket.once('data', () => {
          socket.pause();
          socket.write(`${line}\r\n`);
        });
      },
    });
    const connection = await connect(server.port);
    expect(await connection.deliver({ ...message, bytes: large }, neverAsked)).toMatchObject(expected);
    expect(asked).toBe(0);
    expect(connection.usable).toBe(false);
    expect(server.heard).not.toContain('RSET');
  });

  it('resets nothing after an answer to the dot: the transaction is over', async () => {
    await using server = await startMisbehavingServer({ '.': '554 5.7.1 no' });
    const connection = await connect(server.port);
    expect(await connection.deliver(message, async () => {})).toMatchObject({ stage: 'dot', code: 554 });
    expect(connection.usable).toBe(true);
    await connection.close();
    expect(server.heard).not.toContain('RSET');
  });

  it('waits for no answer to QUIT for long', async () => {
    let closed = false;
    await using server = await startMisbehavingServer({
      QUIT: (socket) => {
        socket.once('close', () => {
          closed = true;
        });
      },
    });
    const connection = await connect(server.port);
    await connection.close();
    await expect.poll(() => closed).toBe(true);
  });

  it('does not send what is larger than it takes, and goes on with the next', async () => {
    await using server = await startMisbehavingServer({ EHLO: '250-hello\r\n250 SIZE 100' });
    const connection = await connect(server.port);
    const reply = await connection.deliver({ ...message, bytes: large }, neverAsked);
    expect(reply).toMatchObject({ kind: 'reply', stage: 'mail', code: 552, enhanced: '5.3.4' });
    expect(asked).toBe(0);
    expect(server.heard).toHaveLength(1);
    expect(await connection.deliver(message, async () => {})).toMatchObject({ stage: 'dot', code: 250 });
    await connection.close();
  });

  it.each([
    ['250 hello', { kind: 'reply', stage: 'rcpt', code: 553, enhanced: '5.6.7' }, false],
    ['250-hello\r\n250 SMTPUTF8', { kind: 'reply', stage: 'dot', code: 250 }, true],
  ])('sends an address beyond ASCII only where it is taken: %j', async (hello, expected, sent) => {
    await using server = await startMisbehavingServer({ EHLO: hello });
    const connection = await connect(server.port);
    const envelope = { ...message.envelope, to: 'jürgen@example.net' };
    expect(await connection.deliver({ ...message, envelope }, async () => {})).toMatchObject(expected);
    expect(connection.usable).toBe(true);
    expect(server.heard.some((line) => line.startsWith('MAIL'))).toBe(sent);
    await connection.close();
  });

  it('lets no dot out when it is refused', async () => {
    await using server = await startMisbehavingServer({});
    const connection = await connect(server.port);
    const reply = await connection.deliver(message, async () => {
      throw new Error('not ours any more');
    });
    expect(reply).toMatchObject({ kind: 'noReply', refusedByUs: true });
    await connection.close();
    expect(server.heard).not.toContain('.');
    expect(connection.usable).toBe(false);
  });

  it('lets the dot out only once leave is given', async () => {
    await using server = await startMisbehavingServer({});
    const connection = await connect(server.port);
    let heardMeanwhile: readonly string[] = [];
    const reply = await connection.deliver(message, async () => {
      await pause(20);
      heardMeanwhile = [...server.heard];
    });
    expect(reply).toMatchObject({ stage: 'dot', code: 250 });
    expect(heardMeanwhile.at(-1)).toBe('DATA');
    await connection.close();
  });

  it.each<[string, (socket: Socket) => void]>([
    ['breaks', (socket) => socket.resetAndDestroy()],
    ['is closed', (socket) => socket.end()],
    ['hears 421', (socket) => socket.end('421 4.3.2 shutting down\r\n')],
    ['hears 250', (socket) => socket.write('250 ok\r\n')],
  ])('lets no dot out when the connection %s while leave is awaited', async (_, act) => {
    let socket: Socket | undefined;
    await using server = await startMisbehavingServer({
      DATA: (opened) => {
        socket = opened;
        opened.write('354 go on\r\n');
      },
    });
    const connection = await connect(server.port);
    let given = false;
    const reply = await connection.deliver(message, async () => {
      if (socket !== undefined) act(socket);
      await vi
        .waitUntil(() => !connection.usable || server.heard.includes('.'), { timeout: 500 })
        .catch(() => {});
      given = true;
    });
    expect(given).toBe(true);
    expect(reply).not.toHaveProperty('refusedByUs');
    expect(reply.stage).toBe('body');
    expect(connection.usable).toBe(false);
    expect(server.heard).not.toContain('.');
  });

  it.each([
    ['250-hello\r\n250 SIZE 35882577', 35_882_577],
    ['250-hello\r\n250 SIZE 0', undefined],
    ['250-hello\r\n250 SIZE', undefined],
    ['250 hello', undefined],
  ])('says how large a message may be after %j', async (hello, largest) => {
    await using server = await startMisbehavingServer({ EHLO: hello });
    const connection = await connect(server.port);
    expect(connection.largestMessage).toBe(largest);
    await connection.close();
  });

  it('says where nobody listens', async () => {
    const server = await startMisbehavingServer({});
    const { port } = server;
    await server[Symbol.asyncDispose]();
    expect(await createSmtpMailer(settings(port)).connect()).toMatchObject({
      kind: 'noReply',
      stage: 'connect',
    });
  });
});

describe('with a certificate that nobody vouches for', () => {
  it.each([
    ['STARTTLS', false],
    ['TLS from the first byte', true],
  ])('refuses %s, and says neither password nor message', async (_, secure) => {
    const heard: string[] = [];
    const server = new SMTPServer({
      secure,
      onAuth: (_auth, _session, done) => done(new Error(`${heard.push('AUTH')}`)),
      onMailFrom: (_address, _session, done) => done(new Error(`${heard.push('MAIL')}`)),
    });
    server.on('error', () => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const address = server.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    try {
      const login = { user: 'me', password: 'geheim' };
      const answer = await createSmtpMailer(settings(port, { secure, loopback: false, login })).connect();
      expect(answer).toMatchObject({ kind: 'noReply', stage: 'tls' });
      expect(heard).toEqual([]);
    } finally {
      await new Promise<void>((resolve) => server.close(() => resolve()));
    }
  });
});
