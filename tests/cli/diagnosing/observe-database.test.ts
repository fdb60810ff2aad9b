import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { observeDatabase } from '../../../src/cli/diagnosing/observe-database.ts';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { loadWorkspace } from '../../../src/workspace/load-workspace.ts';
import { createWorkspace, type TestWorkspace } from '../../journeys/workspace.ts';

let workspace: TestWorkspace;
beforeAll(() => {
  workspace = createWorkspace();
});
afterAll(() => workspace[Symbol.dispose]());

const observe = (environment: Readonly<Record<string, string>> = {}) =>
  observeDatabase(loadWorkspace(workspace.folder, environment));

describe('the database', () => {
  it('need not be there yet, and is not made', () => {
    const seen = { path: '.penny/penny.db', exists: false, openToOthers: [] };
    expect(observe()).toEqual({ ...seen, free: expect.any(Number) });
    expect(observe()).toMatchObject(seen);
  });

  it('scoreboard 98: is ours alone, or its files are named', () => {
    const path = join(workspace.folder, '.penny/penny.db');
    openDatabase(path).close();
    expect(observe()).toMatchObject({ exists: true, openToOthers: [] });
    expect(observe()).not.toHaveProperty('trouble');
    chmodSync(path, 0o644);
    expect(observe().openToOthers).toEqual(['.penny/penny.db']);
  });

  it('may be something else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'penny-'));
    const path = join(folder, 'other.db');
    writeFileSync(path, 'this is no database, however long it goes on '.repeat(30), { mode: 0o600 });
    expect(observe({ PENNY_DATABASE: path })).toMatchObject({
      path,
      trouble: { problem: expect.stringContaining(path), hint: expect.any(String) },
    });
    rmSync(folder, { recursive: true });
  });
});
