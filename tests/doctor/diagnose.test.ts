import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/doctor/diagnose.ts';
import type { Examination, ServerObservation } from '../../src/doctor/examination.ts';
import { makeSigningKey, publicRecord } from '../delivery/signing/keys.ts';
import { examination, goodZone, nameServer, server, troubles, type Zone } from './samples.ts';

const signingKey = makeSigningKey();
const zone: Zone = { ...goodZone, 'TXT penny._domainkey.penny.example': [publicRecord(signingKey)] };

const diagnoseWith = (part: Partial<Examination> = {}, others: Zone = {}) =>
  diagnose(examination({ signingKey, ...part }), nameServer({ ...zone, ...others }));

const { now } = examination();
const day = 86_400_000;
const withServer = (part: Partial<ServerObservation>): Partial<Examination> => ({
  server: { ...server, ...part },
});
const certificate = (validTo: number) => withServer({ tls: { protocol: 'TLSv1.3', validTo } });
const { tls: _, ...clear } = server;

describe('a set-up', () => {
  it('with which nothing is wrong is told check by check', async () => {
    const checks = await diagnoseWith();
    expect(troubles(checks)).toEqual([]);
    expect(checks.map(({ name }) => name)).toEqual([
      'configuration',
      ...['mail server', 'tls', 'certificate', 'login', 'size'],
      ...['signing key', 'spf', 'dkim', 'dmarc', 'alignment', 'from', 'reply address', 'bounces'],
      ...['unsubscribe', 'clock', 'disk', 'database', 'never-name list'],
    ]);
    expect(checks.filter(({ hint }) => hint !== '')).toEqual([]);
  });

  it.each<[string, Partial<Examination>, string[]]>([
    ['a site without https', { url: 'http://penny.example' }, ['configuration: error']],
    [
      'a sender without a postal address',
      { sender: { address: 'hello@penny.example', replyTo: 'hello@penny.example' } },
      ['configuration: error'],
    ],
    [
      'settings that lead to no server',
      { server: { problem: 'no password', hint: 'set it' } },
      ['mail server: error'],
    ],
    [
      'a server that is not there',
      withServer({ failure: { kind: 'unreachable', text: '' } }),
      ['mail server: error'],
    ],
    [
      'a server that wants no clients',
      withServer({ failure: { kind: 'refused', text: '554' } }),
      ['mail server: error'],
    ],
    ['a refused login', withServer({ failure: { kind: 'login', text: '535' } }), ['login: error']],
    [
      'a server that wants TLS before the login',
      withServer({ failure: { kind: 'TLS first', text: '530' } }),
      ['tls: error'],
    ],
    ['a server without TLS', { server: { ...clear, failure: { kind: 'no TLS', text: '' } } }, ['tls: error']],
    [
      'clear text on this machine',
      { server: { ...clear, loopback: true } },
      ['tls: note', 'reverse dns: note'],
    ],
    [
      'an expired certificate',
      { server: { ...clear, failure: { kind: 'expired', text: '' } } },
      ['certificate: error'],
    ],
    [
      'a foreign certificate',
      { server: { ...clear, failure: { kind: 'untrusted', text: '' } } },
      ['certificate: error'],
    ],
    ['a certificate that ends today', certificate(now), ['certificate: error']],
    ['a certificate that ends in 13 days', certificate(now + 13 * day), ['certificate: warning']],
    ['a certificate that ends in 14 days', certificate(now + 14 * day), []],
    ['a server for short messages', withServer({ size: 100_000 }), ['size: error']],
    ['a server for messages without pictures', withServer({ size: 1_000_000 }), ['size: warning']],
    ['a server for ASCII', withServer({ takesUtf8: false }), ['addresses: note']],
    [
      'a site that is down',
      { endpoint: { failure: 'no-answer', detail: '' } },
      ['unsubscribe: error', 'clock: note'],
    ],
    ['a proxy with nothing behind it', { endpoint: { status: 502, isOurs: false } }, ['unsubscribe: error']],
    ['another site', { endpoint: { status: 404, isOurs: false } }, ['unsubscribe: warning']],
    ['penny serve, asked for nobody', { endpoint: { status: 404, isOurs: true } }, []],
    [
      'a clock six minutes ahead',
      { endpoint: { status: 200, isOurs: true, clock: { theirs: now, ours: now + 360_000 } } },
      ['clock: error'],
    ],
    [
      'a clock six minutes behind',
      { endpoint: { status: 200, isOurs: true, clock: { theirs: now, ours: now - 360_000 } } },
      ['clock: error'],
    ],
    ['a full disk', { database: { ...examination().database, free: 63_999_999 } }, ['disk: error']],
    [
      'scoreboard 98: a database that others can read',
      { database: { ...examination().database, openToOthers: ['.penny/penny.db'] } },
      ['database: error'],
    ],
    [
      'a database that cannot be written',
      { database: { ...examination().database, trouble: { problem: 'no', hint: 'yes' } } },
      ['database: error'],
    ],
    ['an empty list of names', { neverNames: 0 }, ['never-name list: note']],
  ])('finds %s, with what to do', async (_name, part, expected) => {
    const checks = await diagnoseWith(part);
    expect(troubles(checks)).toEqual(expected);
    for (const { state, hint } of checks)
      if (state === 'error' || state === 'warning') expect(hint).not.toBe('');
  });

  it.each(['gmail.com', 'googlemail.com', 'yahoo.co.uk', 'outlook.com', 'GMX.de', 'hotmail.com.br'])(
    'finds a sender at %s',
    async (domain) => {
      const address = `penny@${domain}`;
      const checks = await diagnoseWith({
        sender: { address, replyTo: 'hello@penny.example', postalAddress: 'x' },
      });
      expect(checks.find(({ name }) => name === 'from')).toMatchObject({
        state: 'error',
        hint: 'set sender.address to one of a domain of your own',
      });
    },
  );

  it('is not sure of a sender at a domain that only looks like one of those', async () => {
    const sender = { ...examination().sender, address: 'penny@terra.jobs' };
    const checks = await diagnoseWith({ sender });
    expect(checks.find(({ name }) => name === 'from')).toMatchObject({ state: 'warning' });
  });

  it.each([
    ['do_not_reply@penny.example', {}, 'warning'],
    ['noreply@penny.example', {}, 'warning'],
    ['do-not-reply@penny.example', {}, 'warning'],
    ['no_reply+news@penny.example', {}, 'warning'],
    ['norepl@penny.example', {}, 'ok'],
    ['hello@penny.example', { 'MX penny.example': [''] }, 'error'],
    ['hello@penny.example', { 'MX penny.example': 'none' }, 'error'],
    ['hello@penny.example', { 'MX penny.example': 'none', 'A penny.example': ['192.0.2.1'] }, 'ok'],
    ['hello@penny.example', { 'MX penny.example': 'failed' }, 'warning'],
  ] as const)('judges answers to %s with %o: %s', async (replyTo, others, state) => {
    const sender = { ...examination().sender, replyTo };
    const checks = await diagnoseWith({ sender }, others);
    expect(checks.find(({ name }) => name === 'reply address')?.state).toBe(state);
  });

  it('looks at reverse DNS only where the server is on this machine', async () => {
    const asked = { 'A mail.penny.example': ['192.0.2.1', '2001:db8::1'] };
    const loopback = withServer({ loopback: true });
    const both = {
      ...asked,
      'PTR 192.0.2.1': ['mail.penny.example'],
      'PTR 2001:db8::1': ['Mail.penny.example'],
    };
    expect(troubles(await diagnoseWith(loopback, both))).toEqual([]);
    const one = { ...both, 'PTR 2001:db8::1': ['host.example.com'] };
    const told = (await diagnoseWith(loopback, one)).find(({ name }) => name === 'reverse dns');
    expect(told).toMatchObject({ state: 'note', hint: expect.stringContaining('2001:db8::1') });
    expect((await diagnoseWith({}, one)).map(({ name }) => name)).not.toContain('reverse dns');
  });
});

describe('a workspace without a mail server', () => {
  const { server: _server, signingKey: _key, ...outbox } = examination({ url: 'http://penny.example' });

  it('is told what is skipped, and that the rest does not matter yet', async () => {
    const checks = await diagnose(
      { ...outbox, endpoint: { failure: 'unknown-host', detail: '' } },
      nameServer({}),
    );
    expect(checks.filter(({ state }) => state === 'error' || state === 'warning')).toEqual([]);
    expect(checks.find(({ name }) => name === 'mail server')).toMatchObject({
      state: 'note',
      detail: expect.stringContaining('skipped'),
    });
    expect(troubles(checks)).toEqual(
      expect.arrayContaining(['spf: note', 'dmarc: note', 'unsubscribe: note']),
    );
  });

  it('is still told that its key or its database is of no use', async () => {
    const checks = await diagnose(
      {
        ...outbox,
        signingKey: { problem: 'is not there', hint: 'make it' },
        database: { ...outbox.database, free: 0 },
      },
      nameServer({}),
    );
    expect(troubles(checks)).toEqual(expect.arrayContaining(['signing key: error', 'disk: error']));
  });
});
