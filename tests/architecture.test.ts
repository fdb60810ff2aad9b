import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCycles, findForbidden, readTable, type SourceFile } from './architecture.ts';

const sources: SourceFile[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path: `src/${path.replaceAll('\\', '/')}`, text: readFileSync(`src/${path}`, 'utf8') }));

describe('the rooms of ARCHITECTURE.md', () => {
  it('finds the sources', () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  it('are the folders of src/, each in one row', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect([...readTable(readFileSync('ARCHITECTURE.md', 'utf8')).keys()].sort()).toEqual(
      folders.map(({ name }) => name).sort(),
    );
  });

  it('keeps every import within the table', () => {
    expect(findForbidden(sources)).toEqual([]);
  });

  it('has no cycles between files', () => {
    expect(findCycles(sources)).toEqual([]);
  });
});

describe('the guard itself', () => {
  it('reads what the table allows', () => {
    const rows = [
      '| a | one | – | no |',
      '| b, c | two | a, types of d | reads config, once |',
      '| d | three | types of a, b | its writer only |',
      '| e | four | types | streams |',
      '| f | five | everything | argv |',
    ];
    const everyone = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(
      Object.fromEntries(readTable(['## The rooms of src/', '', '| room | holds |', ...rows].join('\n'))),
    ).toEqual({
      a: { imports: [], types: [], pure: true },
      b: { imports: ['a'], types: ['d'], pure: false },
      c: { imports: ['a'], types: ['d'], pure: false },
      d: { imports: [], types: ['a', 'b'], pure: true },
      e: { imports: [], types: everyone, pure: false },
      f: { imports: everyone, types: [], pure: false },
    });
  });

  const file = (path: string, text: string): SourceFile => ({ path, text });

  it('fails when a room imports one that the table does not list', () => {
    const sample = file(
      'src/issue/sample.ts',
      "import { renderEdition } from '../render/render-edition.ts';",
    );
    expect(findForbidden([sample])).toEqual(['src/issue/sample.ts: issue may not import render']);
  });

  it('fails when terminal imports more than types', () => {
    const sample = file('src/terminal/sample.ts', "import { checkIssues } from '../check/check.ts';");
    expect(findForbidden([sample])).toEqual([
      'src/terminal/sample.ts: terminal may import only types of check',
    ]);
    const types = file('src/terminal/sample.ts', "import type { Rule } from '../check/rule.ts';");
    expect(findForbidden([types])).toEqual([]);
  });

  it('sees dynamic imports and re-exports', () => {
    const dynamic = file('src/check/sample.ts', "const m = await import('../store/sqlite/database.ts');");
    expect(findForbidden([dynamic])).toEqual(['src/check/sample.ts: check may not import store']);
    const again = file('src/render/sample.ts', "export { x } from '../site/x.ts';");
    expect(findForbidden([again])).toEqual(['src/render/sample.ts: render may not import site']);
  });

  it('fails when a pure room touches the world', () => {
    const disk = file('src/render/sample.ts', "import { readFileSync } from 'node:fs';");
    expect(findForbidden([disk])).toEqual(['src/render/sample.ts: render is pure, and imports node:fs']);
    const clock = file('src/delivery/sample.ts', 'const now = Date.now();');
    expect(findForbidden([clock])).toEqual(['src/delivery/sample.ts: delivery is pure, and uses Date.now()']);
    const chance = file('src/check/sample.ts', 'const at = new Date();');
    expect(findForbidden([chance])).toEqual(['src/check/sample.ts: check is pure, and uses new Date()']);
  });

  it('fails when a room other than terminal prints', () => {
    const sample = file('src/smtp/sample.ts', "process.stdout.write('hello');");
    expect(findForbidden([sample])).toEqual([
      'src/smtp/sample.ts: only terminal prints, and this uses process.stdout',
    ]);
  });

  it('fails for a room that is not in the table', () => {
    const sample = file('src/utils/sample.ts', 'export const x = 1;');
    expect(findForbidden([sample])).toEqual(['src/utils/sample.ts: utils is not a room']);
  });

  it('finds a cycle', () => {
    const one = file('src/issue/one.ts', "import { two } from './two.ts';");
    const two = file('src/issue/two.ts', "import { one } from './one.ts';");
    expect(findCycles([one, two])).toEqual(['src/issue/one.ts → src/issue/two.ts → src/issue/one.ts']);
  });
});
