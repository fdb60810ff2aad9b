import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authenticate, type DNSResolver } from 'mailauth';
import { describe, expect, it } from 'vitest';
import { compileMessage } from '../../src/delivery/message/compile-message.ts';
import { createSigner } from '../../src/delivery/signing/sign-message.ts';
import { recipient, snapshot } from '../delivery/sample-mailing.ts';
import { makeSigningKey, publicRecord } from '../delivery/signing/keys.ts';
import { describeWithDkimJudge } from '../system.ts';

const key = makeSigningKey();
const record = publicRecord(key);
const compiled = compileMessage(snapshot, { date: Date.UTC(2026, 10, 23, 9), signer: createSigner(key) });
const { bytes } = await compiled.compose(
  recipient({ name: 'Jürgen Müßig' }),
  '<0123456789abcdef0123456789abcdef@penny.example>',
);
const signed = Buffer.from(bytes).toString('latin1');

/** What somebody on the way could do to it. A judge that lets one of these through would let anything through. */
const forgeries: readonly (readonly [string, string])[] = [
  ['a second From', `From: eve@example.org\r\n${signed}`],
  ['a second Subject', `Subject: you have won\r\n${signed}`],
  ['a second List-Unsubscribe', `List-Unsubscribe: <https://example.org/>\r\n${signed}`],
  ['a second List-Unsubscribe-Post', `List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n${signed}`],
  ['another way to unsubscribe', signed.replace('/unsubscribe/token>', '/unsubscribe/other>')],
  ['another List-Unsubscribe-Post', signed.replace('Post: List-Unsubscribe=', 'Post: list-Unsubscribe=')],
  ['another Feedback-ID', signed.replace('Feedback-ID: issue-1', 'Feedback-ID: issue-2')],
  ['another reply address', signed.replace('Reply-To: reply', 'Reply-To: eve')],
  ['another body', signed.replace('hello', 'hallo')],
  ['more body', `${signed}more\r\n`],
];

/** What a transport may do to it: RFC 6376 §3.4 calls that relaxed. */
const transported = signed
  .replace('Subject: ', 'SUBJECT:   ')
  .replace('\r\n.\r\n', ' \r\n.\t\r\n')
  .concat('\r\n\r\n');

const zone: Readonly<Record<string, string>> = {
  'penny._domainkey.penny.example': record,
  'penny.example': 'v=spf1 ip4:192.0.2.1 -all',
  '_dmarc.penny.example': 'v=DMARC1; p=reject; adkim=s; aspf=s',
};

/** Answers from the zone, and from nowhere else. */
const resolver: DNSResolver = async (name, type) => {
  const text = type === 'TXT' ? zone[name] : undefined;
  if (text === undefined) throw Object.assign(new Error(`no ${type} at ${name}`), { code: 'ENOTFOUND' });
  return [[text]];
};

async function judge(message: string) {
  const result = await authenticate(Buffer.from(message, 'latin1'), {
    ip: '192.0.2.1',
    helo: 'mail.penny.example',
    sender: 'hello@penny.example',
    mta: 'mx.example.net',
    resolver,
  });
  const [dkim] = result.dkim.results;
  return { ...result, verdict: dkim?.status.result, dkim };
}

describe('scoreboard 66: mailauth', () => {
  it('verifies the signature, also as a transport may leave it', async () => {
    expect((await judge(signed)).verdict).toBe('pass');
    expect(transported).not.toBe(signed);
    expect((await judge(transported)).verdict).toBe('pass');
  });

  it('finds in h= what one-click unsubscribing and Gmail’s feedback need', async () => {
    const { dkim } = await judge(signed);
    const names = dkim?.signingHeaders?.keys.toLowerCase().split(/\s*:\s*/) ?? [];
    expect(names).toEqual(
      expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'feedback-id']),
    );
  });

  it('scoreboard 69: has SPF, DKIM and DMARC pass, aligned even where that is meant strictly', async () => {
    const { spf, dkim, dmarc } = await judge(signed);
    if (spf === false || dmarc === false) throw new Error('they were not looked at');
    expect(spf.status.result).toBe('pass');
    expect(dkim?.status.result).toBe('pass');
    expect(dmarc.status.result).toBe('pass');
    expect(dmarc.alignment).toMatchObject({
      spf: { result: 'penny.example', strict: true },
      dkim: { result: 'penny.example', strict: true },
    });
  });
});

describe('scoreboard 67: mailauth refuses', () => {
  it.each(forgeries)('%s', async (_, message) => {
    expect(message).not.toBe(signed);
    expect((await judge(message)).verdict).not.toBe('pass');
  });
});

describeWithDkimJudge('python3-dkim', 'scoreboard 66 and 67: python3-dkim', () => {
  const program = `
import sys, dkim
message = sys.stdin.buffer.read()
sys.exit(0 if dkim.verify(message, dnsfunc=lambda name, timeout=5: sys.argv[1].encode()) else 1)`;
  const verify = (message: string): number | null =>
    spawnSync('/usr/bin/python3', ['-c', program, record], { input: Buffer.from(message, 'latin1') }).status;

  it.each([
    ['the message', signed],
    ['what a transport may leave of it', transported],
  ])('verifies %s', (_, message) => expect(verify(message)).toBe(0));

  it.each(forgeries)('refuses %s', (_, message) => expect(verify(message)).toBe(1));

  it('scoreboard 65: reads the signed message without a defect, each header once, in short lines', () => {
    const look = `
import sys, email, email.policy, json
message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
print(json.dumps([len(part.defects) + sum(len(value.defects) for value in part.values()) for part in message.walk()]))
print(json.dumps([name.lower() for name in message.keys()]))`;
    const { stdout } = spawnSync('/usr/bin/python3', ['-c', look], { input: bytes, encoding: 'utf8' });
    const [defects = '', names = ''] = stdout.split('\n');
    expect(JSON.parse(defects)).toEqual([0, 0, 0]);
    expect(new Set(JSON.parse(names)).size).toBe(JSON.parse(names).length);
    expect(JSON.parse(names)).toEqual(expect.arrayContaining(['dkim-signature', 'from', 'feedback-id']));
    expect(Math.max(...signed.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(998);
    expect(signed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describeWithDkimJudge('OpenDKIM', 'scoreboard 66 and 67: OpenDKIM', () => {
  /** Its own words for what it found. */
  function verify(message: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'penny-opendkim-'));
    try {
      const path = (name: string): string => join(folder, name);
      writeFileSync(path('keys'), `penny._domainkey.penny.example ${record}\n`);
      writeFileSync(path('conf'), `Mode v\nSyslog no\nTestPublicKeys ${path('keys')}\n`);
      writeFileSync(path('message.eml'), message, 'latin1');
      const { stdout, stderr } = spawnSync(
        '/usr/sbin/opendkim',
        ['-x', path('conf'), '-t', path('message.eml'), '-vv'],
        { encoding: 'latin1' },
      );
      return /dkim=(\w+)/.exec(stdout + stderr)?.[1] ?? stdout + stderr;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it.each([
    ['the message', signed],
    ['what a transport may leave of it', transported],
  ])('verifies %s', (_, message) => expect(verify(message)).toBe('pass'));

  it.each(forgeries)('refuses %s', (_, message) => expect(verify(message)).not.toBe('pass'));
});
