import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPreviewSource } from '../../../src/cli/previewing/preview-source.ts';
import type { Letter } from '../../../src/preview/letter.ts';
import type { PreviewSource, RenderedIssue } from '../../../src/preview/preview-source.ts';
import type { Reader } from '../../../src/preview/reader.ts';
import { loadWorkspace } from '../../../src/workspace/load-workspace.ts';
import { makePem } from '../../delivery/signing/keys.ts';
import { callPenny } from '../call-penny.ts';

const settings =
  'name: penny\nurl: https://penny.example\nsender: {name: penny, address: hello@penny.example, postalAddress: 1 Market St}\n';

const issue = `---
title: two way street
subject: hi {{firstName|there}}
preheader: for {{name|you}}
number: 1
date: 2026-11-23
---

---open role
title: vp of sales
apply: https://jobs.example.com/vp
---

- series a

---active candidate
title: vp of sales
---

- 15 years in sales

---penny for my thoughts
---

dear {{firstName|reader}} in {{fields.city|your city}}, see [my notes](https://notes.penny.example/hiring?a=1&b=2).
`;

let folder: string;
let source: PreviewSource;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'penny-'));
  write('newsletter.yaml', settings);
  write('issues/001-one.md', issue);
  source = createPreviewSource(() => loadWorkspace(folder, {}));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function importPeople(rows: string): Promise<void> {
  write('people.csv', `email,name,first name,city\n${rows}`);
  const { code, error } = await callPenny(['subscribers', 'import', 'people.csv'], { folder });
  expect(code, error).toBe(0);
}

async function render(): Promise<RenderedIssue> {
  const rendering = await source.render('one');
  if (rendering.kind !== 'rendered') throw new Error(JSON.stringify(rendering));
  return rendering;
}

const read = async (reader: Reader): Promise<Letter> => (await render()).letterFor(reader);
const readAs = (address: string): Promise<Letter> => read({ kind: 'subscriber', address });

it('calls an issue by its file where its title goes on behind a quotation mark that nothing closes', async () => {
  write('issues/002-two.md', issue.replace('title: two', 'title: "two'));
  write('issues/003-three.md', issue.replace('title: two', 'title: "two').replace('number: 1', 'number: [1'));
  write('issues/004-four.md', issue.replace('apply: https', 'apply: "https'));
  const titles = (await source.list()).map(({ file, title }) => [file, title]);
  expect(Object.fromEntries(titles)).toEqual({
    'issues/001-one.md': 'two way street',
    'issues/002-two.md': 'two way street',
    'issues/003-three.md': 'issues/003-three.md',
    'issues/004-four.md': 'two way street',
  });
});

