import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { CanonicalAddress } from '../../../src/audience/subscriber.ts';
import { decodeWords } from '../../../src/inbox/mime/decode-words.ts';
import { findPart, type MailPart, mostMailBytes, readMail } from '../../../src/inbox/mime/read-mail.ts';
import { textOf } from '../../../src/inbox/mime/text-of.ts';
import { readDsn } from '../../../src/inbox/read-dsn.ts';
import { sortMail } from '../../../src/inbox/sort-mail.ts';
import { seedRandom } from '../../chaos/seeded-random.ts';
import { arf, dsn } from '../samples.ts';

function read(text: string): MailPart {
  const mail = readMail(Buffer.from(text, 'latin1'));
  if ('problem' in mail) throw new Error(mail.problem);
  return mail;
}

function sort(bytes: Uint8Array): string {
  const listAddress = 'hello@penny.example' as CanonicalAddress;
  return sortMail({ source: 'it', bytes }, { secret: new Uint8Array(32), listAddress }).kind;
}

/** Milliseconds of what runs. */
function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

describe('a message', () => {
  it('is read with its fields unfolded, and its parts', () => {
    const mail = read(dsn({ to: 'x@example.com', messageId: '<1@penny.example>' }));
    expect(mail.type).toBe('multipart/report');
    expect(mail.parameters.get('boundary')).toBe('limit.of.parts');
    expect(mail.parts.map(({ type }) => type)).toEqual([
      'text/plain',
      'message/delivery-status',
      'text/rfc822-headers',
    ]);
    expect(findPart(mail, ['text/plain'])?.content).toContain('not delivered.');
  });

  it('with LF line ends is the same as with CRLF', () => {
    const text = dsn({ to: 'x@example.com' });
    expect(readDsn(read(text.replaceAll('\r\n', '\n')))).toEqual(readDsn(read(text)));
  });

  it('that was cut off is read as far as it goes', () => {
    const text = dsn({ to: 'x@example.com', messageId: '<1@penny.example>' });
    const cut = text.slice(0, text.indexOf('Subject: hi'));
    expect(readDsn(read(cut))?.original?.get('message-id')).toEqual(['<1@penny.example>']);
  });

  it.each([
    ['base64', 'bsO2dA==', 'utf-8', 'nöt'],
    ['quoted-printable', 'n=C3=\n=B6t', 'utf-8', 'nöt'],
    ['8bit', 'n\xf6t', 'iso-8859-1', 'nöt'],
    ['base64', '!!!', 'utf-8', ''],
    ['quoted-printable', 'n=ZZt=', 'utf-8', 'n=ZZt='],
    ['7bit', 'not', 'x-nobody-knows', 'not'],
    ['8bit', 'n\xf6t', 'utf-8', 'n\ufffdt'],
  ])('in %s is decoded: %s as %s', (encoding, body, charset, expected) => {
    const head = `Content-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: ${encoding}\n`;
    expect(textOf(read(`${head}\n${body}`))).toBe(expected);
  });

  it.each([
    ['=?utf-8?q?unsub?= =?utf-8?b?c2NyaWJl?=', 'unsubscribe'],
    ['=?UTF-8?Q?uns=C3=BCb_scribe?=', 'unsüb scribe'],
    ['=?x-nobody?q?abc?=', 'abc'],
    ['=?utf-8?q?open', '=?utf-8?q?open'],
  ])('has encoded words: %s', (text, expected) => {
    expect(decodeWords(text)).toBe(expected);
  });

  it('is read as another reader reads it', async () => {
    for (const text of [
      dsn({ to: 'x@example.com', messageId: '<1@penny.example>' }),
      arf('abuse', ['X-A: b']),
    ]) {
      const theirs = await new PostalMime().parse(text);
      const mail = read(text);
      expect(mail.headers.get('subject')?.[0]).toBe(theirs.subject);
      expect(mail.headers.get('to')?.[0]).toContain(theirs.to?.[0]?.address ?? 'nobody');
      const plain = findPart(mail, ['text/plain']);
      expect(plain && textOf(plain).trim()).toBe(theirs.text?.split('\n', 1)[0]?.trim());
    }
  });
});

