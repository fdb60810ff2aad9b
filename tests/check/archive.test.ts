import { expect, it } from 'vitest';
import { createArchive } from '../../src/check/archive.ts';
import { parseFiles } from './parse-sample.ts';

function archiveOf(files: Readonly<Record<string, string>>) {
  const texts = Object.entries(files).map(([file, fields]) => [
    `issues/${file}`,
    `---\ntitle: a\n${fields}---\n`,
  ]);
  return createArchive(parseFiles(Object.fromEntries(texts)).flatMap(({ written }) => written ?? []));
}

it('knows which number comes before which, across gaps and doubles', () => {
  const archive = archiveOf({
    '7-a.md': 'number: 7\n',
    '3-b.md': 'number: 3\n',
    '5-c.md': 'number: 5\n',
    '5-d.md': 'number: 5\n',
    'e.md': '',
  });
  expect([...archive.numberBefore]).toEqual([
    [5, 3],
    [7, 5],
  ]);
  expect(archive.highestNumber).toBe(7);
  expect(archive.byNumber.get(5)?.map(({ file }) => file)).toEqual(['issues/5-c.md', 'issues/5-d.md']);
  expect(archive.byNumber.get(undefined)?.map(({ file }) => file)).toEqual(['issues/e.md']);
});

it('finds issues by the slug that is written, or else by that of the file', () => {
  const archive = archiveOf({ '1-offers.md': '', '2-b.md': 'slug: offers\n' });
  expect(archive.bySlug.get('offers')?.map(({ file }) => file)).toEqual([
    'issues/1-offers.md',
    'issues/2-b.md',
  ]);
});

it('is empty where there are no issues', () => {
  expect(archiveOf({}).highestNumber).toBe(Number.NEGATIVE_INFINITY);
});