describe('a letter in the preview', () => {
  it('is for somebody without data what the fallbacks say', async () => {
    const letter = await read({ kind: 'nobody' });
    expect(letter).toMatchObject({
      addressee: { address: 'hello@penny.example' },
      subject: 'hi there',
      preheader: 'for you',
    });
    for (const part of [letter.html, letter.text]) expect(part).toContain('dear reader in your city');
  });

  it('is for a subscriber what they get, escaped for where it stands', async () => {
    await importPeople('li@example.net,"<b>Li</b> & ""co""",<b>Li</b>,köln\n');
    const letter = await readAs(' LI@example.net ');
    expect(letter.addressee).toEqual({ address: 'li@example.net' });
    expect(letter.subject).toBe('hi <b>Li</b>');
    expect(letter.preheader).toBe('for <b>Li</b> & "co"');
    expect(letter.text).toContain('dear <b>Li</b> in köln');
    expect(letter.html).toContain('dear &lt;b&gt;Li&lt;/b&gt; in köln');
    expect(letter.html).toContain('for &lt;b&gt;Li&lt;/b&gt; &amp; &quot;co&quot;');
    expect(letter.html).not.toContain('<b>Li');
  });

  it('is, as a message, what penny render makes', async () => {
    await importPeople('li@example.net,Li,Li,köln\n');
    for (const [reader, words] of [
      [{ kind: 'sample' }, []],
      [{ kind: 'subscriber', address: 'li@example.net' }, ['--for', 'li@example.net']],
    ] as const) {
      const { output } = await callPenny(['render', '1', '--as', 'eml', ...words], { folder });
      expect(Buffer.from(await (await read(reader)).message()).toString()).toBe(output);
    }
  });

  it('is signed as penny render signs it, and not without its key', async () => {
    write(
      'newsletter.yaml',
      `${settings}dkim: {domain: penny.example, selector: penny, keyFile: dkim.pem}\n`,
    );
    const unsigned = await read({ kind: 'sample' });
    await expect(unsigned.message()).rejects.toThrow('dkim.keyFile dkim.pem is not there');
    expect((await unsigned.details()).listHeaders).not.toEqual([]);
    writeFileSync(join(folder, 'dkim.pem'), makePem(), { mode: 0o600 });
    const { output } = await callPenny(['render', '1', '--as', 'eml'], { folder });
    expect(output).toMatch(/^DKIM-Signature: /);
    expect(Buffer.from(await (await read({ kind: 'sample' })).message()).toString()).toBe(output);
  });

  it.each([
    ['nobody@example.net', 'nobody@example.net is not on the list: this is a sample'],
    ['li', '“li” is not an address: the address has no @: this is a sample'],
    ['gone@example.net', 'gone@example.net has unsubscribed: this is a sample'],
    ['a@example.net\r\nBcc: b@example.net', expect.stringContaining('control character')],
    [`' OR 1=1 --`, expect.stringContaining('is not an address')],
  ])('is a sample for who cannot be mailed: %s', async (address, problem) => {
    write('people.csv', 'email,status\ngone@example.net,unsubscribed\n');
    await callPenny(['subscribers', 'import', 'people.csv'], { folder });
    const { addressee, message } = await readAs(address);
    expect(addressee).toEqual({ address: 'hello@penny.example', problem });
    expect(Buffer.from(await message()).toString()).not.toContain('Bcc');
  });

  it('says which tag nobody could fill, in its place', async () => {
    write('issues/001-one.md', issue.replace('{{fields.city|your city}}', '{{fields.city}}'));
    await importPeople('li@example.net,Li Wei,Li,\nann@example.net,Ann,Ann,köln\n');
    const letter = await readAs('li@example.net');
    expect(letter.text).toContain('dear Li in [no city]');
    expect(letter.addressee.problem).toBe(
      'there is no fields.city for them, and no fallback: write one, such as {{firstName|there}}',
    );
    expect((await readAs('ann@example.net')).addressee).toEqual({ address: 'ann@example.net' });
  });

  it('has details of what is in it', async () => {
    const { details, html, text } = await read({ kind: 'nobody' });
    expect(await details()).toEqual({
      replyTo: 'hello@penny.example',
      listHeaders: [
        {
          name: 'List-Unsubscribe',
          value:
            '<https://penny.example/unsubscribe/sample>, <mailto:hello@penny.example?subject=unsubscribe%20sample>',
        },
        { name: 'List-Id', value: '<newsletter.penny.example>' },
        { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
      ],
      words: 11,
      minutes: 1,
      roles: 1,
      candidates: 1,
      links: [
        { label: 'read online', address: 'https://penny.example/issues/one/', under: 'at the top' },
        { label: 'apply here', address: 'https://jobs.example.com/vp', under: 'open role: vp of sales' },
        {
          label: 'email me',
          address: expect.stringMatching(/^mailto:hello@penny\.example\?subject=/),
          under: 'active candidate: vp of sales',
        },
        {
          label: 'my notes',
          address: 'https://notes.penny.example/hiring?a=1&b=2',
          under: 'penny for my thoughts',
        },
        { label: 'unsubscribe', address: 'https://penny.example/unsubscribe/sample', under: 'at the foot' },
      ],
      htmlBytes: Buffer.byteLength(html),
      textBytes: Buffer.byteLength(text),
      tags: [
        { tag: 'firstName', fallback: 'there', parts: ['subject', 'email'], value: 'there' },
        { tag: 'name', fallback: 'you', parts: ['preheader', 'email'], value: 'you' },
        { tag: 'firstName', fallback: 'reader', parts: ['email', 'text'], value: 'reader' },
        { tag: 'fields.city', fallback: 'your city', parts: ['email', 'text'], value: 'your city' },
      ],
    });
  });

  it('comes with all that penny check finds, in the settings too', async () => {
    write('newsletter.yaml', `${settings}theme: { colors: { light: { text: "#eeeeee" } } }\n`);
    const { output } = await callPenny(['check', '1', '--json'], { folder });
    const found = (await (await render()).check()).map(({ sourceLine: _, ...finding }) => finding);
    expect(found).toEqual(JSON.parse(output).findings);
    expect(found.map(({ file }) => file)).toContain('newsletter.yaml');
  });

  it('quotes no line for what is said of a file as a whole', async () => {
    const told = (await (await render()).check()).filter(({ rule }) => rule === 'never-name/no-list');
    expect(told).toMatchObject([{ file: 'newsletter.yaml', line: 1 }]);
    expect(told[0]).not.toHaveProperty('sourceLine');
  });

  it.each([
    ['', 'warning'],
    ['smtp: { host: mail.example.com }\n', 'error'],
  ])('comes with what penny send refuses the settings for, in its words (%j)', async (server, severity) => {
    const sender = 'sender: {name: penny, address: hello@penny.example}';
    write('newsletter.yaml', `name: penny\nurl: http://penny.example\n${sender}\n${server}`);
    await importPeople('ann@example.com,Ann,,\n');
    const { output } = await callPenny(['send', '1', '--dry-run', '--json'], { folder });
    const refused = JSON.parse(output).preflight.filter(({ state }: { state: string }) => state === severity);
    const said = refused.map(({ name, detail, hint }: Record<string, string>) => [
      `${name}: ${detail}`,
      hint,
    ]);
    const told = (await (await render()).check()).filter(({ rule }) => /^mail.(site|postal)/.test(rule));
    expect(told.map(({ message, hint }) => [message, hint])).toEqual(said);
    expect(told).toMatchObject([
      { severity, line: 2, column: 1, rule: 'mail/site', sourceLine: 'url: http://penny.example' },
      { severity, line: 3, column: 1, rule: 'mail/postal-address', sourceLine: sender },
    ]);
  });
});

describe('subscribers in the preview', () => {
  it('are found by address or name, whoever has exactly the address first', async () => {
    await importPeople('alina@example.net,Alina,,\nli@example.net,Lisa Müller,,\nann@example.net,Ann,,\n');
    const found = async (words: string) =>
      (await source.findSubscribers(words)).subscribers.map(({ address }) => address);
    expect(await found('li')).toEqual(['alina@example.net', 'li@example.net']);
    expect(await found(' MÜLLER ')).toEqual(['li@example.net']);
    expect(await found('li@example.net')).toEqual(['li@example.net']);
    expect(await found('%')).toEqual([]);
    expect(await found(`' OR '1'='1`)).toEqual([]);
  });

  it('never come as a list, whatever is typed', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => `p${index}@example.net,P,,\n`).join('');
    await importPeople(`${rows}zoe@example.net,Z,,\n`);
    for (const words of ['', ' ', '@', 'p'])
      expect(await source.findSubscribers(words)).toEqual({ subscribers: [], more: false });
    const { subscribers, more } = await source.findSubscribers('example.net');
    expect(subscribers).toHaveLength(20);
    expect(more).toBe(true);
    expect(await source.findSubscribers('zoe@example.net')).toEqual({
      subscribers: [{ address: 'zoe@example.net', name: 'Z' }],
      more: false,
    });
  });

  it('are only those who may be mailed', async () => {
    write('people.csv', 'email,status\ngone@example.net,unsubscribed\nhere@example.net,active\n');
    await callPenny(['subscribers', 'import', 'people.csv'], { folder });
    expect((await source.findSubscribers('example.net')).subscribers).toEqual([
      { address: 'here@example.net' },
    ]);
    expect((await source.findSubscribers('gone@example.net')).subscribers).toEqual([]);
  });
});