describe('scoreboard 86: read in less than a second is', () => {
  const nest = (depth: number): string => {
    const lines: string[] = [];
    for (let level = 0; level < depth; level += 1)
      lines.push(`Content-Type: multipart/mixed; boundary="b${level}"`, '', `--b${level}`);
    return lines.join('\n');
  };
  const megabyte = (text: string): string => text.repeat(Math.floor(mostMailBytes / text.length));
  const bombs: Readonly<Record<string, string>> = {
    'a message of parts a thousand deep': nest(1_000),
    'parts ten thousand deep': nest(10_000),
    'a megabyte of parts': `Content-Type: multipart/mixed; boundary=b\n\n${megabyte('--b\n\n').slice(100)}`,
    'a megabyte of boundaries that are none': `Content-Type: multipart/mixed; boundary=b\n\n${megabyte('--bb').slice(100)}`,
    'a megabyte in one header': `Subject: ${megabyte('=?utf-8?q?').slice(100)}\n\n`,
    'a megabyte of headers': megabyte('A: b\n'),
    'a megabyte of folds': `A: b\n${megabyte(' c\n').slice(100)}`,
    'a megabyte of addresses': `From: ${megabyte('a@example.com,b@example.com,').slice(100)}\nSubject: unsubscribe\n\n`,
    'a megabyte of open brackets': `From: ${megabyte('(((').slice(100)}\nSubject: unsubscribe\n\n`,
    'a content type without an end': `Content-Type: multipart/mixed; boundary="${megabyte('\\').slice(100)}`,
    'a report of a megabyte of blocks': `Return-Path: <>\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n${megabyte('Action: failed\n\n').slice(300)}`,
    'a report in a broken charset': `Return-Path: <>\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status; charset=utf-16\nContent-Transfer-Encoding: base64\n\n${megabyte('////').slice(300)}`,
    'spaces without an end': `Return-Path: <>\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\nSubject: unsubscribe${megabyte(' ').slice(300)}x\n\n`,
  };
  it.each(Object.entries(bombs))('%s', (_, text) => {
    let kind = '';
    expect(time(() => (kind = sort(Buffer.from(text, 'latin1'))))).toBeLessThan(1_000);
    // The subject of some is a wish, which a person reads.
    expect(['broken', 'ignored', 'unsubscribe']).toContain(kind);
  });

  it('what lies too deep or is too much, and is told as broken', () => {
    expect(readMail(Buffer.from(nest(1_000)))).toEqual({
      problem: 'its parts lie in each other more than 10 deep',
    });
    expect(readMail(Buffer.alloc(mostMailBytes + 1))).toEqual({ problem: 'it is larger than 1 MB' });
    expect(readMail(Buffer.from(bombs['a megabyte of parts'] ?? ''))).toEqual({
      problem: 'it has more than 200 parts',
    });
  });
});

describe('whatever the bytes', () => {
  it('reading ends without an exception, and nothing is made up', () => {
    const random = seedRandom(86);
    const samples = [
      dsn({ to: 'x@example.com', messageId: '<1@penny.example>' }),
      arf('abuse', ['Message-ID: <1@penny.example>']),
      'From: ann@example.com\r\nTo: hello@penny.example\r\nSubject: =?utf-8?q?unsubscribe?=\r\n\r\n',
    ].map((text) => Buffer.from(text));
    const kinds = new Set<string>();
    for (let round = 0; round < 3_000; round += 1) {
      const bytes = Buffer.from(samples[round % samples.length] ?? '');
      for (let change = 0; change < random.between(1, 20); change += 1)
        bytes[random.between(0, bytes.length - 1)] = random.between(0, 255);
      const from = random.between(0, 1) * random.between(0, 200);
      kinds.add(sort(bytes.subarray(from)));
    }
    // Nothing of it is signed, so that none of it may count.
    expect(kinds).not.toContain('dsn');
    expect(kinds).not.toContain('complaint');
    expect(kinds).toContain('ignored');
  });

  it('of any length, reading takes time in proportion', () => {
    const random = seedRandom(7);
    const noise = Buffer.from(Array.from({ length: 1_000_000 }, () => random.between(0, 255)));
    expect(time(() => sort(noise))).toBeLessThan(1_000);
  });
});
