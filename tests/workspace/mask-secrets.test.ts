import { describe, expect, it } from 'vitest';
import { maskSmtpUrl, maskWherePassword } from '../../src/workspace/mask-secrets.ts';

describe('the address of a mail server', () => {
  it.each([
    ['smtp://smtp.example.com', 'smtp://smtp.example.com'],
    ['smtp://me:secret@smtp.example.com', 'smtp://me:****@smtp.example.com'],
    [
      'smtps://me%40penny.example:s%40cret@smtp.example.com:465',
      'smtps://me%40penny.example:****@smtp.example.com:465',
    ],
    ['smtp://me:s@cret@smtp.example.com:587/', 'smtp://me:****@smtp.example.com:587'],
    ['smtp://me:sec:ret@[::1]:25', 'smtp://me:****@[::1]:25'],
  ])('is shown without its password: %s', (url, shown) => {
    expect(maskSmtpUrl(url)).toBe(shown);
  });

  it.each([
    ['a user without a password, who may be a token', 'smtp://secret@smtp.example.com'],
    ['a password without a user', 'smtp://:secret@smtp.example.com'],
  ])('keeps %s to itself', (_, url) => {
    expect(maskSmtpUrl(url)).toMatch(/^smtp:\/\/(\*{4}@)?smtp\.example\.com$/);
  });

  it.each([
    ['a token that is user and password', 'smtp://secret:secret@smtp.example.com'],
    ['the same, encoded in one place only', 'smtp://secret:%73ecret@smtp.example.com'],
    ['a password that is part of the user', 'smtp://top-secret:secret@smtp.example.com'],
    ['a password of another alphabet', 'smtp://ключ:%D0%BA%D0%BB%D1%8E%D1%87@smtp.example.com'],
    ['a password whose slash ends the server', 'smtp://me:12/secret@smtp.example.com'],
    ['a password whose # ends the server', 'smtp://me:12#secret@smtp.example.com'],
    ['a password whose ? ends the server', 'smtp://me:12?secret@smtp.example.com'],
    ['no protocol', 'me:secret@smtp.example.com'],
    ['the wrong protocol', 'https://me:secret@smtp.example.com'],
    ['a % that encodes nothing', 'smtp://me%:me%@smtp.example.com'],
  ])('is masked as a whole where it could tell more: %s', (_, url) => {
    expect(maskSmtpUrl(url)).toBe('****');
  });
});

it('masks a user who holds the password', () => {
  expect(maskWherePassword('token-1', 'token-1')).toBe('****');
  expect(maskWherePassword('hello@penny.example', 'token-1')).toBe('hello@penny.example');
  expect(maskWherePassword('hello@penny.example', '')).toBe('hello@penny.example');
});
