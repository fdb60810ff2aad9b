import { expect, it } from 'vitest';
import { sampleNeverNames } from '../../../src/check/never-name/sample-list.ts';
import { scanOutput } from '../../../src/check/never-name/scan-output.ts';

function scan(name: string, content: string): string[] {
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

it('finds nothing where nothing is', () => {
  expect(scan('public/index.html', '<p>we ramp up</p>')).toEqual([]);
});