describe('what must not appear, in the preview', () => {
  const list = '- term: initech\n- term: jane doe\n  aliases: [jane.doe]\n';

  it.each([
    ['a subject', issue.replace('hi {{', 'initech {{')],
    ['a fallback', issue.replace('|reader', '|initech')],
    ['a link', issue.replace('notes.penny.example', 'initech.example.org')],
    ['a preheader', issue.replace('for {{', 'initech {{')],
  ])('is in nothing that is shown or handed out: %s', async (_, text) => {
    write('.private/never-name.yaml', list);
    write('issues/001-one.md', text);
    const rendering = await source.render('one');
    expect(rendering.kind).toBe('broken');
    expect(JSON.stringify(rendering)).not.toMatch(/initech/i);
  });

  it('is in no header of a message: a sender’s name', async () => {
    write('.private/never-name.yaml', list);
    write('newsletter.yaml', settings.replace('{name: penny,', '{name: "Initech, penny",'));
    const rendering = await source.render('one');
    expect(rendering.kind).toBe('broken');
    expect(JSON.stringify(rendering)).not.toMatch(/initech/i);
  });

  it('takes the last good version away as soon as it is on the list', async () => {
    write('issues/001-one.md', issue.replace('my notes', 'initech'));
    const rendered = await render();
    expect(await rendered.mayBeShown()).toBe(true);
    write('.private/never-name.yaml', list);
    expect(await rendered.mayBeShown()).toBe(false);
  });

  it('is no subscriber who is offered, or as whom a letter is read', async () => {
    await importPeople('li@example.net,Li,,\njane.doe@example.net,,,\nj@example.net,Jane Doe,,\n');
    write('.private/never-name.yaml', list);
    expect((await source.findSubscribers('example.net')).subscribers).toEqual([
      { address: 'li@example.net', name: 'Li' },
    ]);
    expect((await source.findSubscribers('jane')).subscribers).toEqual([]);
    for (const address of ['jane.doe@example.net', 'j@example.net']) {
      const letter = await readAs(address);
      expect(letter.addressee.problem).toBe(
        'the never-name list holds what is known of this person: this is a sample',
      );
      const message = Buffer.from(await letter.message()).toString();
      expect(JSON.stringify([letter, await letter.details(), message])).not.toMatch(/jane/i);
    }
  });
});

