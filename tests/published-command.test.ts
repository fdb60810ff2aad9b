import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** A package as it is installed: what `files` of package.json lists, and the packages beside it. */
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'penny-published-'));
  for (const name of ['package.json', 'templates', 'fonts'])
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const { status, stdout, stderr } = run('scripts/bundle.ts', join(folder, 'dist'));
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...words: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function published(...words: readonly string[]): ReturnType<typeof run> {
  return run(join(folder, 'dist/cli/main.js'), ...words);
}

it.each([
  '--version',
  '--help',
  'check 1',
  'check --explain language/strong-words',
  'render 1 --as email',
  'theme list',
  'config',
])('says what the sources say: penny %s', (line) => {
  const words = line.split(' ');
  const said = published(...words);
  expect(said).toMatchObject({ status: 0 });
  expect(said).toEqual(run('src/cli/main.ts', ...words));
});

it('builds a site, with share images from the typeface of the package, and knows when there is nothing to build', () => {
  const workspace = join(folder, 'workspace');
  for (const name of ['newsletter.yaml', 'issues']) cpSync(name, join(workspace, name), { recursive: true });
  const build = (): ReturnType<typeof run> =>
    published('-C', workspace, 'build', '--now', '2026-11-24', '--json');
  const first = build();
  expect(first.status).toBe(0);
  expect(JSON.parse(first.stdout)).toMatchObject({ unchanged: 0 });
  expect(readdirSync(join(workspace, 'public'), { recursive: true, encoding: 'utf8' })).toContainEqual(
    expect.stringMatching(/\.png$/),
  );
  expect(JSON.parse(build().stdout)).toMatchObject({ written: 0 });
});

it('reads a long list in a thread of its own', () => {
  const workspace = join(folder, 'long');
  mkdirSync(join(workspace, 'issues'), { recursive: true });
  cpSync('newsletter.yaml', join(workspace, 'newsletter.yaml'));
  const people = Array.from(
    { length: 100_000 },
    (_, row) => `reader${row}@example.com,Reader of the letter ${row}`,
  );
  writeFileSync(join(workspace, 'list.csv'), ['email,name', ...people].join('\n'));
  const said = published('-C', workspace, 'subscribers', 'import', join(workspace, 'list.csv'), '--json');
  expect(said).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(said.stdout)).toMatchObject({ added: 100_000, rejected: [] });
});

it('starts from what it kept, and as ever where that is missing, damaged or not wanted', () => {
  const shared = join(folder, 'shared');
  mkdirSync(shared);
  const check = (further: NodeJS.ProcessEnv = {}): ReturnType<typeof run> => {
    const { NODE_COMPILE_CACHE: _, NODE_DISABLE_COMPILE_CACHE: __, ...environment } = process.env;
    const words = [join(folder, 'dist/cli/main.js'), 'check', '1'];
    const env = { ...environment, TMPDIR: shared, ...further };
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', env });
    return { status, stdout, stderr };
  };
  const kept = (): string[] =>
    readdirSync(shared, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .map((name) => join(shared, name));
  const first = check({ NODE_DISABLE_COMPILE_CACHE: '1' });
  expect(first).toMatchObject({ status: 0, stderr: expect.stringContaining('language/strong-words') });
  expect(kept()).toEqual([]);
  expect(check()).toEqual(first);
  expect(kept()).toContainEqual(expect.stringContaining('check-'));
  const hourAgo = new Date(Date.now() - 3_600_000);
  for (const file of kept()) utimesSync(file, hourAgo, hourAgo);
  expect(check()).toEqual(first);
  expect(kept().map((file) => statSync(file).mtime)).toEqual(kept().map(() => hourAgo));
  const long = new Date(2020, 0, 1);
  for (const file of kept()) utimesSync(file, long, long);
  expect(check()).toEqual(first);
  // A day old, it is kept anew.
  expect(kept().every((file) => statSync(file).mtime > long)).toBe(true);
  expect(kept().length).toBeLessThan(12);
  const damages: readonly ((bytes: Buffer) => Buffer)[] = [
    () => Buffer.alloc(5_000),
    () => Buffer.from('not what V8 made'),
    (bytes) => bytes.subarray(0, bytes.length / 2),
    // V8 looks at the start only, and would run into the rest.
    (bytes) => Buffer.from(bytes.map((byte, at) => (at > bytes.length / 2 ? byte ^ 1 : byte))),
  ];
  for (const damage of damages) {
    for (const file of kept()) writeFileSync(file, damage(readFileSync(file)));
    const damaged = kept().map((file) => readFileSync(file));
    expect(check()).toEqual(first);
    const mended = kept().map((file) => readFileSync(file));
    expect(mended.filter((bytes) => damaged.some((other) => other.equals(bytes)))).toEqual([]);
  }
  expect(check()).toEqual(first);
});

it('names the files of the sources where somebody asks for that', () => {
  const bundled = (...words: readonly string[]): ReturnType<typeof run> =>
    run('--enable-source-maps', join(folder, 'dist/cli/main.js'), ...words);
  expect(bundled('render', '1', '--as', 'email')).toEqual(published('render', '1', '--as', 'email'));
  const broken = `import fs from 'node:fs';
    const { readdirSync } = fs;
    fs.readdirSync = (path, ...options) => {
      if (String(path).endsWith('issues')) throw new TypeError('broken');
      return readdirSync(path, ...options);
    };`;
  const traced = ['--import', `data:text/javascript,${encodeURIComponent(broken)}`, '--enable-source-maps'];
  const { status, stderr } = run(...traced, join(folder, 'dist/cli/main.js'), 'check', '--verbose');
  expect(status).not.toBe(0);
  expect(stderr).toMatch(/at .*src\/cli\/read-issues\.ts:\d+/);
});

it('says what Node it needs on one that is too old, and tells that by its exit code', () => {
  const old = "Object.defineProperty(process.versions, 'node', { value: '22.12.0' });";
  const main = JSON.stringify(join(folder, 'dist/cli/main.js'));
  const { status, stdout, stderr } = run('-e', `${old} require(${main})`);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^penny needs Node 24 or newer, and this is Node 22\.12\.0; [^\n]*\n$/);
});

it('loads no package to say its version, or to check', () => {
  const tracer = `import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) { process._rawDebug(url); return next(url, context); } });`;
  const filesOf = (...words: readonly string[]): number => {
    const traced = ['--import', `data:text/javascript,${encodeURIComponent(tracer)}`];
    const { stderr } = run(...traced, join(folder, 'dist/cli/main.js'), ...words);
    return stderr.split('\n').filter((line) => line.startsWith('file:')).length;
  };
  // The launcher and what it starts from; the bundle's own files are counted where they are kept.
  expect(filesOf('--version')).toBeLessThan(4);
  expect(filesOf('check', '1')).toBeLessThan(4);
});

it('brings the licence of every package that it holds a part of', () => {
  const licences = readFileSync(join(folder, 'dist/third-party-licences.txt'), 'utf8');
  const maps = readdirSync(join(folder, 'dist/cli')).filter((name) => name.endsWith('.map'));
  const sources = maps.flatMap(
    (name): string[] => JSON.parse(readFileSync(join(folder, 'dist/cli', name), 'utf8')).sources,
  );
  const packages = new Set(
    sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []),
  );
  expect(packages.size).toBeGreaterThan(20);
  expect([...packages].filter((name) => !new RegExp(`^${name} \\d`, 'm').test(licences))).toEqual([]);
});
