import { describe, expect, it } from 'vitest';
import { oneLine, parseReply } from '../../src/smtp/parse-reply.ts';

describe('a reply', () => {
  it.each<[string, object]>([
    ['250 ok', { code: 250, text: 'ok' }],
    ['550 5.1.1 no such user', { code: 550, enhanced: '5.1.1', text: 'no such user' }],
    ['550-5.7.26 first\r\n550 5.7.26 second', { code: 550, enhanced: '5.7.26', text: 'first second' }],
    ['550-5.7.1 first\n550 5.7.1 second', { code: 550, enhanced: '5.7.1', text: 'first second' }],
    ['550-no such user\n550 5.1.1 here', { code: 550, enhanced: '5.1.1', text: 'no such user here' }],
    ['550-5.1.1 no such user\n550 5.7.1 blocked', { code: 550, text: 'no such user blocked' }],
    ['250', { code: 250, text: '' }],
    ['25', { code: 0 }],
    ['', { code: 0, text: '' }],
    ['HTTP/1.1 400 Bad Request', { code: 0, text: 'HTTP/1.1 400 Bad Request' }],
  ])('%j', (response, expected) => {
    const reply = parseReply(response, 'rcpt');
    expect(reply).toMatchObject({ kind: 'reply', stage: 'rcpt', ...expected });
    expect('enhanced' in reply).toBe('enhanced' in expected);
  });

  it.each([
    ['250 2.0.0 Ok: queued as 4F2A1C0', '4F2A1C0'],
    ['250 OK id=1vAbCd-000123-Xy', '1vAbCd-000123-Xy'],
  ])('gives the server’s own name for the message: %s', (response, queueId) => {
    expect(parseReply(response, 'dot').queueId).toBe(queueId);
    expect(parseReply(response, 'mail')).not.toHaveProperty('queueId');
  });
});

describe('a server’s words', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', '[31mred [0m'],
    ['\u009b31mred', '31mred'],
    ['a\u0007\u0000b', 'a b'],
    ['a\u202eb\u2066c\u200fd', 'a b c d'],
    ['one\r\ntwo\u2028three', 'one two three'],
  ])('%j become one line that no terminal obeys', (text, expected) => {
    expect(oneLine(text)).toBe(expected);
  });

  it('are whole characters at their end', () => {
    expect(oneLine(`${'x'.repeat(499)}😀`).isWellFormed()).toBe(true);
  });

  it('end after 500 characters, however long the reply', () => {
    expect(parseReply(`550 ${'x'.repeat(1_000_000)}`, 'rcpt').text).toHaveLength(500);
  });
});
