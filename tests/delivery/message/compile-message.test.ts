import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { HeaderError } from '../../../src/delivery/header-error.ts';
import type { Snapshot } from '../../../src/delivery/mailing.ts';
import { compileMessage, type MessageOptions } from '../../../src/delivery/message/compile-message.ts';
import type { Recipient } from '../../../src/delivery/recipient.ts';
import type { Edition } from '../../../src/render/edition.ts';
import { recipient, snapshot } from '../sample-mailing.ts';

const messageId = '<0123456789abcdef0123456789abcdef@penny.example>';

type Parts = Partial<MessageOptions> & { readonly snapshot?: Snapshot };

async function compose(
  person: Recipient = recipient(),
  { snapshot: given = snapshot, ...part }: Parts = {},
): Promise<string> {
  const compiled = compileMessage(given, { date: Date.UTC(2026, 10, 23, 9), ...part });
  const { bytes } = await compiled.compose(person, messageId);
  return Buffer.from(bytes).toString('latin1');
}

function withEdition(part: Partial<Edition>): { readonly snapshot: Snapshot } {
  return { snapshot: { ...snapshot, edition: { ...snapshot.edition, ...part } } };
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
      '\r\nList-Unsubscribe: <https://penny.example/unsubscribe/token>, <mailto:reply@penny.example?subject=unsubscribe%20token>\r\n',
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

  it('is for a bare address where there is no name', async () => {
    const source = await compose();
    expect(source).toContain('\r\nTo: li@example.net\r\n');
    expect((await PostalMime.parse(source)).to).toMatchObject([{ name: '', address: 'li@example.net' }]);
  });

  it('goes to a domain in its ASCII form, on the envelope as in the header', async () => {
    const person = recipient({ name: 'Jürgen', address: 'Juergen@müßig.example' });
    const { envelope, bytes } = await compileMessage(snapshot, { date: 0 }).compose(person, messageId);
    expect(envelope).toEqual({ from: 'hello@penny.example', to: 'Juergen@xn--mig-5ka8l.example' });
    expect((await PostalMime.parse(bytes)).to?.[0]?.address).toBe(envelope.to);
  });

  it.each([
    'are interviews really a two way street?',
    '“quoted” … and a very long subject that goes on '.repeat(4).trim(),
    '👩‍👩‍👧‍👦 '.repeat(12).trim(),
    'שלום لكل 李 e\u0301',
    ' two  spaces ',
  ])('scoreboard 71: keeps the subject %s', async (subject) => {
    const source = await compose(recipient(), withEdition({ subject: [subject] }));
    expect((await simpleParser(source)).subject).toBe(subject.trim());
    expect((await PostalMime.parse(source)).subject).toBe(subject.trim());
  });

  it('marks a test in its subject', async () => {
    const source = await compose(recipient(), { subjectPrefix: '[test] ' });
    expect((await PostalMime.parse(source)).subject).toBe('[test] hi there');
  });

  it('keeps every sign of a text, encoded so that no line is long and no byte above 127', async () => {
    const text = 'a = b\n\n“ ” ‘ ’ …  \ttab \nFrom here\n.\n-- \n👋🏽 é e\u0301 \u00a0=3D\n';
    const source = await compose(recipient(), withEdition({ text: [text] }));
    const mail = await PostalMime.parse(source);
    expect(mail.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(text.trimEnd());
    expect(source.match(/Content-Transfer-Encoding: quoted-printable/g)).toHaveLength(2);
    const body = source.slice(source.indexOf('\r\n\r\n'));
    expect([...body].every((sign) => sign < '\u0080')).toBe(true);
    expect(Math.max(...body.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
  });

  it('says nothing of one click where people leave by mail only, and leads to the mailbox', async () => {
    const { edition, stationery } = snapshot;
    const html = ['<a href="', { tag: 'unsubscribeUrl' }, '">unsubscribe</a>'];
    const byMail: Snapshot = {
      edition: { ...edition, html, text: ['unsubscribe: ', { tag: 'unsubscribeUrl' }] },
      stationery: { ...stationery, unsubscribe: 'mail' },
    };
    const source = await compose(recipient(), { snapshot: byMail });
    const address = 'mailto:reply@penny.example?subject=unsubscribe%20token';
    expect(source).toContain(`\r\nList-Unsubscribe: <${address}>\r\n`);
    expect(source).not.toMatch(/one-click|https:\/\/penny\.example\/unsubscribe/i);
    const mail = await PostalMime.parse(source);
    expect(mail.html).toContain(`href="${address}"`);
    expect(mail.text).toContain(`unsubscribe: ${address}`);
  });

  it('has the envelope sender that is made for it, and the sender’s address in its head', async () => {
    const options = { date: 0, envelopeFrom: (id: string) => `b-${id.slice(1, 5)}@bounces.penny.example` };
    const { envelope, bytes } = await compileMessage(snapshot, options).compose(recipient(), messageId);
    expect(envelope).toEqual({ from: 'b-0123@bounces.penny.example', to: 'li@example.net' });
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('bounces.penny.example');
  });

  it.each([
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
    ['https://penny.example/a b', 'https://penny.example/a%20b'],
    ['https://penny.example/brief/ü', 'https://penny.example/brief/%C3%BC'],
  ])('leads out of the list in ASCII from a site at %s (RFC 2369 §2, RFC 3986 §2)', async (url, base) => {
    const html = ['<a href="', { tag: 'unsubscribeUrl' }, '">unsubscribe</a>'];
    const source = await compose(recipient(), {
      snapshot: {
        edition: { ...snapshot.edition, html },
        stationery: { ...snapshot.stationery, url },
      },
    });
    expect(source).toContain(`\r\nList-Unsubscribe: <${base}/unsubscribe/token>, <mailto:`);
    const { html: shown } = await PostalMime.parse(source);
    expect(shown).toContain(`href="${base}/unsubscribe/token"`);
  });

  it('leaves a long way to unsubscribe in one piece', async () => {
    const unsubscribeToken = 'x'.repeat(400);
    const source = await compose(recipient({ unsubscribeToken }));
    expect(source).toContain(
      `\r\nList-Unsubscribe: <https://penny.example/unsubscribe/${unsubscribeToken}>, <mailto:`,
    );
    expect((await PostalMime.parse(source)).text).toContain(`/unsubscribe/${unsubscribeToken}`);
  });

  it('scoreboard 92: refuses a line break in the subject', async () => {
    const broken = withEdition({ subject: ['hi ', { tag: 'fields.team' }] });
    const person = recipient({ fields: { team: 'a\nBcc: e@example.org' } });
    await expect(compose(person, broken)).rejects.toThrow(HeaderError);
  });

  it('is the same on every attempt', async () => {
    expect(await compose()).toBe(await compose());
  });

  it.each([{ name: 'a\r\nBcc: e@example.org' }, { firstName: 'a\u0085b' }, { address: 'a@example.com\n' }])(
    'scoreboard 92: refuses %o',
    async (part) => {
      await expect(compose(recipient(part))).rejects.toThrow(HeaderError);
    },
  );
});

describe('a message with pictures', () => {
  it('has them beside its HTML, each once, where every parser finds them', async () => {
    const picture = { contentId: '1.png@pennypost', type: 'image/png', base64: 'iVBORw0KGgo=' };
    const html = ['<img src="cid:1.png@pennypost">', { tag: 'unsubscribeUrl' }];
    const source = await compose(recipient(), withEdition({ html, embedded: [picture] }));
    expect(source.match(/^Content-Type: multipart\/[a-z]+/gm)).toEqual([
      'Content-Type: multipart/alternative',
      'Content-Type: multipart/related',
    ]);
    const [one, two] = [await simpleParser(source, { skipImageLinks: true }), await PostalMime.parse(source)];
    for (const parsed of [one, two]) {
      expect(parsed.html).toContain('cid:1.png@pennypost');
      expect(parsed.text).toContain('hello you');
      expect(parsed.attachments).toHaveLength(1);
    }
    expect(one.attachments[0]).toMatchObject({
      cid: '1.png@pennypost',
      contentType: 'image/png',
      related: true,
    });
    expect(one.attachments[0]?.content.toString('base64')).toBe(picture.base64);
    expect(Math.max(...source.split('\r\n').map(({ length }) => length))).toBeLessThan(999);
  });
});
