import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from '../../../src/cli/program.ts';
import type { Run } from '../../journeys/workspace.ts';
import { callPenny } from '../call-penny.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'penny-mishap-'));
  mkdirSync(join(folder, 'issues'));
  write(
    'newsletter.yaml',
    'name: a\nurl: https://penny.example\nsender: {name: a, address: hello@penny.example, postalAddress: 1 Market St}\n',
  );
  write('issues/001-a.md', issue(1));
  write('subscribers.csv', 'email\nli@example.net\njosé@example.net\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

function issue(number: number): string {
  return `---\ntitle: a${number}\nsubtitle: b\nnumber: ${number}\ndate: 2026-11-2${number}\n---\n\n---penny for my thoughts\n---\n\nhi.\n`;
}

function penny(words: string, environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  return callPenny(words.split(' '), { folder, environment });
}

describe('a never-name list that cannot be read', () => {
  it('is no list without names: nothing is built', async () => {
    mkdirSync(join(folder, '.private/never-name.yaml'), { recursive: true });
    const { code, error } = await penny('build');
    expect([code, error]).toEqual([
      2,
      expect.stringContaining('the never-name list .private/never-name.yaml cannot be read'),
    ]);
    expect(existsSync(join(folder, 'public'))).toBe(false);
  });
});

describe('an issue that cannot be read', () => {
  it('hides none of the others', async () => {
    symlinkSync('nowhere', join(folder, 'issues/002-b.md'));
    write('issues/003-c.md', issue(3).replace('hi.', 'TODO'));
    const { code, output } = await penny('check --json');
    const rules = JSON.parse(output).findings.map(
      ({ file, rule }: { file: string; rule: string }) => `${file} ${rule}`,
    );
    expect(code).toBe(1);
    expect(rules).toEqual(
      expect.arrayContaining(['issues/002-b.md file/unreadable', 'issues/003-c.md text/todo']),
    );
  });

  it('is found by the number in its name', async () => {
    write('issues/004-d.md', issue(4).replace('number: 4', 'number: four'));
    const { code, error } = await penny('check 4');
    expect([code, error]).toEqual([1, expect.stringContaining('issues/004-d.md:4:9')]);
  });
});

describe('files of other programs', () => {
  it('are left alone: an editor’s lock among the templates, a folder .env', async () => {
    mkdirSync(join(folder, 'templates/email'), { recursive: true });
    symlinkSync('me@machine.1', join(folder, 'templates/email/.#layout.hbs'));
    mkdirSync(join(folder, '.env'));
    expect((await penny('check')).code).toBe(0);
  });

  it('are told of when they stand in the way', async () => {
    write('templates', 'a file');
    const { code, error } = await penny('check');
    expect([code, error]).toEqual([2, expect.stringContaining('templates cannot be read')]);
  });
});

describe('sending', () => {
  it('sends no test copy in a dry run', async () => {
    const { code, output } = await penny('send 1 --test me@penny.example --dry-run');
    expect([code, output]).toEqual([0, expect.stringContaining('nothing was sent')]);
    expect(existsSync(join(folder, 'outbox'))).toBe(false);
  });

  it('does not guess between --test and --to', async () => {
    const { code, error } = await penny('send 1 --to subscribers.csv --test me@penny.example');
    expect([code, error]).toEqual([2, expect.stringContaining('leave one of them out')]);
  });

  it('prints the plan as the result of a dry run, also with --quiet', async () => {
    const { code, output } = await penny('send 1 --to subscribers.csv --dry-run --quiet');
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/subject +a1\n[\s\S]*to +2 people\n[\s\S]*nothing was written/),
    ]);
  });
});

it('lets go of a list when the database cannot be opened', async () => {
  write('penny.db', 'this is no database, it is a text that is long enough to be looked at\n'.repeat(99));
  const input = new PassThrough().end('email\nli@example.net\n');
  const streams = { input, output: new PassThrough(), error: new PassThrough() };
  const environment = { PENNY_DATABASE: 'penny.db' };
  expect(await runProgram(['subscribers', 'import', '-'], { streams, environment, folder })).toBe(2);
  expect(input.destroyed).toBe(true);
});

