import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { init } from '../../../src/cli/commands/init.ts';
import { typing } from '../../fakes/typing.ts';
import type { Run } from '../../journeys/workspace.ts';
import { callPenny } from '../call-penny.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'penny-drafting-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function penny(words: readonly string[], input = ''): Promise<Run> {
  return callPenny(words, { folder, input });
}

const flags = [
  '--name',
  'the letter: a test',
  '--url',
  'https://penny.example',
  '--from',
  'hello@penny.example',
  '--yes',
];

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

describe('penny init', () => {
  it('makes a workspace in which only what is to be written is found', async () => {
    expect((await penny(['init', ...flags])).code).toBe(0);
    const { code, output } = await penny(['check', '--json']);
    expect(code).toBe(1);
    const rules: readonly { rule: string; severity: string }[] = JSON.parse(output).findings;
    expect(new Set(rules.filter(({ severity }) => severity !== 'note').map(({ rule }) => rule))).toEqual(
      new Set(['text/todo', 'link/placeholder']),
    );
  });

  it('keeps what is private out of git, and the .gitignore that was there', async () => {
    writeFileSync(join(folder, '.gitignore'), 'node_modules/\n/outbox/');
    await penny(['init', ...flags]);
    expect(read('.gitignore')).toBe(
      'node_modules/\n/outbox/\n/.penny/\n/public/\n/.private/\n/.env\n*.pem\n',
    );
  });

  it('makes the folder that was named', async () => {
    expect((await penny(['init', 'a/b', ...flags])).code).toBe(0);
    expect(readdirSync(join(folder, 'a/b')).sort()).toEqual([
      '.gitignore',
      'issues',
      'newsletter.yaml',
      'penny.schema.json',
    ]);
  });

  it('asks for what the flags leave out, again where an answer would not do, and says how to go on', async () => {
    const { terminal, asked, warned } = typing(
      'my letter',
      'penny.example',
      'https://penny.example',
      'me',
      'me@penny.example',
    );
    const context = { folder, json: false, verbose: false, environment: {}, terminal };
    const { exitCode, text } = await init(context, {}, ['a letter']);
    expect(exitCode).toBe(0);
    expect(asked).toHaveLength(5);
    expect(warned).toEqual([
      expect.stringContaining('hint: write it like https://penny.example'),
      expect.stringContaining('hint: write it like hello@penny.example'),
    ]);
    expect(read('a letter/newsletter.yaml')).toContain('https://penny.example');
    expect(text).toContain('next: npx penny -C "a letter" preview');
  });

  it('puts beside the settings what editors complete them by', async () => {
    await penny(['init', ...flags]);
    expect(read('newsletter.yaml')).toMatch(/^# yaml-language-server: \$schema=penny\.schema\.json\n/);
    expect(read('penny.schema.json')).toBe(readFileSync('penny.schema.json', 'utf8'));
  });

  it.each(['issues/001-hello.md', 'penny.schema.json'])(
    'leaves no half of a workspace beside a %s that is there already',
    async (path) => {
      mkdirSync(join(folder, 'issues'));
      writeFileSync(join(folder, path), 'mine');
      const before = readdirSync(folder, { recursive: true });
      expect((await penny(['init', ...flags])).code).toBe(2);
      expect(readdirSync(folder, { recursive: true })).toEqual(before);
      expect(read(path)).toBe('mine');
    },
  );

  it.each([
    ['a file named issues', () => writeFileSync(join(folder, 'issues'), 'mine'), ['issues']],
    ['a folder named .gitignore', () => mkdirSync(join(folder, '.gitignore')), ['.gitignore', 'issues']],
  ])('takes back what it wrote when it cannot go on: %s', async (_what, obstruct, left) => {
    obstruct();
    const { code, error } = await penny(['init', ...flags]);
    expect([code, error]).toEqual([2, expect.stringMatching(/^penny: .*\n {2}hint: .*\n$/)]);
    expect(readdirSync(folder).sort()).toEqual(left);
  });

  it.each([
    ['--name', 'two\tcolumns'],
    ['--from', 'é@penny.example'],
    ['--url', 'https:// penny'],
  ])('writes nothing that it could not read: %s %j', async (flag, value) => {
    const asked = flags.with(flags.indexOf(flag) + 1, value);
    const { code, error } = await penny(['init', ...asked]);
    expect([code, error]).toEqual([2, expect.stringMatching(/^penny: .*\n {2}hint: .*\n$/)]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('overwrites nothing', async () => {
    await penny(['init', ...flags]);
    const before = read('newsletter.yaml');
    const { code, error } = await penny(['init', ...flags]);
    expect([code, error]).toEqual([2, expect.stringContaining('is a workspace already')]);
    expect(read('newsletter.yaml')).toBe(before);
  });

  it.each([
    [['--name', 'a', '--url', 'https://penny.example'], '--from'],
    [['--name', 'a', '--url', 'penny.example', '--from', 'hello@penny.example'], 'https://penny.example'],
    [['--name', 'a', '--url', 'https://penny.example', '--from', 'hello'], 'hello@penny.example'],
  ])('says what is missing or wrong: %j', async (words, hint) => {
    const { code, error } = await penny(['init', ...words]);
    expect(code).toBe(2);
    expect(error).toContain(hint);
    expect(existsSync(join(folder, 'newsletter.yaml'))).toBe(false);
  });
});

describe('in a workspace', () => {
  beforeEach(() => {
    for (const part of ['issues', 'newsletter.yaml']) cpSync(part, join(folder, part), { recursive: true });
  });

  it('penny new drafts the next issue in the shape of the last', async () => {
    const { code, output } = await penny(['new', 'on', 'Trust: why?']);
    expect({ code, output }).toEqual({ code: 0, output: 'issues/002-on-trust-why.md\n' });
    const text = read('issues/002-on-trust-why.md');
    expect(text).toMatch(
      /^---\ntitle: "?on Trust: why\?"?\nsubtitle: TODO\nnumber: 2\ndate: \d{4}-\d\d-\d\d\ndraft: true\n---\n/,
    );
    expect(text.match(/^---[a-z].*$/gm)).toEqual([
      '---open role',
      '---active candidate',
      '---penny for my thoughts',
    ]);
    expect((await penny(['build'])).code).toBe(0);
  });

  it('penny new names a title without Latin letters', async () => {
    expect((await penny(['new', '李'])).output).toBe('issues/002-issue.md\n');
  });

  it('penny import drafts the seed, and says what it kept, guessed and dropped', async () => {
    cpSync('tests/golden/seed.txt', join(folder, 'letter.txt'));
    const { code, output } = await penny(['import', 'letter.txt']);
    expect(code).toBe(0);
    expect(output).toContain('46 in, 45 kept, 1 dropped');
    expect(output).toContain('46: “Reply” left over from a mail program');
    expect(output.trimEnd().split('\n').at(-1)).toBe(
      'issues/002-are-interviews-really-a-two-way-street-2.md',
    );
    const checked = await penny(['check', '2', '--json']);
    expect(JSON.parse(checked.output).findings.map(({ rule }: { rule: string }) => rule)).toContain(
      'role/apply-missing',
    );
  });

  it('penny import says which issue was drafted from the same text, or has the same title', async () => {
    const letter = 'on trust\nwhy\nopen role: vp\n- series a';
    const first = await penny(['import', '-'], letter);
    expect(first.output).not.toContain('already');
    const { output } = await penny(['import', '-'], letter);
    expect(output).toContain('issues/002-on-trust.md is the same draft already');
    expect(output.trimEnd().split('\n').at(-1)).toBe('issues/003-on-trust-2.md');
    const other = await penny(['import', '-', '--json'], `${letter}\n- 20 people`);
    expect(JSON.parse(other.output).earlier).toEqual({ path: 'issues/003-on-trust-2.md', isSame: false });
  });

  it('penny import says which block it did not find, and penny check where one seems to start', async () => {
    const letter = 'on trust\nwhy\nopen role: vp\n- series a\n- Active candidate 2: CFO';
    const { output } = await penny(['import', '-'], letter);
    expect(output).toContain('no candidate found');
    expect(output).toContain(
      '5: “- Active candidate 2: CFO” text, though it reads like the start of a block',
    );
    const { findings } = JSON.parse((await penny(['check', '2', '--json'])).output);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'issue/block-in-text', hint: 'write ---active candidate there' }),
    );
  });

  it('penny new takes no slug and no date that is taken', async () => {
    await penny(['new', 'on', 'trust']);
    writeFileSync(
      join(folder, 'issues/002-on-trust.md'),
      read('issues/002-on-trust.md').replace(/date: \S+/, 'date: 2999-12-29'),
    );
    const { output } = await penny(['new', 'On Trust!']);
    expect(output.trim()).toBe('issues/003-on-trust-2.md');
    expect(read('issues/003-on-trust-2.md')).toContain('date: 3000-01-05\n');
  });

  it('penny import names no file longer than a file may be named', async () => {
    const { code, output } = await penny(['import', '-'], `${'word '.repeat(4000)}\nwhy`);
    expect([code, output.trimEnd().split('\n').at(-1)]).toEqual([
      0,
      expect.stringMatching(/^issues\/002-(?:word-){15}word\.md$/),
    ]);
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeff“on trust”\nwhy\nopen role: vp\n• série a', 'utf16le'), false],
    [
      'Windows-1252',
      Buffer.from('\x93on trust\x94\r\nwhy\r\nopen role: vp\r\n\x95 s\xe9rie a', 'latin1'),
      true,
    ],
  ])('penny import reads what Word and Notepad save: %s', async (_, bytes, isGuess) => {
    writeFileSync(join(folder, 'letter.txt'), bytes);
    const { code, output } = await penny(['import', 'letter.txt']);
    expect(code).toBe(0);
    expect(output.includes('Windows-1252')).toBe(isGuess);
    expect(read('issues/002-on-trust.md')).toMatch(/title: “on trust”\n(?:.*\n)*- série a\n/);
  });

  it('penny import drafts the roles of a job board', async () => {
    const jobs = [
      {
        title: 'VP of Sales',
        absolute_url: 'https://boards.greenhouse.io/x/jobs/1',
        pay_input_ranges: [{}],
        content: 'prose',
      },
    ];
    const { code, output } = await penny(['import', '-', '--json'], JSON.stringify({ jobs }));
    expect(code).toBe(0);
    const { path, dropped } = JSON.parse(output);
    expect(dropped).toEqual([
      {
        line: 1,
        text: 'VP of Sales',
        what: 'pay: the board does not say for which period; write it yourself',
      },
      { line: 1, text: 'VP of Sales', what: 'left out: content; the bullets are yours to write' },
    ]);
    expect(path).toBe('issues/002-vp-of-sales.md');
    expect(read(path)).toContain('title: VP of Sales\napply: https://boards.greenhouse.io/x/jobs/1\n');
  });

  it.each([
    ['', '- is empty'],
    ['{"a": 1}', '- is JSON of a shape that penny does not know'],
    ['[{"text": "VP of Sales", "hostedUrl": "https://jobs.lev', '- starts as JSON and is not whole'],
    ['\u0000', 'a zero byte'],
    ['{"jobs": []}', '- is a job board without an open job'],
    ['<p>series a</p>', '- is the source of a page, HTML'],
    ['---\ntitle: a\n---\n\n---open role\ntitle: vp\n---\n', '- is an issue already'],
  ])('penny import says what is wrong with %j', async (input, message) => {
    const { code, error } = await penny(['import', '-'], input);
    expect(code).toBe(2);
    expect(error).toContain(message);
    expect(readdirSync(join(folder, 'issues'))).toHaveLength(1);
  });
});
