import { expect, it } from 'vitest';
import { usualTimes } from '../../src/smtp/smtp-times.ts';
import { type Behaviour, startMisbehavingServer } from './misbehaving-server.ts';
import { byteByByte, bytes, flood, hangUp, lastWords, reset, silence, tarpit } from './misdeeds.ts';
import { connectTo, mailerFor, tryOnce, tryToConnect } from './try-once.ts';

const login = { user: 'me', password: 'geheim' };
const withLogin: Behaviour = { EHLO: '250-hello\r\n250 AUTH PLAIN' };

it('scoreboard 28: a port where nobody listens → to be tried again', async () => {
  const server = await startMisbehavingServer();
  await server[Symbol.asyncDispose]();
  const { reply, pause } = await tryToConnect(server.port);
  expect(reply).toMatchObject({ kind: 'noReply', stage: 'connect' });
  expect(pause).toBeUndefined();
});

it.each([
  ['421 4.3.2 try again later', 421, undefined],
  ['554 5.7.1 no mail from you', 554, expect.stringContaining('takes no mail from this computer')],
])('scoreboard 31: a banner of %s → %s', async (banner, code, expected) => {
  await using server = await startMisbehavingServer({ CONNECT: lastWords(`${banner}\r\n`) });
  const { reply, pause } = await tryToConnect(server.port, { login });
  expect(reply).toMatchObject({ kind: 'reply', stage: 'greeting', code });
  expect(pause).toEqual(expected);
  expect(server.heard).toEqual([]);
});

it.each([
  ['421 4.3.2 try again later', 421, undefined],
  ['550 5.7.1 not you', 550, expect.stringContaining('takes no mail from this computer: 550 not you')],
])('EHLO answered with %s → %s', async (line, code, expected) => {
  await using server = await startMisbehavingServer({ EHLO: line, HELO: line });
  const { reply, pause } = await tryToConnect(server.port, { login });
  expect(reply).toMatchObject({ kind: 'reply', stage: 'hello', code });
  expect(pause).toEqual(expected);
  expect(server.heard.some((said) => said.startsWith('AUTH'))).toBe(false);
});

it.each([
  ['535 5.7.8 bad credentials', 535],
  ['534 5.7.9 application password required', 534],
  ['530 5.7.0 not like this', 530],
])(
  'scoreboard 32: a login answered with %s → pause at the first, before any recipient',
  async (line, code) => {
    await using server = await startMisbehavingServer({ ...withLogin, AUTH: line });
    const { reply, pause } = await tryToConnect(server.port, { login });
    expect(reply).toMatchObject({ kind: 'reply', stage: 'login', code });
    expect(pause).toContain('your provider refused the login');
    expect(server.heard.filter((said) => said.startsWith('AUTH'))).toHaveLength(1);
    expect(server.heard.some((said) => said.startsWith('MAIL'))).toBe(false);
  },
);

it('scoreboard 32: a login answered with 454 4.7.0 → to be tried again', async () => {
  await using server = await startMisbehavingServer({ ...withLogin, AUTH: '454 4.7.0 later' });
  const { reply, pause } = await tryToConnect(server.port, { login });
  expect(reply).toMatchObject({ stage: 'login', code: 454 });
  expect(pause).toBeUndefined();
});

it.each([
  // An RST may overtake the news that there is a connection.
  ['scoreboard 43', 'CONNECT', 'greeting|connect'],
  ['scoreboard 44', 'EHLO', 'hello'],
  ['scoreboard 45', 'AUTH', 'login'],
])('%s: a drop at %s → nobody is blamed, and the next connection sends once', async (_, at, stage) => {
  await using server = await startMisbehavingServer({ ...withLogin, [at]: [hangUp, reset] });
  for (const way of [hangUp, reset]) {
    const { reply, pause } = await tryToConnect(server.port, { login });
    expect([way.name, reply]).toMatchObject([
      way.name,
      { kind: 'noReply', stage: expect.stringMatching(`^(${stage})$`) },
    ]);
    expect(pause).toBeUndefined();
  }
  const connection = await connectTo(server.port, { login });
  expect((await tryOnce(connection)).verdict.outcome.state).toBe('accepted');
  await connection.close();
  expect(server.messages).toHaveLength(1);
});

