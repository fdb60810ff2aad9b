import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readNeverNames } from '../../src/workspace/read-never-names.ts';
import { WorkspaceError } from '../../src/workspace/workspace-error.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'penny-never-name-'));
  mkdirSync(join(folder, '.private'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(text: string): void {
  writeFileSync(join(folder, '.private', 'never-name.yaml'), text);
}

function read(environment: Readonly<Record<string, string>> = {}, setting?: string) {
  return readNeverNames({ folder, environment, ...(setting === undefined ? {} : { setting }) });
}

function failure(setting?: string): WorkspaceError {
  try {
    read({}, setting);
  } catch (error) {
    if (error instanceof WorkspaceError) return error;
    throw error;
  }
  throw new Error('the list could be read');
}

it('reads terms, aliases, how they match and where they are allowed', () => {
  write(
    '- term: acme corp\n  for: vp-of-sales\n  aliases: [acme]\n- {term: ramp, match: word, allow: [ramp up]}\n- term: 42\n',
  );
  expect(read()).toEqual([
    { number: 1, terms: ['acme corp', 'acme'], match: 'word', allow: [] },
    { number: 2, terms: ['ramp'], match: 'word', allow: ['ramp up'] },
    { number: 3, terms: ['42'], match: 'word', allow: [] },
  ]);
});

it('guards a name that looks like a number as it was written', () => {
  write('- {term: 007, aliases: [1.0, 0x1F, 1e3]}\n');
  expect(read()?.map(({ terms }) => terms)).toEqual([['007', '1.0', '0x1F', '1e3']]);
});

it('adds the terms of PENNY_NEVER_NAME behind those of the file', () => {
  write('- term: acme\n');
  expect(
    read({ PENNY_NEVER_NAME: ' jane doe, initech\n\n' })?.map(({ number, terms }) => [number, ...terms]),
  ).toEqual([
    [1, 'acme'],
    [2, 'jane doe'],
    [3, 'initech'],
  ]);
});

it('tells no list from an empty one', () => {
  expect(read()).toBeUndefined();
  write('# nobody yet\n');
  expect(read()).toEqual([]);
});

describe('a list that cannot be used stops everything, and nothing of it is shown', () => {
  it.each([
    ['- term: secretname\n  matches: word\n', 2],
    ['- term: secretname\n  match: sometimes\n', 2],
    ['- secretname\n', 1],
    ['- term: [secretname]\n', 1],
    ['secretname: 1\n', 1],
    ['- term: "secretname\n', 1],
    ['- term: *secretname\n', 1],
  ])('%j', (text, line) => {
    write(text);
    const { message, hint, findings, source } = failure();
    expect(findings[0]).toMatchObject({ file: '.private/never-name.yaml', line, severity: 'error' });
    expect(JSON.stringify([message, hint, findings, source])).not.toContain('secretname');
  });

  it('when newsletter.yaml names a file that is not there', () => {
    expect(failure('.private/other.yaml').message).toBe(
      'the never-name list .private/other.yaml cannot be read',
    );
  });
});

describe('in a repository', () => {
  beforeEach(() => {
    write('- term: acme\n');
    spawnSync('git', ['init', '--quiet'], { cwd: folder });
  });

  it('is refused when git would take the list', () => {
    expect(failure()).toMatchObject({
      message: 'git would take the never-name list .private/never-name.yaml',
      hint: expect.stringContaining('.gitignore'),
    });
  });

  it('is read when git ignores it', () => {
    writeFileSync(join(folder, '.gitignore'), '/.private/\n');
    expect(read()).toHaveLength(1);
  });

  it('is refused when it was committed in spite of .gitignore', () => {
    writeFileSync(join(folder, '.gitignore'), '/.private/\n');
    spawnSync('git', ['add', '--force', '.private/never-name.yaml'], { cwd: folder });
    expect(failure().message).toContain('git would take');
  });
});
