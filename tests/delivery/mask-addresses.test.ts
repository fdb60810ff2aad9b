import { expect, it } from 'vitest';
import { maskAddresses } from '../../src/delivery/mask-addresses.ts';

it.each([
  ['550 <li@example.net>: no such user', '550 <l…@example.net>: no such user'],
  ['li.lee+news@example.net is over quota', 'l…@example.net is over quota'],
  ['rfc822;li@example.net', 'rfc822;l…@example.net'],
  ['back to bounce+li=example.net@penny.example', 'back to b…@penny.example'],
  ['"li lee"@example.net', '"…@example.net'],
  ['jürgen@müßig.example', 'j…@müßig.example'],
  ['👩🏽@example.net', '👩…@example.net'],
  ['li@[192.0.2.1]', 'l…@[192.0.2.1]'],
  ['https://example.org/why?who=li%40example.net', 'https:/…%40example.net'],
  ['two: ann@example.com, bob@example.org', 'two: a…@example.com, b…@example.org'],
  ['you may not send as hello@penny.example', 'you may not send as hello@penny.example'],
  ['send as hello@penny.example: 550 no', 'send as hello@penny.example: 550 no'],
  ['nobody is here @ noon, 5@', 'nobody is here @ noon, 5@'],
])('%s becomes %s', (text, masked) => {
  expect(maskAddresses(text, 'hello@penny.example')).toBe(masked);
});

it('does not take an address that only begins like our own for it', () => {
  expect(maskAddresses('hello@penny.example.net', 'hello@penny.example')).toBe('h…@penny.example.net');
});

it('ends at once, whatever a server says', { timeout: 1_000 }, () => {
  expect(maskAddresses('a'.repeat(500), '')).toBe('a'.repeat(500));
});
