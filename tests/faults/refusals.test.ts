import { expect, it } from 'vitest';
import { type Answer, type Behaviour, startMisbehavingServer } from './misbehaving-server.ts';
import { byteByByte, bytes, lastWords } from './misdeeds.ts';
import { connectTo, large, message, tryOnce } from './try-once.ts';

const minute = 60_000;

/** What one attempt comes to over one connection whose server answers like this. */
async function tryAgainst(behaviour: Behaviour, sent = message) {
  await using server = await startMisbehavingServer(behaviour);
  const connection = await connectTo(server.port);
  const tried = await tryOnce(connection, sent);
  const { usable } = connection;
  await connection.close();
  return { ...tried, usable, heard: server.heard, messages: server.messages };
}

it.each(['550 5.7.1 not yours', '553 5.1.8 no such domain'])(
  'scoreboard 35: MAIL answered with %s → pause, no recipient marked',
  async (line) => {
    const { verdict, heard } = await tryAgainst({ MAIL: line });
    expect(verdict.outcome).toMatchObject({ state: 'queued', stage: 'mail' });
    expect(verdict.pause).toContain('does not let you send as hello@penny.example');
    expect(heard.some((said) => said.startsWith('RCPT'))).toBe(false);
  },
);

it('scoreboard 36: RCPT answered with 450, then with 250 → deferred by the first step, then accepted', async () => {
  await using server = await startMisbehavingServer({ RCPT: ['450 4.7.1 Greylisted, come back later'] });
  const connection = await connectTo(server.port);
  const { verdict } = await tryOnce(connection);
  expect(verdict.outcome).toMatchObject({ state: 'deferred', dueAt: minute });
  expect(connection.usable).toBe(true);
  const second = await tryOnce(connection, message, { attempt: 2, deferrals: 1 });
  expect(second.verdict.outcome.state).toBe('accepted');
  await connection.close();
  expect(server.messages).toHaveLength(1);
});

it.each([
  ['scoreboard 37', '550 5.1.1 no such user', 'failed', true],
  ['scoreboard 38', '550 5.7.26 unauthenticated mail', 'held', undefined],
  [
    'scoreboard 38',
    '550 5.7.515 sending domain does not meet the required authentication level',
    'held',
    undefined,
  ],
  [
    'scoreboard 39',
    '550 5.2.1 Mailbox unavailable. Your IP is blacklisted using SPAMHAUS-XBL',
    'held',
    undefined,
  ],
  ['scoreboard 40', '452 4.2.2 over quota', 'deferred', undefined],
  ['scoreboard 40', '552 5.2.2 mailbox full', 'deferred', undefined],
])('%s: RCPT answered with %s → %s', async (_, line, state, badAddress) => {
  const { verdict, usable, messages } = await tryAgainst({ RCPT: line });
  expect(verdict.outcome).toMatchObject({ state, stage: 'rcpt' });
  expect(verdict.badAddress).toBe(badAddress);
  expect(verdict).not.toHaveProperty('pause');
  expect(usable).toBe(true);
  expect(messages).toHaveLength(0);
});

it('scoreboard 41: 451 after the dot → deferred, and the transaction is over', async () => {
  const { verdict, messages, heard } = await tryAgainst({ '.': '451 4.3.0 later' });
  expect(verdict.outcome).toMatchObject({ state: 'deferred', stage: 'dot', dueAt: minute });
  expect(messages).toHaveLength(1);
  expect(heard).not.toContain('RSET');
});

it.each(['554 5.7.1 content refused', '554 5.6.0 not conformant', '550 5.7.1 DKIM signature invalid'])(
  'scoreboard 42: %s after the dot → held, and pause at the first',
  async (line) => {
    const { verdict } = await tryAgainst({ '.': line });
    expect(verdict.outcome).toMatchObject({ state: 'held', stage: 'dot' });
    expect(verdict.pause).toContain('your provider refused the message itself');
  },
);

it('scoreboard 56: 421 after every two messages → the third over a new connection, and nobody is blamed', async () => {
  const afterTwo: Answer = (socket, { nth }) => {
    if (nth > 2) socket.end('421 4.7.0 Too many messages in this session\r\n');
    else socket.write('250 ok\r\n');
  };
  await using server = await startMisbehavingServer({ MAIL: afterTwo });
  let connection = await connectTo(server.port);
  for (let sent = 0; sent < 7; ) {
    if (!connection.usable) connection = await connectTo(server.port);
    const { verdict } = await tryOnce(connection);
    if (verdict.outcome.state === 'accepted') sent += 1;
    else
      expect(verdict).toEqual({ outcome: expect.objectContaining({ state: 'queued' }), sessionEnded: true });
  }
  await connection.close();
  expect(server.connections()).toBe(4);
  expect(server.messages).toHaveLength(7);
});

