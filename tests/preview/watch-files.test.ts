import { mkdirSync, mkdtempSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Listen, watchFiles } from '../../src/preview/watch-files.ts';
import { FakeWait } from './fake-wait.ts';

const settled = 10;
const nextLook = 1000;

let folder: string;
let clock: FakeWait;
let changes: number;
let stop: () => void;
let deaf: boolean;

/** The system's, as long as it has not run out of ears. */
const listen: Listen = (path, heard) => {
  if (deaf) throw new Error('ENOSPC: system limit for number of file watchers reached');
  return watch(path, (_, name) => heard(name));
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'penny-watch-'));
  mkdirSync(join(folder, 'issues'));
  writeFileSync(join(folder, 'issues/one.md'), 'one');
  clock = new FakeWait();
  changes = 0;
  deaf = false;
});

afterEach(() => {
  stop();
  rmSync(folder, { recursive: true, force: true });
});

function watchPaths(...paths: readonly string[]): void {
  stop = watchFiles({
    paths: paths.map((path) => join(folder, path)),
    onChange: () => void changes++,
    wait: clock.wait,
    listen,
  });
}

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

function replace(path: string, text: string): void {
  write(`${path}.new`, text);
  renameSync(join(folder, `${path}.new`), join(folder, path));
}

describe('watching files', () => {
  it('tells once of writes that come together', async () => {
    watchPaths('issues');
    write('issues/one.md', '');
    write('issues/one.md', 'one and a half');
    expect(changes).toBe(0);
    await clock.elapse(settled);
    expect(changes).toBe(1);
  });

  it('hears a file that an editor replaced, and then wrote in place', async () => {
    watchPaths('issues');
    replace('issues/one.md', 'replaced');
    await clock.elapse(settled);
    expect(changes).toBe(1);
    write('issues/one.md', 'written in place');
    await clock.elapse(settled);
    expect(changes).toBe(2);
  });

  it('hears a new folder, and what is written into it', async () => {
    watchPaths('issues');
    mkdirSync(join(folder, 'issues/2027'));
    await clock.elapse(settled);
    write('issues/2027/two.md', 'two');
    await clock.elapse(settled);
    expect(changes).toBe(2);
  });

  it('hears a single file, and none beside it', async () => {
    write('newsletter.yaml', 'name: penny');
    watchPaths('newsletter.yaml');
    write('subscribers.csv', 'address');
    replace('newsletter.yaml', 'name: another');
    await clock.elapse(settled);
    expect(changes).toBe(1);
  });

  it('waits for a folder that is not there yet', async () => {
    watchPaths('templates');
    mkdirSync(join(folder, 'templates'));
    await clock.elapse(settled);
    write('templates/footer.hbs', 'bye');
    await clock.elapse(settled);
    expect(changes).toBe(2);
  });

  it('goes on when the folder is replaced by another', async () => {
    watchPaths('issues');
    rmSync(join(folder, 'issues'), { recursive: true });
    mkdirSync(join(folder, 'issues'));
    write('issues/one.md', 'from another branch');
    await clock.elapse(settled);
    write('issues/one.md', 'and changed there');
    await clock.elapse(settled);
    expect(changes).toBe(2);
  });

  it('keeps quiet about what editors note for themselves', async () => {
    watchPaths('issues');
    write('issues/.one.md.swp', 'a note');
    await clock.elapse(settled);
    expect(changes).toBe(0);
  });

  it('hears a file whose folder is not there yet, nor the folder around it', async () => {
    watchPaths('private/lists/never-name.yaml');
    expect(clock.pending).toEqual([]);
    mkdirSync(join(folder, 'private/lists'), { recursive: true });
    await clock.elapse(settled);
    expect(changes).toBe(0);
    write('private/lists/never-name.yaml', '- term: initech');
    await clock.elapse(settled);
    expect(changes).toBe(1);
  });

  it('looks from time to time where nothing can be heard, and listens again as soon as it can', async () => {
    deaf = true;
    watchPaths('issues');
    expect(clock.pending).toEqual([nextLook]);
    write('issues/one.md', 'one and a half');
    await clock.elapse(nextLook);
    expect(changes).toBe(1);

    deaf = false;
    await clock.elapse(nextLook);
    expect(changes).toBe(1);
    write('issues/one.md', 'one');
    await clock.elapse(settled);
    expect(changes).toBe(2);
  });

  it('is over when it is stopped', async () => {
    deaf = true;
    watchPaths('issues');
    stop();
    expect(clock.pending).toEqual([]);
  });
});
