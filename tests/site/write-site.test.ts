import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SiteWriteError } from '../../src/site/site-write-error.ts';
import { type SiteWritten, writeSite } from '../../src/site/write-site.ts';

let root = '';
let workspace = '';
let output = '';

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'penny-site-')));
  workspace = join(root, 'newsletter');
  output = join(workspace, 'public');
  mkdirSync(join(workspace, 'issues'), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const site = {
  'index.html': 'home',
  'issues/one/index.html': 'one',
  'issues/two/index.html': 'two',
};

function write(files: Readonly<Record<string, string>>, folder = output): Promise<SiteWritten> {
  return writeSite(new Map(Object.entries(files)), {
    output: folder,
    workspace,
    forbidden: [join(workspace, 'outbox'), join(workspace, '.penny')],
  });
}

/** The visible files of a folder, with what is in them. */
function read(folder = output): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

function put(path: string, text = 'not of the site'): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

it.each(['outbox', 'outbox/site', 'link'])(
  'makes no private folder public, by whatever name: %s',
  async (name) => {
    mkdirSync(join(workspace, 'outbox'), { recursive: true });
    symlinkSync(join(workspace, 'outbox'), join(workspace, 'link'));
    await expect(write(site, join(workspace, name))).rejects.toThrow(SiteWriteError);
    expect(readdirSync(join(workspace, 'outbox'))).toEqual([]);
  },
);

it('writes what is planned, and makes the folder', async () => {
  expect(await write(site)).toEqual({ written: 3, unchanged: 0, removed: 0 });
  expect(read()).toEqual(site);
});

it('writes many files, each whole and counted once', async () => {
  const pages = Array.from({ length: 60 }, (_, index) => [
    `roles/${index % 7}/${index}.html`,
    `page ${index}`,
  ]);
  const many = Object.fromEntries(pages);
  expect(await write(many)).toEqual({ written: 60, unchanged: 0, removed: 0 });
  expect(read()).toEqual(many);
  expect(await write({ ...many, 'roles/3/3.html': 'changed' })).toEqual({
    written: 1,
    unchanged: 59,
    removed: 0,
  });
});

it('leaves alone what is there already', async () => {
  await write(site);
  const before = statSync(join(output, 'index.html'));
  expect(await write({ ...site, 'issues/one/index.html': 'changed' })).toEqual({
    written: 1,
    unchanged: 2,
    removed: 0,
  });
  expect(statSync(join(output, 'index.html')).ino).toBe(before.ino);
  expect(read()['issues/one/index.html']).toBe('changed');
});

it('removes what is no longer planned, with the folders that it leaves empty', async () => {
  await write(site);
  expect(await write({ 'index.html': 'home' })).toEqual({ written: 0, unchanged: 1, removed: 2 });
  expect(read()).toEqual({ 'index.html': 'home' });
  expect(existsSync(join(output, 'issues'))).toBe(false);
});

it('keeps a folder that still holds a page', async () => {
  await write(site);
  await write({ 'index.html': 'home', 'issues/two/index.html': 'two' });
  expect(readdirSync(join(output, 'issues'))).toEqual(['two']);
});

it('puts back a page that somebody deleted or changed', async () => {
  await write(site);
  rmSync(join(output, 'issues/one'), { recursive: true });
  writeFileSync(join(output, 'index.html'), 'defaced');
  expect(await write(site)).toEqual({ written: 2, unchanged: 1, removed: 0 });
  expect(read()).toEqual(site);
});

it.skipIf(process.platform === 'win32')('lets a web server read it, whatever the umask', async () => {
  const umask = process.umask(0o077);
  try {
    await write(site);
  } finally {
    process.umask(umask);
  }
  const mode = (path: string) => (statSync(join(output, path)).mode & 0o777).toString(8);
  expect(['.', 'issues', 'issues/one'].map(mode)).toEqual(['755', '755', '755']);
  expect(['index.html', 'issues/one/index.html'].map(mode)).toEqual(['644', '644']);
});

it.skipIf(process.platform === 'win32')('leaves the mode of a folder that was there', async () => {
  mkdirSync(output);
  chmodSync(output, 0o750);
  await write(site);
  expect((statSync(output).mode & 0o777).toString(8)).toBe('750');
});

describe('refuses, and touches nothing', () => {
  async function refusal(folder: string): Promise<SiteWriteError> {
    const error = await write(site, folder).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error instanceof SiteWriteError) return error;
    throw new Error('it was not refused', { cause: error });
  }

  it.each([
    { name: 'the workspace', folder: () => workspace },
    { name: 'the folder around it', folder: () => root },
    { name: 'the root of the disk', folder: () => '/' },
  ])('$name', async ({ folder }) => {
    const error = await refusal(folder());
    expect(error.message).toContain('the workspace is in it');
    expect(error.hint).toContain('--out');
    expect(existsSync(join(folder(), 'index.html'))).toBe(false);
  });

  it('the workspace by another name', async () => {
    symlinkSync(workspace, join(root, 'alias'));
    expect((await refusal(join(root, 'alias'))).message).toContain('the workspace is in it');
  });

  it('a folder with files of somebody else', async () => {
    const file = put('newsletter/public/photos/me.jpg');
    const error = await refusal(output);
    expect(error.message).toBe(`the site cannot go to ${output}: photos/me.jpg in it is not of the site`);
    expect(error.hint).toBe('move that file away, or name an empty folder with --out');
    expect(readFileSync(file, 'utf8')).toBe('not of the site');
    expect(read()).toEqual({ 'photos/me.jpg': 'not of the site' });
  });

  it('a foreign file in a site of ours', async () => {
    await write({ 'index.html': 'before' });
    put('newsletter/public/notes.txt');
    expect((await refusal(output)).message).toContain('notes.txt');
    expect(read()).toEqual({ 'index.html': 'before', 'notes.txt': 'not of the site' });
  });

  it('a foreign file where a page belongs', async () => {
    put('newsletter/public/index.html');
    expect((await refusal(output)).message).toContain('index.html');
    expect(read()).toEqual({ 'index.html': 'not of the site' });
  });

  it('a link that leads out of the folder', async () => {
    await write(site);
    rmSync(join(output, 'issues'), { recursive: true });
    symlinkSync(join(workspace, 'issues'), join(output, 'issues'));
    expect((await refusal(output)).message).toContain('issues in it is not of the site');
    expect(readdirSync(join(workspace, 'issues'))).toEqual([]);
  });

  it('a link in the place of a page, even to the same text', async () => {
    await write(site);
    const elsewhere = put('elsewhere.html', 'home');
    rmSync(join(output, 'index.html'));
    symlinkSync(elsewhere, join(output, 'index.html'));
    expect((await refusal(output)).message).toContain('index.html in it is not of the site');
  });

  it('a file where the folder should be', async () => {
    put('newsletter/public');
    const error = await refusal(output);
    expect(error.message).toBe(
      `the site cannot be written to ${output}: something else stands where a file or folder of it belongs`,
    );
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('a plan that leads out of the folder', async () => {
    for (const path of [
      '../x.html',
      '/x.html',
      'a//b.html',
      'a/../../x.html',
      '.pennypost',
      'a\\..\\x',
      'c:x',
      '',
    ]) {
      await expect(write({ [path]: 'x' })).rejects.toThrow('planned outside of the site');
    }
    expect(existsSync(output)).toBe(false);
  });
});

describe('the list of our own files', () => {
  it('never makes a file outside of the folder ours', async () => {
    const precious = put('newsletter/issues/001.md');
    await write(site);
    writeFileSync(
      join(output, '.pennypost'),
      '../issues/001.md\n/etc/hostname\nindex.html\n\nissues/one/index.html\nissues/two/index.html\n',
    );
    expect(await write({ 'index.html': 'home' })).toEqual({ written: 0, unchanged: 1, removed: 2 });
    expect(existsSync(precious)).toBe(true);
  });

  it.each([
    ['a pipe', (place: string) => void execFileSync('/usr/bin/mkfifo', [place])],
    ['a folder', (place: string) => void mkdirSync(place)],
    ['a link', (place: string) => symlinkSync('/etc/hostname', place)],
  ])('is a file: %s of its name is refused, and not waited for', async (_, make) => {
    mkdirSync(output, { recursive: true });
    make(join(output, '.pennypost'));
    await expect(write(site)).rejects.toThrow('.pennypost in it is not of the site');
  });

  it('leaves the old site whole when it is stopped in the middle, and the next build goes on', async () => {
    await write(site);
    mkdirSync(join(output, 'rss.xml', 'full'), { recursive: true });
    const changed = {
      'index.html': 'new home',
      'issues/one/index.html': 'new one',
      'rss.xml': 'cannot be placed',
    };
    await expect(write(changed)).rejects.toBeInstanceOf(SiteWriteError);
    expect(read()).toEqual(site);
    rmSync(join(output, 'rss.xml'), { recursive: true });
    expect(await write({ 'index.html': 'home' })).toEqual({ written: 0, unchanged: 1, removed: 2 });
    expect(read()).toEqual({ 'index.html': 'home' });
    expect(existsSync(join(output, 'issues'))).toBe(false);
  });

  it('is over once it has failed: no file is still on its way', async () => {
    mkdirSync(join(output, '00.html', 'full'), { recursive: true });
    const pages = Array.from({ length: 300 }, (_, index) => [
      `${String(index).padStart(2, '0')}.html`,
      'page',
    ]);
    await expect(write(Object.fromEntries(pages))).rejects.toBeInstanceOf(SiteWriteError);
    const left = readdirSync(output);
    expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(left.length).toBeLessThan(300);
  });

  it('does not count hidden files, and clears away what a stop left behind', async () => {
    put('newsletter/public/.git/config');
    put('newsletter/public/.nojekyll');
    put('newsletter/public/.pennypost-0f.tmp', 'half a pa');
    await write(site);
    expect(readdirSync(output).sort()).toEqual(['.git', '.nojekyll', '.pennypost', 'index.html', 'issues']);
  });
});
