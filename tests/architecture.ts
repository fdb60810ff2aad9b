import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** A source file as the guard reads it; `path` is relative to the repository. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

interface Room {
  /** Rooms whose code it may import. */
  readonly imports: readonly string[];
  /** Rooms of which it may import types only. */
  readonly types: readonly string[];
  /** A pure room reads no clock, disk, network or environment. */
  readonly pure: boolean;
}

const rooms: ReadonlyMap<string, Room> = readTable(readFileSync('ARCHITECTURE.md', 'utf8'));

/** The rooms as the table of ARCHITECTURE.md lists them: `room | holds | may import | touches the world`. */
export function readTable(markdown: string): ReadonlyMap<string, Room> {
  const [, table = ''] = markdown.split('## The rooms of src/');
  const rows = table
    .split('\n')
    .filter((line) => /^\| [a-z]/.test(line))
    .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$/g, '').trim()))
    .filter(([first]) => first !== 'room')
    // One row may hold two rooms that are alike.
    .flatMap(([names = '', , imports = '', world = '']) =>
      names.split(', ').map((name) => ({ name, imports, world })),
    );
  const names = rows.map(({ name }) => name);
  return new Map(
    rows.map(({ name, imports, world }) => {
      const [code = '', types = ''] = imports.split(/(?:, )?\btypes(?: of |$)/);
      return [
        name,
        {
          imports: code === 'everything' ? names : names.filter((room) => code.split(', ').includes(room)),
          types: imports === 'types' ? names : names.filter((room) => types.split(', ').includes(room)),
          pure: world === 'no' || world === 'its writer only',
        },
      ];
    }),
  );
}

/** The one file of a pure room that may touch the world, and with what. */
const edges: Readonly<Record<string, readonly string[]>> = {
  'src/site/write-site.ts': ['node:fs', 'node:fs/promises'],
};

/** Standard modules that only compute. */
const computing = [
  'node:buffer',
  'node:crypto',
  'node:path',
  'node:path/posix',
  'node:stream',
  'node:url',
  'node:util',
];

/** What reads the world without an import. */
const worldly = [
  'Date.now()',
  'new Date()',
  'Math.random()',
  'performance.now()',
  'process.',
  'fetch(',
  'setTimeout(',
];

/** Only terminal/ writes to these; the entry point hands them over. */
const printing = ['process.stdout', 'process.stderr', 'console.'];
const entryPoint = 'src/cli/starting/run-process.ts';

/** Every import and use that the table forbids, one sentence each. */
export function findForbidden(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const name = roomOf(file.path);
    const room = rooms.get(name);
    if (room === undefined) return [`${file.path}: ${name} is not a room`];
    return [
      ...importsOf(file).flatMap((found) => importFault(name, room, found)),
      ...(room.pure ? worldFaults(name, file) : []),
      ...(name === 'terminal' || file.path === entryPoint ? [] : printingFaults(file)),
    ].map((fault) => `${file.path}: ${fault}`);
  });
}

function importFault(name: string, room: Room, found: Import): string[] {
  if (!found.target.startsWith('src/')) return [];
  const target = roomOf(found.target);
  if (target === name || room.imports.includes(target)) return [];
  if (!room.types.includes(target)) return [`${name} may not import ${target}`];
  return found.typeOnly ? [] : [`${name} may import only types of ${target}`];
}

function worldFaults(name: string, file: SourceFile): string[] {
  const allowed = [...computing, ...(edges[file.path] ?? [])];
  const modules = importsOf(file)
    .filter((found) => found.target.startsWith('node:') && !found.typeOnly && !allowed.includes(found.target))
    .map((found) => `${name} is pure, and imports ${found.target}`);
  const uses = worldly
    .filter((use) => code(file).includes(use))
    .map((use) => `${name} is pure, and uses ${use}`);
  return [...modules, ...uses];
}

function printingFaults(file: SourceFile): string[] {
  return printing
    .filter((use) => code(file).includes(use))
    .map((use) => `only terminal prints, and this uses ${use}`);
}

/** Every ring of files that import each other, code or types, each told once. */
export function findCycles(files: readonly SourceFile[]): string[] {
  const graph = new Map(files.map((file) => [file.path, importsOf(file).map((found) => found.target)]));
  const finished = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || finished.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    finished.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}

interface Import {
  /** A path such as `src/issue/issue.ts`, or a package's name. */
  readonly target: string;
  readonly typeOnly: boolean;
}

function importsOf(file: SourceFile): Import[] {
  const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s+['"]([^'"]+)['"]/g;
  const bare = /(?:^|\n)\s*import\s+()['"]([^'"]+)['"]/g;
  const dynamic = /\bimport\(\s*()['"]([^'"]+)['"]/g;
  return [statement, bare, dynamic].flatMap((pattern) =>
    [...file.text.matchAll(pattern)].map((match) => ({
      target: resolve(file.path, match[2] ?? ''),
      typeOnly: match[1] !== undefined && match[1] !== '',
    })),
  );
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier;
}

function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** The text without comments and import lines. */
function code(file: SourceFile): string {
  return file.text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}
