import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CompiledFiles } from '../../../src/cli/starting/compiled-files.ts';

let folder = '';
let kept = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'penny-compiled-'));
  kept = join(folder, 'kept');
  mkdirSync(kept);
  write(
    'first-1.js',
    "const { second } = require('./second-1.js'); exports.first = () => ['first', second()].join(); exports.more = 1;",
  );
  write(
    'second-1.js',
    "const first = require('./first-1.js'); const path = require('node:path'); exports.second = () => [path.basename(__filename), path.basename(__dirname) === path.basename(__filename), first.more].join();",
  );
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function run(files: CompiledFiles): string {
  const said = (files.load('first-1.js') as { first: () => string }).first();
  files.keep();
  return said;
}

function keptFiles(): string[] {
  return readdirSync(kept, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .sort();
}

const said = 'first,second-1.js,false,1';

it('loads files that require each other and modules of Node, each once', () => {
  const files = new CompiledFiles(folder, undefined);
  expect(run(files)).toBe(said);
  expect(files.load('first-1.js')).toBe(files.load('first-1.js'));
  expect(keptFiles()).toEqual([]);
});

it('keeps what it compiled, and takes it again as long as it fits', () => {
  const place = `${process.version}-${process.arch}`;
  expect(run(new CompiledFiles(folder, kept))).toBe(said);
  expect(keptFiles()).toEqual([join(place, 'first-1.js'), join(place, 'second-1.js')]);
  const long = new Date(Date.now() - 3_600_000);
  for (const name of keptFiles()) utimesSync(join(kept, name), long, long);
  expect(run(new CompiledFiles(folder, kept))).toBe(said);
  expect(keptFiles().map((name) => statSync(join(kept, name)).mtime)).toEqual([long, long]);
});

it('runs as ever where nothing can be kept', () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  expect(run(new CompiledFiles(folder, file))).toBe(said);
  expect(statSync(file).size).toBe(0);
});

it('lets a fault through, in the file and the line where it is', () => {
  write('broken-1.js', '\n\nthrow new TypeError("broken");');
  const load = (): unknown => new CompiledFiles(folder, kept).load('broken-1.js');
  expect(load).toThrow(TypeError);
  expect(load).toThrow(expect.objectContaining({ stack: expect.stringContaining('broken-1.js:3:7') }));
});
