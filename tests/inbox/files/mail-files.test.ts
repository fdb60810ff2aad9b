import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMailFile } from '../../../src/inbox/files/read-mail-file.ts';
import { isMaildir, readMaildir } from '../../../src/inbox/files/read-maildir.ts';
import { mostMailBytes } from '../../../src/inbox/mime/read-mail.ts';
import type { FoundMail } from '../../../src/inbox/sort-mail.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size), 'latin1');
}

async function readAll(text: string, size = 7): Promise<FoundMail[]> {
  const mails: FoundMail[] = [];
  for await (const mail of readMailFile(inPieces(text, size), 'mail')) mails.push(mail);
  return mails;
}

const wordsOf = ({ bytes }: FoundMail): string | undefined => bytes && Buffer.from(bytes).toString('latin1');

describe('an mbox', () => {
  const first = 'From MAILER-DAEMON Mon Jan  5 12:00:00 2026';
  const second = 'From ann@example.com  Mon Jan  5 12:00:01 2026';

  it('is its messages, with their envelope senders', async () => {
    const mails = await readAll(`${first}\nSubject: a\n\none\n\n${second}\nSubject: b\n\ntwo\n`);
    expect(mails.map(wordsOf)).toEqual(['Subject: a\n\none\n', 'Subject: b\n\ntwo']);
    expect(mails.map(({ envelopeFrom }) => envelopeFrom)).toEqual(['', 'ann@example.com']);
    expect(mails.map(({ source }) => source)).toEqual(['mail, message 1', 'mail, message 2']);
  });

  it('has lines that start with From and are quoted, or are no start of a message', async () => {
    const [mail, ...others] = await readAll(
      `${first}\nSubject: a\n\n>From here\n>>From there\n\nFrom now on\n\n>Fro\n`,
    );
    expect(others).toEqual([]);
    expect(wordsOf(mail ?? { source: '' })).toBe(
      'Subject: a\n\nFrom here\n>From there\n\nFrom now on\n\n>Fro',
    );
  });

  it('keeps the bytes of any charset, and CRLF', async () => {
    const [mail] = await readAll(`${first}\r\nSubject: a\r\n\r\n\xff\xfe\x00\r\n`);
    expect(wordsOf(mail ?? { source: '' })).toBe('Subject: a\r\n\r\n\xff\xfe\x00\r');
  });

  it('passes over the bytes of a message that is too large, and reads the next', async () => {
    const large = `${'x'.repeat(1000)}\n`.repeat(1100);
    const mails = await readAll(`${first}\n\n${large}\n${first}\nSubject: b\n\n`, 65_536);
    expect(mails.map(({ bytes }) => bytes?.length)).toEqual([undefined, 11]);
  });

  it('of one endless line takes little memory', async () => {
    const mails = await readAll(`${first}\n\n${'x'.repeat(5 * mostMailBytes)}`, 65_536);
    expect(mails.map(({ bytes }) => bytes)).toEqual([undefined]);
  });
});

describe('a file', () => {
  it('that is no mbox is one message', async () => {
    const mails = await readAll('Subject: a\n\nFrom MAILER-DAEMON Mon Jan  5 12:00:00 2026\n');
    expect(mails.map(({ source }) => source)).toEqual(['mail']);
  });

  it('that is empty holds none', async () => {
    expect(await readAll('')).toEqual([]);
  });

  it('that is too large is told without its bytes', async () => {
    expect(await readAll('x'.repeat(mostMailBytes + 1), 100_000)).toEqual([{ source: 'mail' }]);
  });
});

describe('a Maildir', () => {
  it('is what lies in new and cur, and stays as it is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'penny-maildir-'));
    try {
      expect(isMaildir(folder)).toBe(false);
      for (const name of ['new', 'cur', 'tmp', 'new/folder']) mkdirSync(join(folder, name));
      expect(isMaildir(folder)).toBe(true);
      writeFileSync(join(folder, 'new/2.mx'), 'Subject: a\n\n');
      writeFileSync(join(folder, 'cur/1.mx:2,S'), 'Subject: b\n\n');
      writeFileSync(join(folder, 'tmp/3.mx'), 'Subject: c\n\n');
      writeFileSync(join(folder, 'cur/4.mx:2,'), Buffer.alloc(mostMailBytes + 1));
      const mails = [...readMaildir(folder, 'box')];
      expect(mails.map(({ source }) => source)).toEqual([
        'box/new/2.mx',
        'box/cur/1.mx:2,S',
        'box/cur/4.mx:2,',
      ]);
      expect(mails.map(({ bytes }) => bytes?.length)).toEqual([12, 12, undefined]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
