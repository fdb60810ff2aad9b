import { expect, it } from 'vitest';
import { readExtensions } from '../../src/smtp/extensions.ts';

it.each([
  ['250-mail.example.com\n250-SIZE 35882577\n250 SMTPUTF8', { takesUtf8: true, largestMessage: 35_882_577 }],
  ['250-mail.example.com\n250-size 100\n250 smtputf8', { takesUtf8: true, largestMessage: 100 }],
  ['250-SIZE.example.com SIZE 7\n250 SIZE 0', { takesUtf8: false }],
  ['250-mail.example.com\n250 SIZE', { takesUtf8: false }],
  ['250 SMTPUTF8.example.com at your service', { takesUtf8: false }],
  ['', { takesUtf8: false }],
])('%j', (hello, expected) => {
  expect(readExtensions(hello)).toEqual(expected);
});