it.each(['MAIL', 'RCPT', 'DATA'])('421 at %s → the session is over, nobody is blamed', async (at) => {
  const { verdict, usable } = await tryAgainst({ [at]: lastWords('421 4.3.2 shutting down\r\n') });
  expect(verdict).toMatchObject({ outcome: { state: 'queued' }, sessionEnded: true });
  expect(usable).toBe(false);
});

it('421 after the dot → refused for now: deferred', async () => {
  const { verdict } = await tryAgainst({ '.': lastWords('421 4.3.0 not now\r\n') });
  expect(verdict.outcome).toMatchObject({ state: 'deferred', stage: 'dot' });
});

it('scoreboard 59: SIZE 1000 and 50 KB → said before anybody is asked, and nothing of it is sent', async () => {
  const bytes = Buffer.from(`Subject: hi\r\n\r\n${`${'x'.repeat(76)}\r\n`.repeat(640)}`);
  await using server = await startMisbehavingServer({ EHLO: '250-hello\r\n250 SIZE 1000' });
  const connection = await connectTo(server.port);
  expect(connection.largestMessage).toBe(1000);
  const { verdict } = await tryOnce(connection, { ...message, bytes });
  expect(verdict.outcome).toMatchObject({ state: 'queued', code: 552, enhanced: '5.3.4' });
  expect(verdict.pause).toContain('too large');
  await connection.close();
  expect(server.heard.map((line) => line.split(' ')[0])).toEqual(['EHLO', 'QUIT']);
});

const jürgen = { ...message, envelope: { ...message.envelope, to: 'jürgen@example.net' } };

it('scoreboard 60: no SMTPUTF8 and jürgen@ → failed without a word to the server, and never suppressed', async () => {
  const { verdict, heard } = await tryAgainst({}, jürgen);
  expect(verdict.outcome).toMatchObject({ state: 'failed', enhanced: '5.6.7' });
  expect(verdict).not.toHaveProperty('badAddress');
  expect(heard.map((line) => line.split(' ')[0])).toEqual(['EHLO', 'QUIT']);
});

it('scoreboard 60: SMTPUTF8 and jürgen@ → delivered', async () => {
  const { verdict, heard } = await tryAgainst({ EHLO: '250-hello\r\n250 SMTPUTF8' }, jürgen);
  expect(verdict.outcome.state).toBe('accepted');
  expect(heard.find((line) => line.startsWith('MAIL'))).toContain(' SMTPUTF8');
});

it('scoreboard 61: no 8BITMIME, no PIPELINING → one command at a time, delivered as it is', async () => {
  const { verdict, messages, heard } = await tryAgainst({});
  expect(verdict.outcome.state).toBe('accepted');
  expect(heard.some((line) => /BODY=|SIZE=/.test(line))).toBe(false);
  expect(messages[0]?.source).toBe('Message-ID: <1@penny.example>\r\nSubject: hi\r\n\r\none\r\n..\r\n...two');
});

it('scoreboard 62: PIPELINING, RCPT 550 and yet DATA 354 → the recipient’s refusal counts, no message', async () => {
  await using server = await startMisbehavingServer({
    EHLO: '250-hello\r\n250 PIPELINING',
    RCPT: ['550 5.1.1 no such user'],
    '.': ['554 5.5.1 no valid recipients'],
  });
  const connection = await connectTo(server.port);
  const { verdict, dotIntended } = await tryOnce(connection);
  expect(verdict).toMatchObject({ outcome: { state: 'failed', code: 550, stage: 'rcpt' }, badAddress: true });
  expect(dotIntended).toBe(false);
  expect(server.messages.map(({ source }) => source)).toEqual(['']);
  expect((await tryOnce(connection)).verdict.outcome.state).toBe('accepted');
  await connection.close();
});

it.each([
  ['MAIL', '550 5.7.1 no', { state: 'queued', stage: 'mail' }],
  ['RCPT', '421 4.3.2 shutting down', { state: 'queued', stage: 'rcpt' }],
])('PIPELINING and a no at %s → told from the others that follow', async (at, line, outcome) => {
  const after = { DATA: '503 5.5.1 what' };
  const { verdict, dotIntended, messages } = await tryAgainst({
    EHLO: '250-hello\r\n250 PIPELINING',
    ...after,
    [at]: line,
  });
  expect(verdict.outcome).toMatchObject(outcome);
  expect(dotIntended).toBe(false);
  expect(messages).toEqual([]);
});

