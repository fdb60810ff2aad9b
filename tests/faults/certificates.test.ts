import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Behaviour, startMisbehavingServer } from './misbehaving-server.ts';
import { hangUp, reset, silence } from './misdeeds.ts';
import { briefGoodbye, connectTo, tryOnce, tryToConnect } from './try-once.ts';

function read(name: string): string {
  return readFileSync(join(import.meta.dirname, 'certificates', `${name}.pem`), 'utf8');
}

const trusted = getCACertificates('default');
beforeAll(() => setDefaultCACertificates([read('ca')]));
afterAll(() => setDefaultCACertificates(trusted));

const login = { user: 'me', password: 'geheim' };
const elsewhere = { login, loopback: false };
const key = read('key');
const secured: Behaviour = { EHLO: ['250-hello\r\n250 STARTTLS', '250-hello\r\n250 AUTH PLAIN'] };

/** No line of ours but those that ask for TLS: neither password nor recipient. */
const harmless = /^(EHLO|STARTTLS|QUIT)/;

it('a server with a good certificate → logged in and delivered over TLS', async () => {
  await using server = await startMisbehavingServer(secured, { key, cert: read('good') });
  const connection = await connectTo(server.port, elsewhere);
  expect((await tryOnce(connection)).verdict.outcome.state).toBe('accepted');
  await connection.close();
  expect(server.heard.map((line) => line.split(' ')[0])).toEqual([
    'EHLO',
    'STARTTLS',
    'EHLO',
    'AUTH',
    'MAIL',
    'RCPT',
    'DATA',
    '.',
    'QUIT',
  ]);
});

it.each<[string, Behaviour]>([
  ['is not offered', { EHLO: '250-hello\r\n250 AUTH PLAIN' }],
  ['is refused', { EHLO: '250-hello\r\n250-STARTTLS\r\n250 AUTH PLAIN', STARTTLS: '502 5.5.1 no' }],
])('scoreboard 33: STARTTLS %s → pause; neither password nor message in clear text', async (_, behaviour) => {
  await using server = await startMisbehavingServer(behaviour);
  const { reply, pause } = await tryToConnect(server.port, elsewhere);
  expect(reply).toMatchObject({ kind: 'reply', stage: 'tls' });
  expect(pause).toContain('no safe connection to your provider');
  expect(server.heard.filter((line) => !harmless.test(line))).toEqual([]);
});

it('scoreboard 33: STARTTLS answered with 454 → to be tried again, in clear text never', async () => {
  await using server = await startMisbehavingServer({ ...secured, STARTTLS: '454 4.7.0 not now' });
  const { reply, pause } = await tryToConnect(server.port, elsewhere);
  expect(reply).toMatchObject({ stage: 'tls', code: 454 });
  expect(pause).toBeUndefined();
  expect(server.heard.filter((line) => !harmless.test(line))).toEqual([]);
});

it.each([
  ['expired', /certificate has expired/],
  ['other', /altnames|does not match/],
])(
  'scoreboard 34: a certificate that is “%s” → pause that names it, and nothing is said',
  async (name, words) => {
    await using server = await startMisbehavingServer(secured, { key, cert: read(name) });
    const { reply, pause } = await tryToConnect(server.port, elsewhere);
    expect(reply).toMatchObject({ kind: 'noReply', stage: 'tls' });
    expect(pause).toMatch(words);
    expect(pause).toContain('no safe connection to your provider');
    expect(server.heard.filter((line) => !harmless.test(line))).toEqual([]);
  },
);

it('scoreboard 34: a certificate that nobody vouches for → pause that says so', async () => {
  setDefaultCACertificates(trusted);
  try {
    await using server = await startMisbehavingServer(secured, { key, cert: read('good') });
    const { reply, pause } = await tryToConnect(server.port, elsewhere);
    expect(reply).toMatchObject({ kind: 'noReply', stage: 'tls' });
    expect(pause).toMatch(/certificate/);
    expect(server.heard.filter((line) => !harmless.test(line))).toEqual([]);
  } finally {
    setDefaultCACertificates([read('ca')]);
  }
});

it.each([
  ['a FIN', hangUp],
  ['an RST', reset],
  ['silence', silence],
])('%s in the middle of STARTTLS → to be tried again, and nothing is said', async (_, misdeed) => {
  await using server = await startMisbehavingServer({
    ...secured,
    STARTTLS: (socket, turn) => {
      socket.write('220 go on\r\n');
      socket.removeAllListeners('data');
      socket.once('data', () => misdeed(socket, turn));
    },
  });
  const { reply, pause } = await tryToConnect(server.port, elsewhere, { ...briefGoodbye, opening: 400 });
  expect(reply).toMatchObject({ kind: 'noReply', stage: 'tls' });
  expect(pause).toBeUndefined();
  expect(server.heard).toEqual(['EHLO', 'STARTTLS'].map((verb) => expect.stringMatching(`^${verb}`)));
});

it('clear text where TLS has to come first → pause', async () => {
  await using server = await startMisbehavingServer();
  const { reply, pause } = await tryToConnect(server.port, { ...elsewhere, secure: true });
  expect(reply).toMatchObject({ kind: 'noReply', stage: 'tls' });
  expect(pause).toContain('no safe connection to your provider');
  expect(server.heard.filter((line) => /AUTH|MAIL|geheim/.test(line))).toEqual([]);
});

it('what a server says in clear text behind its 220 → is not taken for an answer under TLS', async () => {
  await using server = await startMisbehavingServer({
    ...secured,
    STARTTLS: '220 go on\r\n250-injected\r\n250 AUTH PLAIN',
  });
  const { reply } = await tryToConnect(server.port, elsewhere, { ...briefGoodbye, opening: 400 });
  expect(reply).toMatchObject({ stage: 'tls' });
  expect(server.heard.filter((line) => /^AUTH/.test(line))).toEqual([]);
});
