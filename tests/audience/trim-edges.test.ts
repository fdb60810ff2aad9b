import { expect, it } from 'vitest';
import { parseAddress } from '../../src/audience/parse-address.ts';
import { splitTags } from '../../src/audience/split-tags.ts';
import { isSpace, trimEdges } from '../../src/audience/trim-edges.ts';
import { importCsv } from './fresh-store.ts';

it.each([
  ['\u00a0 a b\u3000\t', 'a b'],
  ['   ', ''],
  ['', ''],
  ['a', 'a'],
])('takes the space from both ends of “%s”', (text, trimmed) => {
  expect(trimEdges(text, isSpace)).toBe(trimmed);
});

it('takes no time that grows with the square of what stands in a cell', async () => {
  const timeOf = async (spaces: number): Promise<number> => {
    const gap = ' '.repeat(spaces);
    const started = performance.now();
    await importCsv(['email,note', `ann@example.com,"\u00a0a${gap}b"`]);
    await importCsv([
      'email,status,note,opt-in',
      `bob@example.com,"${' ('.repeat(spaces / 2)}",${'kein'.repeat(spaces / 4)},x`,
    ]);
    await importCsv(['email,opt-in', `bob@example.com,"yes${', '.repeat(spaces / 2)}"`]);
    parseAddress(`a${gap}b`);
    splitTags(`a${gap}b`);
    return performance.now() - started;
  };
  await timeOf(1_000);
  expect(await timeOf(300_000)).toBeLessThan(2_000);
});
