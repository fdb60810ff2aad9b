import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const user = process.getuid?.() ?? 0;
let shared = '';

beforeEach(() => {
  shared = mkdtempSync(join(tmpdir(), 'penny-shared-'));
});

afterEach(() => rmSync(shared, { recursive: true, force: true }));

it('penny starts as ever where it can keep nothing, and keeps what it compiled where it can', () => {
  const start = (folder: string): string => {
    const { NODE_COMPILE_CACHE: _, NODE_DISABLE_COMPILE_CACHE: __, ...environment } = process.env;
    const env = { ...environment, TMPDIR: folder };
    return spawnSync(process.execPath, ['src/cli/main.ts', '--version'], { env, encoding: 'utf8' }).stdout;
  };
  const kept = join(shared, `pennypost-compiled-${user}`);
  symlinkSync(join(shared, 'nowhere'), kept);
  const version = start(shared);
  expect(version).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(existsSync(kept)).toBe(false);
  rmSync(kept);
  expect(start(shared)).toBe(version);
  expect(readdirSync(kept)).not.toEqual([]);
  expect(start(shared)).toBe(version);
});
