import { describe, expect, it } from 'vitest';
import { readMail } from '../../src/inbox/mime/read-mail.ts';
import { type Dsn, readDsn } from '../../src/inbox/read-dsn.ts';
import { dsn } from './samples.ts';

function read(text: string): Dsn | undefined {
  const mail = readMail(Buffer.from(text));
  if ('problem' in mail) throw new Error(mail.problem);
  return readDsn(mail);
}

/** A report whose second part is of this type and holds this. */
function report(type: string, status: string, encoding = '7bit'): string {
  const head = 'Content-Type: multipart/report; report-type=delivery-status; boundary=p';
  const part = `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}`;
  return `${head}\r\n\r\n--p\r\n${part}\r\n\r\n${status}\r\n--p--\r\n`;
}

const block = (...lines: string[]): string =>
  ['Reporting-MTA: dns; mx.example.com', '', ...lines].join('\r\n');

describe('a report of a mail server', () => {
  it('tells of each recipient, and of nobody in the block of the message', () => {
    const text = report(
      'message/delivery-status',
      block(
        'Final-Recipient: rfc822; a@example.com',
        'Action: Failed (as said)',
        'Status: 5.1.1 (no such user)',
        'Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach',
        '  does not exist',
        '',
        'Original-Recipient: rfc822;b@example.com',
        'Final-Recipient: rfc822;c@example.com',
        'Action: relayed',
        'Status: 2.1.9',
      ),
    );
    expect(read(text)?.recipients).toEqual([
      {
        action: 'failed',
        status: '5.1.1',
        diagnostic: '550-5.1.1 The email account that you tried to reach does not exist',
      },
      { action: 'relayed', status: '2.1.9', originalRecipient: 'b@example.com' },
    ]);
  });

  it('may be beyond ASCII and encoded', () => {
    const status = block('Original-Recipient: utf-8; jürgen@example.com', 'Action: delayed', 'Status: 4.4.1');
    const expected = [{ action: 'delayed', status: '4.4.1', originalRecipient: 'jürgen@example.com' }];
    const encoded = Buffer.from(status).toString('base64');
    expect(read(report('message/global-delivery-status', status, '8bit'))?.recipients).toEqual(expected);
    expect(read(report('message/global-delivery-status', encoded, 'base64'))?.recipients).toEqual(expected);
  });

  it.each([
    ['an action that nobody knows', 'Action: vanished', 'Status: 5.1.1'],
    ['no action', 'Status: 5.1.1'],
  ])('tells nothing of a recipient with %s', (_, ...lines) => {
    expect(read(report('message/delivery-status', block(...lines)))?.recipients).toEqual([]);
  });

  it.each(['5.1', '6.1.1', 'five', '5.1.1234'])('has no status when it is %s', (status) => {
    const [recipient] =
      read(report('message/delivery-status', block('Action: failed', `Status: ${status}`)))?.recipients ?? [];
    expect(recipient?.status).toBe(undefined);
  });

  it('brings along the head of the message, whole or alone', () => {
    const alone = dsn({ to: 'x@example.com', messageId: '<1@penny.example>' });
    const whole = alone
      .replace('text/rfc822-headers', 'message/rfc822')
      .replace('Subject: hi\r\n', 'Subject: hi\r\n\r\nMessage-ID: <2@penny.example>\r\n');
    for (const text of [alone, whole])
      expect(read(text)?.original?.get('message-id')).toEqual(['<1@penny.example>']);
  });

  it('is none when it only looks like one', () => {
    const inner = dsn({ to: 'x@example.com' });
    expect(read(`Content-Type: message/rfc822\r\n\r\n${inner}`)).toBeUndefined();
    expect(read(inner.replace('multipart/report', 'multipart/mixed'))).toBeUndefined();
    expect(read(inner.replace('message/delivery-status', 'text/plain'))).toBeUndefined();
  });
});
