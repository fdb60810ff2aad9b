import { describe, expect, it } from 'vitest';
import type { MailerConnection, MailMessage } from '../../src/delivery/mailer.ts';
import { createSmtpMailer } from '../../src/smtp/smtp-mailer.ts';
import type { SmtpSettings } from '../../src/smtp/smtp-settings.ts';
import { startSmtpSink } from '../journeys/smtp-sink.ts';
import { startMisbehavingServer } from './misbehaving-server.ts';

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

describe('with a server that behaves', () => {
  it('delivers the bytes as they are, several over one connection, and asks before each dot', async () => {
    await using sink = await startSmtpSink();
    const connection = await connect(Number(new URL(sink.url).port));
    const seen: number[] = [];
    for (const count of [1, 2]) {
      const reply = await connection.deliver(message, () => seen.push(sink.messages.length));
      expect(reply).toMatchObject({ kind: 'reply', stage: 'dot', code: 250 });
      expect(sink.messages).toHaveLength(count);
    }
    await connection.close();
    expect(seen).toEqual([0, 1]);
    expect(sink.messages.map(({ source }) => source.replaceAll('\r\n', '\n').trim())).toEqual(
      [1, 2].map(() => 'Subject: hi\n\none\n.\n..two'),
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
    const reply = await connection.deliver(message, () => {});
    expect(reply).toMatchObject({
      kind: 'reply',
      stage,
      code: 550,
      enhanced: '5.1.1',
      text: 'no  [31msuch user',
    });
    expect(connection.usable).toBe(true);
    expect(await connection.deliver(message, () => {})).toMatchObject({ code: 550 });
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
    const reply = await connection.deliver(message, () => {
      asked = true;
    });
    expect(reply.kind).toBe('noReply');
    expect(reply.stage === 'dot').toBe(dot);
    expect(asked).toBe(dot);
    expect(connection.usable).toBe(false);
  });

  it('lets no dot out when it is refused', async () => {
    await using server = await startMisbehavingServer({});
    const connection = await connect(server.port);
    const reply = await connection.deliver(message, () => {
      throw new Error('not ours any more');
    });
    expect(reply).toMatchObject({ kind: 'noReply', refusedByUs: true });
    await connection.close();
    expect(server.heard).not.toContain('.');
    expect(connection.usable).toBe(false);
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
