import { describe, expect, it } from 'vitest';
import { hidePassword } from '../../src/smtp/hide-password.ts';
import { parseReply } from '../../src/smtp/parse-reply.ts';

function base64(words: string): string {
  return Buffer.from(words).toString('base64');
}

describe('a password that a server quotes', () => {
  const password = 'secret-word';
  const hide = hidePassword({ user: 'u', password });

  it.each([
    password,
    base64(password),
    base64(`\0u\0${password}`),
    base64(password).replace(/=+$/, ''),
    base64(`\0u\0${password}`).replace(/=+$/, ''),
  ])('is hidden as %s, with all of its padding', (said) => {
    expect(hide(`535 5.7.8 bad: ${said}`)).toBe('535 5.7.8 bad: …');
    expect(hide(`Invalid login: ${said} refused`)).toBe('Invalid login: … refused');
  });

  it('is hidden on every line of a reply', () => {
    expect(hide(`535-5.7.8 ${password}\r\n535 5.7.8 not ${password}`)).toBe('535-5.7.8 …\r\n535 5.7.8 not …');
  });

  it('may hold what means something in a pattern', () => {
    expect(hidePassword({ user: 'u', password: 'a.b*(c' })('535 not a.b*(c but axb')).toBe(
      '535 not … but axb',
    );
  });
});

describe('a reply that looks like a password', () => {
  it.each(['250', '2.0.0', '25', '0', '250 2.0.0'])(
    'is a yes still, where the password is %s',
    (password) => {
      const hide = hidePassword({ user: 'u', password });
      const reply = parseReply(hide('250 2.0.0 Ok: queued as 4F2A1C0'), 'dot');
      expect(reply).toMatchObject({ code: 250, enhanced: '2.0.0', queueId: '4F2A1C0' });
    },
  );

  it('loses a short password only where that is a word', () => {
    expect(hidePassword({ user: 'u', password: 'ab' })('535 ab is no password, about ab.')).toBe(
      '535 … is no password, about ….',
    );
  });
});

it('hides nothing where there is no login', () => {
  expect(hidePassword(undefined)('535 5.7.8 secret-word')).toBe('535 5.7.8 secret-word');
});
