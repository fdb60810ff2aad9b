import { describe, expect, it } from 'vitest';
import { readSmtpSettings, SmtpSettingsError } from '../../src/smtp/smtp-settings.ts';

describe('where messages go', () => {
  it.each([
    ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, secure: false, loopback: true }],
    ['smtp://127.0.0.1:2525/', { host: '127.0.0.1', port: 2525 }],
    ['smtp://[::1]', { host: '::1', port: 587, loopback: true }],
    ['smtps://smtp.example.com', { host: 'smtp.example.com', port: 465, secure: true, loopback: false }],
    [
      'smtp://me%40penny.example:p%2Fw%40@smtp.example.com:587',
      { login: { user: 'me@penny.example', password: 'p/w@' } },
    ],
    ['smtp://127.0.0.1.example.com', { loopback: false }],
  ])('%s', (url, expected) => {
    expect(readSmtpSettings({ url })).toMatchObject(expected);
  });

  it.each([
    [
      { host: 'smtp.example.com', port: 465 },
      { secure: true, loopback: false },
    ],
    [
      { host: 'localhost', port: 25 },
      { secure: false, loopback: true },
    ],
    [
      { host: 'smtp.example.com', port: 587, user: 'me', password: 'p%w' },
      { login: { user: 'me', password: 'p%w' } },
    ],
  ])('written apart: %o', (written, expected) => {
    expect(readSmtpSettings(written)).toMatchObject(expected);
  });

  it.each([
    'http://smtp.example.com',
    'smtp.example.com',
    'smtp://',
    'smtp://user@smtp.example.com',
    'smtp://user:50%off@smtp.example.com',
    'smtp://user:%ff@smtp.example.com',
    // What stands before the sign would be taken for a port, and the rest for nothing.
    'smtp://penny:1234/secret@smtp.example.com:587',
    'smtp://penny:1234#secret@smtp.example.com:587',
    'smtp://penny:1234?secret@smtp.example.com:587',
  ])('refuses %s', (url) => {
    expect(() => readSmtpSettings({ url })).toThrow(SmtpSettingsError);
  });

  it('says how to write a password with a slash', () => {
    expect(() => readSmtpSettings({ url: 'smtp://AKIA:BEx/abc@email-smtp.example.com:587' })).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('/ as %2F') }),
    );
  });

  it.each(['ftp://user:geheim@smtp.example.com', 'smtp://user:geheim%@smtp.example.com'])(
    'never says the password',
    (url) => {
      try {
        readSmtpSettings({ url });
        expect.unreachable();
      } catch (error) {
        expect(JSON.stringify(error) + String(error)).not.toContain('geheim');
      }
    },
  );
});

it.each(['1234/secret', '12#secret', '12?secret', 'a/b'])(
  'refuses a password with %s as it is, and shows none of it',
  (password) => {
    const read = () => readSmtpSettings({ url: `smtp://penny:${password}@smtp.example.com` });
    expect(read).toThrow('SMTP_URL is not the address of a mail server');
    expect(read).not.toThrow('secret');
  },
);
