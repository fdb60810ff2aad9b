import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { composeMessage } from '../../src/delivery/compose-message.ts';
import { HeaderError } from '../../src/delivery/header-error.ts';
import type { Recipient } from '../../src/delivery/recipient.ts';
import { recipient, snapshot } from './sample-mailing.ts';

const messageId = '<0123456789abcdef0123456789abcdef@penny.example>';

async function compose(person: Recipient = recipient()): Promise<string> {
  const { bytes } = await composeMessage({
    snapshot,
    recipient: person,
    messageId,
    date: Date.UTC(2026, 10, 23, 9),
  });
  return Buffer.from(bytes).toString('latin1');
}

describe('a message', () => {
  it.each([
    'Smith, Ann',
    "Shaun O'Neil",
    '李',
    'Jürgen Müßig',
    'דנה לוי',
    'سارة أحمد',
    'Riley 🚀 Park',
    'Ann "AJ" Lee',
    'a'.repeat(200),
  ])('keeps the name %s', async (name) => {
    const source = await compose(recipient({ name }));
    const [one, two] = [await simpleParser(source), await PostalMime.parse(source)];
    const to = [one.to].flat().flatMap((list) => list?.value ?? []);
    expect(to).toMatchObject([{ name, address: 'li@example.net' }]);
    expect(two.to).toMatchObject([{ name, address: 'li@example.net' }]);
    expect(two.from).toMatchObject(snapshot.stationery.from);
    expect(one.text).toContain(`hello ${name}\n.\n..two\n`);
  });

  it('escapes a name in HTML, for text and for attributes, and nowhere else', async () => {
    const name = '<b> "&O\'Neil';
    const mail = await PostalMime.parse(await compose(recipient({ name, firstName: '<i>&' })));
    expect(mail.html).toContain(
      '<p title="&lt;b&gt; &quot;&amp;O&#39;Neil">&lt;b&gt; &quot;&amp;O&#39;Neil</p>',
    );
    expect(mail.text).toContain(`hello ${name}`);
    expect(mail.subject).toBe('hi <i>&');
  });

  it('has each header once, both ways to unsubscribe, and no word of the program', async () => {
    const [head = ''] = (await compose()).split('\r\n\r\n', 1);
    const names = [...head.matchAll(/^([\w-]+):/gm)].map(([, name]) => name?.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(head).toContain(
      '\r\nList-Unsubscribe: <https://penny.example/unsubscribe/token>, <mailto:reply@penny.example?subject=unsubscribe>\r\n',
    );
    expect(head).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(head).toContain(`\r\nMessage-ID: ${messageId}\r\n`);
    expect(head).toContain('\r\nDate: Mon, 23 Nov 2026 09:00:00 +0000\r\n');
    expect(names).not.toContain('x-mailer');
  });

  it('has text before HTML, short lines and nothing but CRLF', async () => {
    const source = await compose();
    expect(source.indexOf('text/plain')).toBeLessThan(source.indexOf('text/html'));
    expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...source.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  it('is the same on every attempt', async () => {
    expect(await compose()).toBe(await compose());
  });

  it.each([{ name: 'a\r\nBcc: e@example.org' }, { firstName: 'a\u0085b' }, { address: 'a@example.com\n' }])(
    'refuses %o',
    async (part) => {
      await expect(compose(recipient(part))).rejects.toThrow(HeaderError);
    },
  );
});
