import { once } from 'node:events';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkspace, type Run, type TestWorkspace } from '../journeys/workspace.ts';
import { callPenny } from './call-penny.ts';

const firstIssue = 'issues/001-are-interviews-really-a-two-way-street.md';

let workspace: TestWorkspace;
beforeEach(() => {
  workspace = createWorkspace();
});
afterEach(() => {
  workspace[Symbol.dispose]();
});

function penny(words: string, environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  return callPenny(words === '' ? [] : words.split(' '), { folder: workspace.folder, environment });
}

function write(file: string, content: string): void {
  writeFileSync(join(workspace.folder, file), content);
}

/** Writes a second issue: the first, with some of its text replaced. */
function writeVariant(file: string, from: string | RegExp, to: string): void {
  write(file, readFileSync(join(workspace.folder, firstIssue), 'utf8').replace(from, to));
}

describe('a wrong call', () => {
  it.each([
    ['chekc', 'check'],
    ['check --strcit', '--strict'],
    ['subscribers lst', 'list'],
  ])('`penny %s` suggests %s and ends with 2', async (words, meant) => {
    const { code, output, error } = await penny(words);
    expect(code).toBe(2);
    expect(output).toBe('');
    expect(error).toContain(meant);
  });

  it.each(['', 'subscribers', 'role'])(
    '`penny %s --json` says in JSON that no command was named',
    async (words) => {
      const { code, output } = await penny(`${words} --json`.trim());
      expect(code).toBe(2);
      expect(JSON.parse(output)).toMatchObject({ error: { message: 'no command was named' } });
    },
  );

  it.each([
    'render 1 --as foo',
    'render 1',
    'render',
    'send',
    'send 1 --connections 0',
    'send 1 --wait soon',
    'preview --port 99999',
    'subscribers list --status gone',
    'completion powershell',
    'build extra',
    '--bogus',
  ])('`penny %s` ends with 2, says why, and prints no stack', async (words) => {
    const { code, output, error } = await penny(words);
    expect(code).toBe(2);
    expect(output).toBe('');
    expect(error).not.toBe('');
    expect(error).not.toMatch(/^\s+at /m);
  });

  it.each(['chekc --json', '--json chekc', 'render 1 --as foo --json', 'send --json', 'check nope --json'])(
    '`penny %s` prints one JSON document',
    async (words) => {
      const { code, output } = await penny(words);
      expect(code).toBe(2);
      expect(JSON.parse(output)).toMatchObject({ error: { message: expect.stringMatching(/./) } });
    },
  );
});

describe('the words before any command', () => {
  it('prints the version of the package and nothing else', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await penny('--version')).toEqual({ code: 0, output: `${version}\n`, error: '' });
  });

  it('shows help on standard error and ends with 2 without any word', async () => {
    const { code, output, error } = await penny('');
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(error).toContain('Usage: penny');
  });

  it('shows help on standard output when asked', async () => {
    const { code, output, error } = await penny('--help');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(output).toContain('subscribers');
  });

  it.each(['subscribers', 'role', 'theme'])('says with examples what %s is for', async (group) => {
    const { code, output } = await penny(`${group} --help`);
    expect(code).toBe(0);
    expect(output).toMatch(/-C <folder>.*--json.*Examples:\n {2}penny .*\n {6}.*\n {2}penny /s);
  });

  it('takes shared options in the middle of two words, too', async () => {
    const { output } = await callPenny(['subscribers', '-C', workspace.folder, '--json', 'list'], {
      folder: tmpdir(),
    });
    expect(JSON.parse(output)).toMatchObject({ count: expect.any(Number) });
  });

  it('finds the workspace of -C, before and after the command', async () => {
    const away = { folder: tmpdir() };
    expect((await callPenny(['-C', workspace.folder, 'check'], away)).code).toBe(0);
    expect((await callPenny(['check', '-C', workspace.folder], away)).code).toBe(0);
  });

  it('understands -C from the folder of the call', async () => {
    mkdirSync(join(workspace.folder, 'drafts'));
    expect((await penny('check -C drafts')).code).toBe(0);
    expect((await penny('-C drafts check 1')).code).toBe(0);
  });
});

