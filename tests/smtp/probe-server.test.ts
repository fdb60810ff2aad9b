import { createServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { beforeAll, describe, expect, it } from 'vitest';
import { probeServer } from '../../src/smtp/probe-server.ts';
import type { SmtpSettings } from '../../src/smtp/smtp-settings.ts';
import { startMisbehavingServer } from '../faults/misbehaving-server.ts';
import { startSmtpSink } from '../journeys/smtp-sink.ts';
import { makeCertificate } from './make-certificate.ts';
import { startTlsServer } from './tls-server.ts';

const day = 86_400_000;
const now = Date.now();
/** Certificates count in seconds. */
const until = Math.floor((now + 90 * day) / 1000) * 1000;
const valid = makeCertificate(now - day, until);
const expired = makeCertificate(now - 9 * day, now - day);
const foreign = makeCertificate(now - day, until);

beforeAll(() => setDefaultCACertificates([...getCACertificates(), valid.cert, expired.cert]));

const settings = (port: number, part: Partial<SmtpSettings> = {}): SmtpSettings => ({
  host: '127.0.0.1',
  port,
  secure: false,
  loopback: false,
  login: { user: 'me', password: 'right' },
  ...part,
});

describe.each([
  ['TLS from the first byte', true],
  ['STARTTLS', false],
])('a mail server with %s', (_, secure) => {
  it('is looked at from the certificate to the login, and nobody is mailed', async () => {
    await using server = await startTlsServer({ certificate: valid, secure });
    expect(await probeServer(settings(server.port, { secure }))).toEqual({
      description: `127.0.0.1:${server.port}`,
      loopback: false,
      user: 'me',
      tls: { protocol: 'TLSv1.3', validTo: until },
      size: 5_000_000,
      takesUtf8: true,
    });
    expect(server.mailed).toEqual([]);
  });

  it('refuses a wrong password, which is not told', async () => {
    await using server = await startTlsServer({ certificate: valid, secure });
    const login = { user: 'me', password: 'hunter2' };
    const seen = await probeServer(settings(server.port, { secure, login }));
    expect(seen).toMatchObject({ failure: { kind: 'login' }, size: 5_000_000, tls: { protocol: 'TLSv1.3' } });
    expect(JSON.stringify(seen)).not.toContain('hunter2');
  });

  it('has an expired certificate, and gets no login', async () => {
    await using server = await startTlsServer({ certificate: expired, secure });
    const seen = await probeServer(settings(server.port, { secure }));
    expect(seen).toMatchObject({ failure: { kind: 'expired' } });
  });

  it('has a certificate of nobody we know', async () => {
    await using server = await startTlsServer({ certificate: foreign, secure });
    const seen = await probeServer(settings(server.port, { secure }));
    expect(seen).toMatchObject({ failure: { kind: 'untrusted' } });
  });

  it('has a certificate for another name', async () => {
    await using server = await startTlsServer({ certificate: valid, secure });
    const seen = await probeServer(settings(server.port, { secure, host: '127.0.0.2' }));
    expect(['untrusted', 'unreachable']).toContain(seen.failure?.kind);
  });
});

describe('a mail server', () => {
  it('on this machine may do without TLS and login', async () => {
    await using sink = await startSmtpSink();
    const port = Number(new URL(sink.url).port);
    const { login: _, ...open } = settings(port, { loopback: true });
    const seen = await probeServer(open);
    expect(seen).toMatchObject({ loopback: true });
    expect(seen).not.toHaveProperty('tls');
    expect(seen).not.toHaveProperty('failure');
  });

  it('on this machine that wants TLS before the login is told as that, and not as a wrong password', async () => {
    await using server = await startMisbehavingServer({
      EHLO: '250-hello\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN',
      AUTH: '530 5.7.0 Must issue a STARTTLS command first',
    });
    expect(await probeServer(settings(server.port, { loopback: true }))).toMatchObject({
      failure: { kind: 'TLS first', text: expect.stringContaining('STARTTLS') },
    });
  });

  it('elsewhere without TLS hears no password', async () => {
    await using server = await startMisbehavingServer({ EHLO: '250-hello\r\n250 AUTH PLAIN LOGIN' });
    expect(await probeServer(settings(server.port))).toMatchObject({ failure: { kind: 'no TLS' } });
    expect(server.heard.filter((line) => /^(AUTH|MAIL)/.test(line))).toEqual([]);
  });

  it('that is not there is told', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => free.once('listening', resolve));
    const address = free.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await new Promise((resolve) => free.close(resolve));
    expect(await probeServer(settings(port))).toMatchObject({ failure: { kind: 'unreachable' } });
  });

  it('that never says a word is not waited for', async () => {
    const silent = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const seen = await probeServer(settings(port), { timeout: 100 });
    expect(seen).toMatchObject({ failure: { kind: 'unreachable' } });
    await new Promise((resolve) => silent.close(resolve));
  });
});