it.each([
  ['subscribers import gone.csv', 'ENOENT'],
  ['new on trust', 'EEXIST'],
])('with --verbose says why a file cannot be read or written: %s', async (words, code) => {
  symlinkSync('nowhere', join(folder, 'issues/002-on-trust.md'));
  expect((await penny(words)).error).not.toContain(code);
  expect((await penny(`${words} --verbose`)).error).toContain(`cause: Error: ${code}`);
});

it('prints a message to the byte as it would be sent', async () => {
  await penny('subscribers import subscribers.csv');
  const { output } = await penny('render 1 --as eml --for josé@example.net');
  expect(output).toContain('To: josé@example.net\r\n');
});

it('builds with the database in the workspace itself, or with its variable empty', async () => {
  for (const path of ['penny.db', '']) {
    await penny('subscribers import subscribers.csv', { PENNY_DATABASE: path });
    expect((await penny('build', { PENNY_DATABASE: path })).code).toBe(0);
  }
  expect(readdirSync(folder)).toContain('penny.db');
});

it('knows a mailing whose issue is gone', async () => {
  await penny('send 1 --to subscribers.csv --yes');
  rmSync(join(folder, 'issues/001-a.md'));
  expect(JSON.parse((await penny('status 1 --json')).output).mailings).toMatchObject([
    { issue: 1, accepted: 2 },
  ]);
});

it('lists more people than a call takes arguments', async () => {
  const people = Array.from({ length: 130_000 }, (_, index) => `p${index}@example.com`);
  write('many.csv', `email\n${people.join('\n')}\n`);
  await penny('subscribers import many.csv');
  const { code, output } = await penny('subscribers list');
  expect([code, output.split('\n').length]).toEqual([0, 130_003]);
}, 60_000);

it('shows what was typed without its control characters', async () => {
  const { error } = await penny('\u001b[31mfoo');
  expect(error).toContain('foo');
  expect(error).not.toContain('\u001b');
});

it('ends quietly when nobody reads on', () => {
  const penny = `${process.execPath} ${resolve('src/cli/main.ts')}`;
  const closed = ['--help', '--version', 'check --explain text/todo']
    .map((words) => `${penny} ${words} | true; `)
    .join('');
  const script = `${closed} ${penny} completion bash | head -1 > /dev/null; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
  expect([stdout.trim(), stderr]).toEqual(['0', '']);
});

it('says in one line that what it says cannot be written, and that this is no finding', () => {
  const words = ['-c', `"$0" "$1" --help > /dev/full`, process.execPath, resolve('src/cli/main.ts')];
  const { status, stderr } = spawnSync('bash', words, { cwd: folder, encoding: 'utf8' });
  expect([status, stderr]).toEqual([
    2,
    expect.stringMatching(/^penny: what it says cannot be written: .*ENOSPC.*\n$/),
  ]);
});

describe('a candidate whose consent has ended since the day of the issue', () => {
  const candidate = (status: string): string =>
    `---\ntitle: a2\nsubtitle: b\nnumber: 2\nslug: b\ndate: 2024-01-02\n---\n\n---active candidate\ntitle: cto\nstatus: ${status}\nweb: true\nconsent: {on: 2024-01-01, until: 2024-06-01, scope: [email, web]}\n---\n\n- 15 years\n`;

  it.each(['active', 'placed'])('is mailed to nobody: %s', async (status) => {
    write('issues/002-b.md', candidate(status));
    const { code, error } = await penny('send 2 --to subscribers.csv --yes');
    expect([code, error]).toEqual([
      2,
      expect.stringContaining('candidate c1 agreed to be shown until 2024-06-01, and today is '),
    ]);
    expect(await penny('send 2 --test me@example.com')).toMatchObject({ code: 2 });
    expect(existsSync(join(folder, 'outbox'))).toBe(false);
  });
});