describe('colours and quiet', () => {
  const colour = '\u001b[';
  const check = async (words: string[], environment = {}): Promise<string> =>
    (await callPenny(words, { folder: workspace.folder, environment, errorIsTerminal: true })).error;

  it('has colours on a terminal only, and none with NO_COLOR or --no-color', async () => {
    writeVariant('issues/002-two.md', /^/, 'no front matter\n');
    expect(await check(['check'])).toContain(colour);
    expect(await check(['check'], { NO_COLOR: '' })).toContain(colour);
    expect(await check(['check'], { NO_COLOR: '1' })).not.toContain(colour);
    expect(await check(['check', '--no-color'])).not.toContain(colour);
    expect(await check(['--no-color', 'check'])).not.toContain(colour);
    expect((await penny('check')).error).not.toContain(colour);
  });

  it('drops what goes along with --quiet, and keeps results and failures', async () => {
    await penny('subscribers import subscribers.csv');
    const [plain, quiet] = [await penny('new one'), await penny('new two --quiet')];
    expect([plain.error, quiet.error]).toEqual([expect.stringContaining('draft'), '']);
    expect(quiet.output).toBe('issues/003-two.md\n');
    expect((await penny('send 1 --dry-run --quiet')).output).toContain('subject');
    expect((await penny('check nope --quiet')).error).toContain('nope');
  });
});

/** What every known failure owes the person: exit 2, the line, a hint, no stack; the same as JSON. */
async function expectFailure(
  words: string,
  said: string | RegExp,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { code, output, error } = await penny(words, environment);
  expect({ code, output }).toEqual({ code: 2, output: '' });
  expect(error).toMatch(said);
  expect(error).toContain('hint: ');
  expect(error).not.toContain('this is a bug');
  expect(error).not.toMatch(/^\s+at /m);
  const json = await penny(`${words} --json`, environment);
  expect(json.code).toBe(2);
  expect(JSON.parse(json.output)).toMatchObject({
    error: { message: expect.stringMatching(/./), hint: expect.stringMatching(/./) },
  });
  return error + json.output;
}

