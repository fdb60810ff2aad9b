import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compileMessage } from '../../../src/delivery/message/compile-message.ts';
import { createSigner } from '../../../src/delivery/signing/sign-message.ts';
import { verifyMessage } from '../../../src/delivery/signing/verify-message.ts';
import { recipient, snapshot } from '../sample-mailing.ts';
import { makeSigningKey } from './keys.ts';

const key = makeSigningKey();
const person = recipient({ name: 'Jürgen Müßig' });
const messageId = '<0123456789abcdef0123456789abcdef@penny.example>';
const date = Date.UTC(2026, 10, 23, 9);

async function compose(signed: boolean): Promise<string> {
  const signer = signed ? createSigner(key) : undefined;
  const { bytes } = await compileMessage(snapshot, { date, signer }).compose(person, messageId);
  return Buffer.from(bytes).toString('latin1');
}

const verify = (source: string, by = key): boolean =>
  verifyMessage(Buffer.from(source, 'latin1'), createPublicKey(by.key)).isValid;

describe('a signed message', () => {
  it('is the unsigned one with a header in front, the same on every attempt', async () => {
    const [signed, unsigned] = [await compose(true), await compose(false)];
    expect(signed.endsWith(unsigned)).toBe(true);
    expect(signed.slice(0, -unsigned.length)).toMatch(/^DKIM-Signature: (?:[^\r\n]+\r\n\t)+[^\r\n]+\r\n$/);
    expect(await compose(true)).toBe(signed);
  });

  it('has the signature in short lines, with the date of the message, and without a length', async () => {
    const [header = ''] = (await compose(true)).split(/\r\n(?![ \t])/, 1);
    expect(Math.max(...header.split('\r\n').map(({ length }) => length))).toBeLessThan(78);
    const tags = header.replaceAll(/\s/g, '');
    expect(tags).toMatch(/^DKIM-Signature:v=1;a=rsa-sha256;c=relaxed\/relaxed;d=penny\.example;s=penny;/);
    expect(tags).toContain(`;t=${date / 1000};`);
    expect(tags).not.toContain(';l=');
  });

  it('scoreboard 66: signs all that RFC 8058 and Feedback-ID need', async () => {
    const { names } = verifyMessage(Buffer.from(await compose(true), 'latin1'), createPublicKey(key.key));
    const times = (name: string): number => names.filter((one) => one === name).length;
    expect(names).toEqual(
      expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'feedback-id']),
    );
    for (const name of ['to', 'date', 'message-id', 'mime-version', 'content-type', 'reply-to', 'list-id'])
      expect(times(name), name).toBe(1);
    for (const name of ['from', 'subject', 'list-unsubscribe', 'list-unsubscribe-post'])
      expect(times(name), name).toBe(2);
  });

  it('is verified by our own check, and not with another key', async () => {
    const source = await compose(true);
    expect(verify(source)).toBe(true);
    expect(verify(source, makeSigningKey())).toBe(false);
    expect(verify(await compose(false))).toBe(false);
    expect(verify(source.replace('hello', 'hallo'))).toBe(false);
    expect(verify(source.replace('To: ', 'To: x'))).toBe(false);
    expect(verify(`From: eve@example.org\r\n${source}`)).toBe(false);
  });

  it('says nothing of a header that is not there, and keeps one from being added', async () => {
    const headers = 'From: a@penny.example\r\nDate: today\r\n';
    const header = await createSigner(key).sign({ headers, bodyHash: 'x', date: 0 });
    expect(header.replaceAll(/\s/g, '')).toContain(
      ';h=From:From:Subject:Date:List-Unsubscribe:List-Unsubscribe-Post;',
    );
  });

  it('fails aloud when the key cannot sign', async () => {
    const broken = { ...key, key: createPublicKey(key.key) };
    const compiled = compileMessage(snapshot, { date, signer: createSigner(broken) });
    await expect(compiled.compose(person, messageId)).rejects.toThrow();
  });
});
