import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWorkspace, type Run, type TestWorkspace } from '../../journeys/workspace.ts';
import { callPenny } from '../call-penny.ts';

let workspace: TestWorkspace;
beforeEach(() => {
  workspace = createWorkspace();
  mkdirSync(join(workspace.folder, '.penny'));
});
afterEach(() => workspace[Symbol.dispose]());

function penny(line: string): Promise<Run> {
  return callPenny(line.split(' '), { folder: workspace.folder });
}

function writeDatabase(text: string): string {
  const path = join(workspace.folder, '.penny/penny.db');
  writeFileSync(path, text);
  return path;
}

it.each(['check', 'build'])('lets penny %s write nothing into an empty database', async (command) => {
  const path = writeDatabase('');
  const { code, error } = await penny(command);
  expect([code, error]).toEqual([0, expect.not.stringContaining('issue/sent-unknown')]);
  expect(readFileSync(path, 'utf8')).toBe('');
});

it('says that the database cannot be read, beside everything else that is found', async () => {
  const path = writeDatabase('Dear diary, '.repeat(100));
  writeFileSync(join(workspace.folder, 'issues/002-b.md'), '---\ntitle: b\n---\n');
  const { code, output } = await penny('check --json');
  expect(code).toBe(1);
  const { findings } = JSON.parse(output);
  expect(findings).toContainEqual(
    expect.objectContaining({ file: 'issues/002-b.md', rule: 'schema/missing' }),
  );
  expect(findings).toContainEqual({
    file: '.penny/penny.db',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
    severity: 'error',
    rule: 'issue/sent-unknown',
    message: `the database ${path} is not a database, so nobody can tell which issues were sent`,
    hint: 'set PENNY_DATABASE to another path, or move the file away',
  });
});

it('builds no site while nobody can tell which issues were sent', async () => {
  writeDatabase('Dear diary, '.repeat(100));
  const { code, error } = await penny('build');
  expect([code, error]).toEqual([
    2,
    expect.stringMatching(/so nobody can tell which issues were sent\n {2}hint: /),
  ]);
  expect(existsSync(join(workspace.folder, 'public'))).toBe(false);
});
