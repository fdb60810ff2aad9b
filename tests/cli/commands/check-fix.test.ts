import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWorkspace, type Run, type TestWorkspace } from '../../journeys/workspace.ts';
import { callPenny } from '../call-penny.ts';

const broken = `---\r
titel: hello
numbr: 2
date: 30.11.2026
subtitle: what pays
---

---open role
title: cto
company: acme
aply: jobs.example.com/cto
---

- write to jobs.example.com until 30.11.2026
`;
const mended = broken
  .replace('titel', 'title')
  .replace('numbr', 'number')
  .replace('date: 30.11.2026', 'date: 2026-11-30')
  .replace('aply: ', 'apply: https://');

let workspace: TestWorkspace;
beforeEach(() => {
  workspace = createWorkspace();
  writeFileSync(join(workspace.folder, 'issues/002-hello.md'), broken);
});
afterEach(() => workspace[Symbol.dispose]());

function penny(line: string): Promise<Run> {
  return callPenny(line.split(' '), { folder: workspace.folder });
}

function read(file: string): string {
  return readFileSync(join(workspace.folder, file), 'utf8');
}

it('mends the fields, shows the diff and checks again', async () => {
  const { code, error } = await penny('check issues/002-hello.md --fix');
  expect(code).toBe(0);
  expect(read('issues/002-hello.md')).toBe(mended);
  expect(error).toContain('-aply: jobs.example.com/cto\n+apply: https://jobs.example.com/cto\n');
  expect(error).not.toContain('title is missing');
});

it('says in JSON what it mended, and where', async () => {
  const { output } = await penny('check 2 --fix --json');
  const { fixed, summary } = JSON.parse(output);
  expect(summary.errors).toBe(0);
  expect(fixed).toContainEqual({
    file: 'issues/002-hello.md',
    line: 4,
    column: 7,
    rule: 'issue/date',
  });
  expect(fixed).toContainEqual({
    file: 'issues/002-hello.md',
    line: 11,
    column: 7,
    rule: 'role/apply-url',
  });
  expect(fixed).toHaveLength(5);
});

it('changes no file without --fix, no other file, and none that needs nothing', async () => {
  const first = read('issues/001-are-interviews-really-a-two-way-street.md');
  await penny('check');
  expect(read('issues/002-hello.md')).toBe(broken);
  await penny('check --fix');
  expect(read('issues/001-are-interviews-really-a-two-way-street.md')).toBe(first);
  expect(JSON.parse((await penny('check --fix --json')).output).fixed).toEqual([]);
  expect(readdirSync(join(workspace.folder, 'issues'))).toHaveLength(2);
});

it('shows no line with a name that must not appear', async () => {
  mkdirSync(join(workspace.folder, '.private'));
  writeFileSync(join(workspace.folder, '.private/never-name.yaml'), '- term: acme\n');
  writeFileSync(join(workspace.folder, '.gitignore'), '.private\n');
  const { error, output } = await penny('check 2 --fix');
  expect(read('issues/002-hello.md')).toBe(mended);
  expect(error).toContain('+apply: https://jobs.example.com/cto');
  expect(error + output).not.toMatch(/acme/i);
});