it('scoreboard 63: 421 4.7.28 of one recipient → slower for that provider, and later by a quarter of an hour', async () => {
  const { verdict } = await tryAgainst({ RCPT: lastWords('421-4.7.28 unusual\r\n421 4.7.28 rate\r\n') });
  expect(verdict).toMatchObject({ outcome: { state: 'deferred', dueAt: 15 * minute }, slowDown: true });
});

it.each<[string, Answer]>([
  ['250 ok', '250 ok'],
  ['220 ok', '220 ok'],
  ['334 go on', '334 go on'],
  ['999 what', '999 what'],
  ['354 and 250 in one breath', bytes('354 go on\r\n250 2.0.0 queued\r\n')],
])('%s to DATA instead of 354 → no dot, queued, the connection given up', async (_, answer) => {
  const { verdict, dotIntended, usable, heard, reply } = await tryAgainst({ DATA: answer });
  expect(verdict.outcome.state).toBe('queued');
  expect(reply.stage).toMatch(/^(data|body)$/);
  expect(dotIntended).toBe(false);
  expect(usable).toBe(false);
  expect(heard).not.toContain('.');
});

it.each([
  ['451 4.3.0 later', 'deferred', undefined],
  ['554 5.5.1 no valid recipients', 'queued', expect.stringContaining('refused to take a message')],
])('DATA answered with %s → %s', async (line, state, pause) => {
  const { verdict } = await tryAgainst({ DATA: line });
  expect(verdict.outcome).toMatchObject({ state, stage: 'data' });
  expect(verdict.pause).toEqual(pause);
});

it.each(['MAIL', 'RCPT'])('999 at %s → tells nothing: queued', async (at) => {
  const { verdict } = await tryAgainst({ [at]: '999 what' });
  expect(verdict.outcome.state).toBe('queued');
});

it('999 after the dot → tells nothing: unknown', async () => {
  expect((await tryAgainst({ '.': '999 what' })).verdict.outcome.state).toBe('unknown');
});

it('a 552 in the middle of 20 MB → pause for its size, and the connection given up', async () => {
  const { verdict, usable, dotIntended } = await tryAgainst(
    {
      DATA: (socket) => {
        socket.write('354 go on\r\n');
        socket.removeAllListeners('data');
        socket.once('data', () => {
          socket.pause();
          socket.write('552 5.3.4 too large\r\n');
        });
      },
    },
    large,
  );
  expect(verdict).toMatchObject({ outcome: { state: 'queued', stage: 'body' } });
  expect(verdict.pause).toContain('too large');
  expect([usable, dotIntended]).toEqual([false, false]);
});

it.each<[string, Answer]>([
  ['colours and titles', '550 5.1.1 \u001b[31mno\u001b[0m \u001b]0;gone\u0007 such \u009b2Juser'],
  ['text that runs the other way', '550 5.1.1 no \u202esuch\u2066 user'],
  ['bytes that are no UTF-8', bytes(Buffer.from('550 5.1.1 no such user \xe9\x9b\xff\x00\r\n', 'latin1'))],
  ['links of a terminal', '550 5.1.1 \u001b]8;;https://example.com\u001b\\no such user\u001b]8;;\u001b\\'],
])('scoreboard 97: %s in a reply → inert text, understood all the same', async (_, answer) => {
  const { verdict } = await tryAgainst({ RCPT: answer });
  expect(verdict.badAddress).toBe(true);
  expect(verdict.outcome.text).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
  expect(verdict.outcome.text).toContain('user');
});

it.each<[string, Answer]>([
  ['packets of one byte', byteByByte('550-5.1.1 no such\r\n550 5.1.1 user')],
  ['two hundred lines', `${'550-5.1.1 no such user\r\n'.repeat(199)}550 5.1.1 end`],
  ['a line of 100 KB', `550 5.1.1 no such user ${'x'.repeat(100_000)}`],
  ['line ends without CR', bytes('550-5.1.1 no such\n550 5.1.1 user\n')],
])('scoreboard 57: a reply in %s → understood, and kept short', async (_, answer) => {
  const { verdict, usable } = await tryAgainst({ RCPT: answer });
  expect(verdict).toMatchObject({ outcome: { state: 'failed', enhanced: '5.1.1' }, badAddress: true });
  expect(verdict.outcome.text.length).toBeLessThanOrEqual(500);
  expect(usable).toBe(true);
});