describe('what the preview reads', () => {
  it.each(['../newsletter', '..%2fnewsletter', '/etc/passwd', 'issues/001-one', 'people'])(
    'is no file that is not an issue: %s',
    async (slug) => {
      expect(await source.render(slug)).toEqual({ kind: 'missing' });
    },
  );

  it('is nothing that a link among the issues leads to', async () => {
    write('outside.md', issue.replace('two way street', 'a secret'));
    symlinkSync(join(folder, 'outside.md'), join(folder, 'issues/002-two.md'));
    const rendering = await source.render('two');
    expect(rendering.kind).toBe('broken');
    expect(JSON.stringify(rendering)).not.toContain('secret');
  });
});

it('has the pictures beside the issue, under the addresses that mail and page give them', async () => {
  const picture = sharp({ create: { width: 8, height: 4, channels: 3, background: '#1652a8' } });
  writeFileSync(join(folder, 'issues/a.png'), await picture.png().toBuffer());
  write('issues/001-one.md', `${issue}\n![a](a.png)\n`);
  const rendering = await source.render('one');
  if (rendering.kind !== 'rendered') throw new Error('it was not rendered');
  const { html } = await rendering.letterFor({ kind: 'sample' });
  for (const document of [html, rendering.web]) {
    const [, address = ''] = /<img\b[^>]*\ssrc="([^"]*)"/.exec(document) ?? [];
    expect(address).toMatch(/^https:\/\/penny\.example\/images\/[0-9a-f]{16}\.png$/);
    expect(rendering.pictures.get(address)).toMatch(/^data:image\/png;base64,iVBOR/);
  }
});
