import { expect, it } from 'vitest';
import { sampleNeverNames } from '../../../src/check/never-name/sample-list.ts';
import { scanOutput } from '../../../src/check/never-name/scan-output.ts';

function scan(name: string, content: string | Uint8Array): string[] {
  return scanOutput({ name, content }, sampleNeverNames).map(
    ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
  );
}

it('tells each entry once, where it shows first', () => {
  expect(scan('public/index.html', 'a\nb initech\nc initech, jane doe')).toEqual(
    expect.arrayContaining([
      'public/index.html:2:3 this would show never-name entry 1',
      'public/index.html:3:12 this would show never-name entry 2',
    ]),
  );
});

it('looks at the name of a file, too, and does not repeat it', () => {
  expect(scan('public/issues/at-initech/index.html', 'a\nb initech')).toEqual([
    'public/issues/at-[never-name 1]/index.html:1:1 this would show never-name entry 1',
  ]);
});

it.each([
  ['an even place', 4, 'low'],
  ['an odd place', 5, 'low'],
  ['an even place, the higher byte first', 4, 'high'],
  ['an odd place, the higher byte first', 5, 'high'],
])('finds a name in signs of two bytes at %s', (_, start, firstByte) => {
  const list = [{ number: 1, terms: ['жанна ильина'], match: 'word', allow: [] }] as const;
  const name = Buffer.from('Жанна Ильина', 'utf16le');
  const bytes = [
    Buffer.alloc(start, 0xff),
    firstByte === 'high' ? name.swap16() : name,
    Buffer.alloc(3, 0xfe),
  ];
  expect(scanOutput({ name: 'public/c1.jpg', content: Buffer.concat(bytes) }, list)).toHaveLength(1);
});

it('finds a name in bytes that are no text', () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), Buffer.from('Artist\0jane doe\0')]);
  expect(scan('public/c1.jpg', bytes)).toHaveLength(1);
});

it('finds nothing where nothing is', () => {
  expect(scan('public/index.html', '<p>we ramp up</p>')).toEqual([]);
});
