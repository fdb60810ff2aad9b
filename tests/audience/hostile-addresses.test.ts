import { expect, it } from 'vitest';
import { parseAddress } from '../../src/audience/parse-address.ts';
import { everybody, importCsv } from './fresh-store.ts';

/** Texts that some program reads as an address, or as several, or as another one. */
const hostile = [
  'a@example.com, b@example.com',
  'a@example.com,b@example.com',
  'a@example.com;b@example.com',
  'a@example.com b@example.com',
  'a@example.com\tb@example.com',
  'a@example.com%0d%0aBcc:eve@evil.example',
  'a@example.com\r\nBcc: eve@evil.example',
  'a@example.com\nRCPT TO:<eve@evil.example>',
  'a@example.com\0@evil.example',
  'Name <a@example.com>',
  'Name <a@example.com> <b@evil.example>',
  '<a@example.com>',
  '<@relay.example:a@example.com>',
  '@relay.example:a@example.com',
  'a%evil.example@example.com>',
  '"a"@example.com',
  '"a b"@example.com',
  '"a@evil.example"@example.com',
  '"a@evil.example x"@example.com',
  '"\\""@example.com',
  'a(comment)@example.com',
  '(comment)a@example.com',
  'a@(comment)example.com',
  'a@example.com (Ann)',
  'friends: a@example.com, b@example.com;',
  'undisclosed-recipients:;',
  'a@[127.0.0.1]',
  'a@[IPv6:::1]',
  'a@127.0.0.1',
  'a@2130706433',
  'a@localhost',
  'a@example..com',
  'a@.example.com',
  'a@example.com.',
  'a..b@example.com',
  '.a@example.com',
  'a.@example.com',
  'a@@example.com',
  'a@evil.example@example.com',
  'a\\@evil.example@example.com',
  'a b@example.com',
  'a@exam ple.com',
  'a@example.com\u2028b',
  '\u202ea@example.com',
  'a@exam\u200bple.com',
  'a@example.com/../evil',
  'a@-example.com',
  'a@example-.com',
  'a@exam_ple.com',
  'a＠example.com',
  'a@example。com',
  'mailto:a@example.com',
  'mailto:a@example.com?bcc=eve@evil.example',
  '=cmd|calc@example.com"',
  '| rm -rf /@example.com',
  '-oQ/tmp/x -X/tmp/y@example.com',
  `${'a'.repeat(65)}@example.com`,
  `a@${'b'.repeat(64)}.com`,
  `a@${'b.'.repeat(130)}com`,
];

it('scoreboard 93: refuses hostile strings, each with a reason, and keeps nobody of them by import', async () => {
  expect(hostile.length).toBeGreaterThanOrEqual(40);
  expect(hostile.filter((text) => 'address' in parseAddress(text))).toEqual([]);
  const cells = hostile.map((text) => `"${text.replaceAll('"', '""')}"`);
  const report = await importCsv([
    'email,name',
    ...cells.map((cell) => `${cell},Ann`),
    'ann@example.com,Ann',
  ]);
  expect(report.rejected).toHaveLength(hostile.length);
  expect(everybody().map(({ address }) => address)).toEqual(['ann@example.com']);
});

it('reads an address the same whichever way it takes to read it', () => {
  const usual = [
    'Ann.Lee+x@Mail.Example.COM',
    "o'neil@example.org",
    'a@b.cd',
    '1@1.example',
    '-a-@x-y.example',
  ];
  for (const address of usual) {
    // With a space in front it is read by the rules one by one.
    expect(parseAddress(` ${address}`)).toEqual(parseAddress(address));
    expect(parseAddress(address)).toEqual({
      address,
      canonical: address.toLowerCase(),
      needsSmtpUtf8: false,
    });
  }
  const parts = ['a', 'A', '.', '-', '--', '_', '+', '1', '@', 'xn--', 'b.', 'com', 'é', ' ', '"'];
  for (let seed = 1; seed < 20_000; seed += 1) {
    let text = '';
    for (let rest = seed * 7919; rest > 0; rest = Math.floor(rest / parts.length))
      text += parts[rest % parts.length];
    const all = [parseAddress(`${text}@example.com`), parseAddress(` ${text}@example.com`)];
    expect([text, all[0]]).toEqual([text, all[1]]);
  }
});
