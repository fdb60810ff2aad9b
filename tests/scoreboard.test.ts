import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/**
 * All but the last, which is about the packages that this one is made with. The two hosts of line 11 are held to one
 * SQLite file, as there is no PostgreSQL; the notice of line 75 is sent like any other mail.
 */
const lines: readonly number[] = Array.from({ length: 99 }, (_, index) => index + 1);

/** The lines that a title names, or a row that becomes one: `scoreboard 66 and 67: …`, at its start or in brackets. */
function linesIn(source: string): number[] {
  const code = source.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const named = code.matchAll(/['`(]scoreboard (\d+(?:, \d+)*(?: and \d+)?)/g);
  return [...named].flatMap(([, lines = '']) => lines.split(/, | and /).map(Number));
}

const named: ReadonlySet<number> = new Set(
  readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts') && path !== 'scoreboard.test.ts')
    .flatMap((path) => linesIn(readFileSync(join('tests', path), 'utf8'))),
);

it('every line of the scoreboard has a test that names it', () => {
  expect(lines.filter((line) => !named.has(line))).toEqual([]);
});

it('no test names a line that there is not', () => {
  expect([...named].filter((line) => line < 1 || line > 100)).toEqual([]);
});

it('finds the lines in titles and rows, and none in comments', () => {
  const source = [
    `it('scoreboard 7: a', () => {});`,
    `  ['scoreboard 46', 'MAIL'],`,
    `  ['a subject of 1,500 characters (scoreboard 71)'],`,
    `describe('scoreboard 8, 9 and 16: b', () => {});`,
    `// it('scoreboard 99: c')`,
    ` * 'scoreboard 98'`,
  ].join('\n');
  expect(linesIn(source)).toEqual([7, 46, 71, 8, 9, 16]);
});