describe('bad input', () => {
  it('no workspace', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'penny-empty-'));
    await expectFailure(`check -C ${empty}`, /there is no newsletter\.yaml/);
    rmSync(empty, { recursive: true });
  });

  it('a folder that is not there', async () => {
    await expectFailure('check -C /gone/newsletter', /there is no folder \/gone\/newsletter/);
  });

  it('an issue behind an option that takes several values', async () => {
    expect(await expectFailure('send --test me@penny.example 1', /missing required argument/)).toContain(
      'hint: write the issue in front of --test',
    );
    expect(await expectFailure('subscribers import --tag a list.csv', /missing required argument/)).toContain(
      'hint: write the file in front of --tag',
    );
  });

  it('newsletter.yaml with three faults, each with its place', async () => {
    write('newsletter.yaml', 'name: 7\nurl: nowhere\nsender: { name: penny, address: nobody }\n');
    const said = await expectFailure('check', /newsletter\.yaml/);
    for (const line of [1, 2, 3]) expect(said).toMatch(new RegExp(`newsletter\\.yaml:${line}:\\d+`));
  });

  it('a folder of issues that cannot be read', async () => {
    rmSync(join(workspace.folder, 'issues'), { recursive: true });
    await expectFailure('check', /issues/);
    write('issues', 'a file');
    await expectFailure('build', /issues/);
  });

  it('an unknown issue, with those that there are', async () => {
    expect(await expectFailure('send 9 --yes', /there is no issue “9”/)).toContain(firstIssue);
  });

  it('an issue by the name of its file alone is none of this', async () => {
    expect((await penny(`check ${firstIssue.replace('issues/', '')}`)).code).toBe(0);
  });

  it('two issues of the same number', async () => {
    writeVariant('issues/002-two.md', '', '');
    const said = await expectFailure('send 1 --yes', /is both/);
    expect(said).toContain('002-two.md');
  });

  it('a draft to be sent', async () => {
    writeVariant(firstIssue, /^---\n/, '---\ndraft: true\n');
    await expectFailure('send 1 --yes', /is a draft/);
  });

  it('a send that nobody can confirm', async () => {
    await penny('subscribers import subscribers.csv');
    const { code, output, error } = await penny('send 1');
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(error).toContain('--yes');
  });

  it('a port in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await expectFailure(`preview --no-open --port ${port}`, new RegExp(`${port}`));
    server.close();
    await once(server, 'close');
  });

  it('a broken template', async () => {
    mkdirSync(join(workspace.folder, 'templates/web'), { recursive: true });
    write('templates/web/issue.hbs', '{{#if title}}');
    const { code, output, error } = await penny('render 1 --as web');
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(error).toContain('templates/web/issue.hbs:1:1  error  mail/template-fails\n');
    expect(error).toContain('hint: docs/theming.md lists');
  });

  it('a CSV file that is not there, or has no addresses', async () => {
    await expectFailure('subscribers import gone.csv', /gone\.csv is not there/);
    await expectFailure('send 1 --to gone.csv --yes', /gone\.csv is not there/);
    write('names.csv', 'name,city\nLi,Oslo\n');
    await expectFailure('subscribers import names.csv', /address|email/);
  });

  it('a list with nobody on it', async () => {
    write('nobody.csv', 'email,name\n');
    const { code, error } = await penny('send 1 --to nobody.csv --yes');
    expect(code).toBe(2);
    expect(error).toContain('hint: ');
  });

  it('a mail server whose address is broken, without its password', async () => {
    const environment = { SMTP_URL: 'smpt://penny:hunter2@mail.example.com' };
    const said = await expectFailure('send 1 --to subscribers.csv --yes', /SMTP|smtp/, environment);
    expect(said).not.toContain('hunter2');
  });

  it('somebody who is not on the list', async () => {
    await expectFailure(
      'render 1 --as text --for nobody@example.org',
      /nobody@example\.org is not on the list/,
    );
    await expectFailure('render 1 --as text --for nobody', /is not an address/);
  });

  it('a rule that does not exist, with the one that was meant', async () => {
    expect(await expectFailure('check --explain role/aply-missing', /there is no rule/)).toContain(
      'role/apply-missing',
    );
  });
});

describe('a database', () => {
  const path = (): string => join(workspace.folder, 'penny.sqlite');
  const at = (): Record<string, string> => ({ PENNY_DATABASE: path() });

  it('of a newer version', async () => {
    await penny('subscribers import subscribers.csv', at());
    const database = new DatabaseSync(path());
    database.exec(`INSERT INTO migration (number, at) VALUES (999, '2030-01-01T00:00:00Z')`);
    database.close();
    for (const words of ['status', 'subscribers list', 'send 1 --yes', 'build'])
      await expectFailure(words, /newer version/, at());
  });

  it('that is none', async () => {
    appendFileSync(
      path(),
      'this is no database, it is a text that is long enough to be looked at\n'.repeat(99),
    );
    await expectFailure('status', /database/, at());
    await expectFailure('subscribers list', /database/, at());
  });

  it('that is locked', { timeout: 60_000 }, async () => {
    await penny('subscribers import subscribers.csv', at());
    const database = new DatabaseSync(path());
    database.exec('BEGIN EXCLUSIVE');
    const { code, error } = await penny('subscribers import subscribers.csv', at());
    database.close();
    expect(code).toBe(2);
    expect(error).toMatch(/locked|busy|in use|another/);
    expect(error).toContain('hint: ');
  });
});