it.each([
  ['an HTTP server', 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'],
  ['a banner of 999', '999 hello\r\n'],
  ['a banner of 250', '250 hello\r\n'],
  ['noise', new Uint8Array([0xff, 0xfe, 0x00, 0x1b, 0x5d, 0x0d, 0x0a])],
])('%s → is no mail server, and hears nothing of us', async (_, said) => {
  await using server = await startMisbehavingServer({ CONNECT: bytes(said) });
  const { reply, pause } = await tryToConnect(server.port, { login });
  expect(reply.stage).toBe('greeting');
  expect(pause).toBeUndefined();
  expect(reply.text).not.toMatch(/\p{Cc}/u);
  expect(server.heard).toEqual([]);
});

it('an HTTP server that waits for us to speak → silence, and no more than the time for it', async () => {
  await using server = await startMisbehavingServer({ CONNECT: silence });
  const { reply } = await tryToConnect(server.port, { login }, { ...usualTimes, opening: 60 });
  expect(reply).toMatchObject({ kind: 'noReply', stage: 'greeting' });
  expect(server.heard).toEqual([]);
});

it.each([
  ['CONNECT', 'opening', 'greeting'],
  ['EHLO', 'opening', 'hello'],
  ['AUTH', 'login', 'login'],
] as const)('a tarpit at %s → given up in time, to be tried again', async (at, name, stage) => {
  await using server = await startMisbehavingServer({ ...withLogin, [at]: tarpit(10) });
  const { reply, pause } = await tryToConnect(server.port, { login }, { ...usualTimes, [name]: 150 });
  expect(reply).toMatchObject({ kind: 'noReply', stage });
  expect(pause).toBeUndefined();
});

it.each(['CONNECT', 'EHLO', 'AUTH'])('scoreboard 57: a reply without end at %s → given up', async (at) => {
  for (const said of ['250-more\r\n', 'x']) {
    await using server = await startMisbehavingServer({ ...withLogin, [at]: flood(said) });
    expect((await tryToConnect(server.port, { login })).reply.kind).toBe('noReply');
  }
});

it('scoreboard 57: a greeting in packets of one byte and two hundred lines of EHLO → understood', async () => {
  const hello = `${'250-hello\r\n'.repeat(199)}250 SIZE 1000000`;
  await using server = await startMisbehavingServer({
    CONNECT: byteByByte('220 ready'),
    EHLO: byteByByte(hello),
  });
  const connection = await connectTo(server.port);
  expect(connection.largestMessage).toBe(1_000_000);
  await connection.close();
});

it('scoreboard 61: a server that knows HELO only → delivered', async () => {
  await using server = await startMisbehavingServer({ EHLO: '502 5.5.2 what' });
  const connection = await connectTo(server.port);
  expect((await tryOnce(connection)).verdict.outcome.state).toBe('accepted');
  await connection.close();
  expect(server.heard.map((line) => line.split(' ')[0])).toEqual([
    'EHLO',
    'HELO',
    'MAIL',
    'RCPT',
    'DATA',
    '.',
    'QUIT',
  ]);
});

it('scoreboard 96: a server that quotes the password, plain or encoded → it is nowhere in what we keep', async () => {
  const encoded = Buffer.from('\0me\0geheim').toString('base64');
  await using server = await startMisbehavingServer({
    ...withLogin,
    AUTH: `535 5.7.8 geheim ${encoded} ${'x'.repeat(460)} geheim`,
  });
  const { reply } = await tryToConnect(server.port, { login });
  expect(reply.text).toMatch(/^… … x/);
  expect(JSON.stringify(reply)).not.toMatch(/gehe|AG1lAG/);
  expect(mailerFor(server.port, { login }).description).not.toContain('geheim');
});
