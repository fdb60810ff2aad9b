import { once } from 'node:events';
import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandTable, sharedOptions } from '../../src/cli/command-table.ts';
import { startImap } from '../inbox/imap/scripted-imap.ts';
import { createWorkspace, type TestWorkspace } from './workspace.ts';

const documents = ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)].filter((path) =>
  path.endsWith('.md'),
);

/** The commands in the ```sh blocks of a document, without what is said beside them. */
function shellLines(path: string): string[] {
  const blocks = readFileSync(path, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm);
  return [...blocks]
    .flatMap(([, body = '']) => body.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '');
}

/** The words after `penny`, without quotes and without what only the shell reads. */
function pennyWords(line: string): string {
  return line
    .replace(/^(npx )?penny /, '')
    .replace(/\s+(>>?|<|\|)\s.*$/, '')
    .replaceAll('"meetup list"', 'meetup');
}

/** Runs one documented line as far as it goes without a person, and says what went wrong, if anything. */
async function tryOut(workspace: TestWorkspace, line: string): Promise<string | undefined> {
  const words = pennyWords(line);
  if (/^preview\b/.test(words)) return tryOutServer(workspace, `${words} --no-open`);
  if (/^serve\b(?!.*--renew-key)/.test(words)) return tryOutServer(workspace, words);
  const { code, error } = await workspace.penny(words);
  const answer = flagOfAnswer(words);
  if (answer !== undefined)
    return code === 2 && error.includes(answer) ? undefined : `${line}: exit ${code}\n${error}`;
  return code === 0 ? undefined : `${line}: exit ${code}\n${error}`;
}

/** Mail that somebody has, for commands that read it. */
function writeMail({ folder }: TestWorkspace): void {
  const mail = 'From: ann@example.com\nTo: hello@penny.example\nSubject: unsubscribe\n\n';
  writeFileSync(join(folder, 'bounce.eml'), mail);
  writeFileSync(join(folder, 'bounces.mbox'), `From ann@example.com Mon Jan  5 12:00:00 2026\n${mail}`);
}

/** The flag that answers what a command would ask, where it asks; here nobody can be asked. */
function flagOfAnswer(words: string): string | undefined {
  const asks = /^(send|resume|cancel|subscribers (remove|erase))\b/.test(words);
  if (asks && !/--(yes|dry-run|test)/.test(words)) return '--yes';
  return /^init\b/.test(words) && !words.includes('--yes') ? '--name' : undefined;
}

/** Starts a server at a free port, waits for its address and stops it. */
async function tryOutServer(workspace: TestWorkspace, words: string): Promise<string | undefined> {
  const server = workspace.start(`${words.replace(/ --port \d+/g, '')} --port 0`);
  const closed = once(server, 'close');
  let said = '';
  const address = new Promise<boolean>((done) => {
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('http://127.0.0.1:')) done(true);
      });
    server.once('close', () => done(false));
  });
  const started = await address;
  server.kill('SIGINT');
  await closed;
  return started ? undefined : `${words}: ${said}`;
}

const written = documents
  .map((path) => ({ path, lines: shellLines(path).filter((line) => line.startsWith('npx penny')) }))
  .filter(({ lines }) => lines.length > 0);

describe.each(written)('$path', ({ path, lines }) => {
  it('holds commands that run as they are written', { timeout: 120_000 }, async () => {
    using workspace = createWorkspace();
    // The README's commands come after its demo, which knows everybody in the list.
    if (path === 'README.md') await workspace.penny('subscribers import subscribers.csv');
    writeMail(workspace);
    for (const line of lines) expect(await tryOut(workspace, line)).toBeUndefined();
  });
});

describe('README.md', () => {
  it('names the test command that CI runs', () => {
    const testCommand = shellLines('README.md').find((line) => line.endsWith('npm test'));
    const inCi = readFileSync('.ci/run', 'utf8').split('\n');
    expect(inCi).toContain(testCommand);
  });
});

/** Commands for a mailing that has not ended. */
const steered: ReadonlySet<string> = new Set(['pause', 'resume', 'cancel']);

/** Not yet over when a process that is started now reads it, and over when the next one does. */
function soon(): string {
  return new Date(Date.now() + 5_000).toISOString().replace(/\.\d+/, '');
}

describe.each(commandTable)('penny $name', ({ name, options, examples }) => {
  it('shows two worked examples in its help, and both run', { timeout: 60_000 }, async () => {
    using workspace = createWorkspace();
    await workspace.penny('subscribers import subscribers.csv');
    await workspace.penny(steered.has(name) ? `send 1 --yes --detach --at ${soon()}` : 'send 1 --yes');
    cpSync('tests/golden/seed.txt', join(workspace.folder, 'letter.txt'));
    writeFileSync(join(workspace.folder, 'mail.log'), '');
    writeMail(workspace);
    await using imap = await startImap([]);
    appendFileSync(join(workspace.folder, '.env'), `IMAP_URL=${imap.url}\n`);
    const help = await workspace.penny(`${name} --help`);
    expect(help).toMatchObject({ code: 0, error: '' });
    expect(examples).toHaveLength(2);
    for (const { line, does } of examples) {
      expect(help.output).toContain(line);
      expect(help.output).toContain(does);
      if (line.includes(' < ')) continue;
      expect(await tryOut(workspace, line)).toBeUndefined();
    }
  });

  it('is explained with its options, all of them and no other', () => {
    const known = [...options, ...sharedOptions].flatMap(({ flags }) => flagsIn(flags));
    const told = flagsIn(explanationOf(name));
    expect(options.flatMap(({ flags }) => flagsIn(flags)).filter((flag) => !told.includes(flag))).toEqual([]);
    expect(told.filter((flag) => !known.includes(flag))).toEqual([]);
  });

  it('has its JSON document described', () => {
    const described = sectionOf('JSON').matchAll(/^\| (.*?) \| `\{/gm);
    expect([...described].flatMap(([, names = '']) => codeIn(names))).toContain(name);
  });
});

/** What `docs/commands.md` says of one command: its row of the first table and, where it has one, its section. */
function explanationOf(name: string): string {
  const rows = sectionOf('Commands').split('\n');
  const row = rows.find((line) => new RegExp(`\`penny ${name}(?= |\`)`).test(firstCell(line)));
  if (row === undefined) throw new Error(`docs/commands.md has no row for penny ${name}`);
  return `${row}\n${sectionOf(name)}`;
}

/** Everything between a heading of `docs/commands.md` and the next one; empty where there is no such heading. */
function sectionOf(heading: string): string {
  const sections = readFileSync('docs/commands.md', 'utf8').split(/^#+ /m);
  return sections.find((section) => section.startsWith(`${heading}\n`)) ?? '';
}

function firstCell(row: string): string {
  return /^\| (.*?) \| /.exec(row)?.[1] ?? '';
}

function codeIn(text: string): string[] {
  return Array.from(text.matchAll(/`([^`]+)`/g), ([, code = '']) => code);
}

function flagsIn(text: string): string[] {
  return text.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [];
}
