import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callPenny } from '../cli/call-penny.ts';
import { disguises } from '../fakes/disguises.ts';

/** Files of a workspace; a channel puts the name into one place of them. */
interface Parts {
  readonly files: Readonly<Record<string, string>>;
  /** The commands by which the place would leave the house; both unless told. */
  readonly by?: readonly string[];
}

const settings =
  'name: penny\nurl: https://penny.example\nsender: {name: penny, address: hello@penny.example, postalAddress: 1 Market St}\n';

function issue(front = '', blocks = role('') + essay('what a week.')): string {
  return `---\ntitle: two way street\nnumber: 1\ndate: 2026-11-23\n${front}---\n\n${blocks}`;
}

function role(fields: string, body = '- series a'): string {
  return `---open role\ntitle: vp of sales\napply: mailto:hello@penny.example\n${fields}---\n\n${body}\n\n`;
}

function candidate(fields: string, body = '- 15 years in sales'): string {
  return `---active candidate\ntitle: vp of sales\nweb: true\n${fields}---\n\n${body}\n\n`;
}

function essay(body: string): string {
  return `---penny for my thoughts\n---\n\n${body}\n`;
}

const file = 'issues/001-a.md';
const send = 'send 1 --to subscribers.csv --yes';
const one = (text: string): Parts => ({ files: { [file]: text } });
const quoted = (text: string): string => JSON.stringify(text);

/** Every way out of the house that an author's text can take. */
const channels: Readonly<Record<string, (name: string) => Parts>> = {
  'the subtitle': (name) => one(issue(`subtitle: ${quoted(name)}\n`)),
  'the subject': (name) => one(issue(`subject: ${quoted(name)}\n`)),
  'the preheader': (name) => one(issue(`preheader: ${quoted(name)}\n`)),
  'the introduction': (name) => one(issue('', `about (${name})\n\n${role('')}`)),
  'a role’s bullet': (name) => one(issue('', role('', `- works for ${name}`))),
  'a role’s benefits': (name) => one(issue('', role(`benefits: ${quoted(name)}\n`))),
  'a role’s location': (name) => one(issue('', role(`location: ${quoted(name)}\n`))),
  'a role’s button': (name) => one(issue('', role(`cta: {lead: ${quoted(name)}}\n`))),
  'a candidate’s bullet': (name) => one(issue('', candidate('', `- 5 years at ${name}`))),
  'a candidate’s availability': (name) => one(issue('', candidate(`available: ${quoted(name)}\n`))),
  'the essay': (name) => one(issue('', essay(`i know ${name} well`))),
  'a heading': (name) => one(issue('', essay(`## ${name}\n\nwhat a week.`))),
  code: (name) => one(issue('', essay(`\`${name.replaceAll('`', '')}\``))),
  'a table': (name) =>
    one(issue('', essay(`| a | b |\n| --- | --- |\n| 1 | ${name.replaceAll(/\s+/g, ' ')} |`))),
  'a picture’s text': (name) =>
    one(issue('', essay(`![${name.replaceAll(/[[\]]/g, '')}](https://images.penny.example/a.png)`))),
  'a link': (name) =>
    one(
      issue('', essay(`[this](https://jobs.penny.example/${encodeURI(name.replaceAll(/[\s()]+/g, '-'))})`)),
    ),
  'the sender’s name': (name) => ({
    by: [send],
    files: {
      [file]: issue(),
      'newsletter.yaml': settings.replace(
        '{name: penny',
        `{name: ${quoted(`${name.replaceAll(/\s+/g, ' ')} at`)}`,
      ),
    },
  }),
  'a template of one’s own': (name) => ({
    files: {
      [file]: issue(),
      'templates/web/subscribe.hbs': `<!-- ${name} -->`,
      'templates/email/masthead.hbs': `<p>${name}</p>`,
    },
  }),
};

/** Letters only: what file names and ids can hold. */
const nameChannels: Readonly<Record<string, (name: string) => Parts>> = {
  'the file’s name': (name) => ({ files: { [`issues/001-${name}.md`]: issue() } }),
  'the slug': (name) => one(issue(`slug: ${name}\n`)),
  'a role’s id': (name) => one(issue('', role(`id: ${name}\n`))),
  'a candidate’s id': (name) => one(issue('', candidate(`id: ${name}\n`))),
  'a tag': (name) => one(issue(`tags: [${name}]\n`)),
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'penny-discretion-'));
  write('newsletter.yaml', settings);
  write('subscribers.csv', 'email,name\nli@example.net,Li\n');
  write('.private/never-name.yaml', '- term: jane doe\n- term: initech\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Runs a command that must refuse, write nothing, and say nothing that gives the name away. */
async function expectSilence(words: string, secrets: readonly string[]): Promise<void> {
  const { code, output, error } = await callPenny(words.split(' '), { folder });
  expect(code, output + error).toBe(1);
  for (const secret of secrets) {
    expect(output.toLowerCase()).not.toContain(secret);
    expect(error.toLowerCase()).not.toContain(secret);
  }
  for (const written of ['public', 'outbox']) expect(existsSync(join(folder, written))).toBe(false);
  expect(databaseText()).not.toMatch(/jane.?doe|initech/i);
}

function databaseText(): string {
  const private_ = join(folder, '.penny');
  if (!existsSync(private_)) return '';
  return readdirSync(private_, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name + readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('');
}

describe.each(Object.entries(channels))('a name in %s', (_, put) => {
  it.each(Object.entries(disguises))(
    'written with %s never leaves the house',
    async (_disguise, disguise) => {
      for (const term of ['jane doe', 'initech']) {
        const written = disguise(term);
        const { files, by = ['build', send] } = put(written);
        for (const [path, text] of Object.entries(files)) write(path, text);
        for (const command of by) await expectSilence(command, [term, written.toLowerCase()]);
      }
    },
  );
});

describe.each(Object.entries(nameChannels))('a name in %s', (_, put) => {
  it.each(['jane-doe', 'janedoe', 'initech', 'at-initech-uk'])('never leaves the house: %s', async (name) => {
    for (const [path, text] of Object.entries(put(name).files)) write(path, text);
    for (const command of ['check', 'check --json', 'check --format github', 'build', 'build --json']) {
      await expectSilence(command, [name]);
    }
    await expectSilence(`${send} --json`, [name]);
    await expectSilence('render 1 --as text', [name]);
  });
});

it('lets everything out when the name is nowhere', async () => {
  write(file, issue('', role('') + candidate('') + essay('jane, and a doe: init technology.')));
  expect((await callPenny(['build'], { folder })).code).toBe(0);
  expect((await callPenny(send.split(' '), { folder })).code).toBe(0);
  expect(readdirSync(join(folder, 'outbox'))).toHaveLength(1);
});

it('lets a word out beside quotes and line ends, which feeds write in ways of their own', async () => {
  const body = 'it "will *ramp*" & "don’t panic\nramp" soon, or so we will ramp\nup';
  write(file, issue('subtitle: b\n', role('') + essay(body)));
  write('.private/never-name.yaml', `- term: ramp\n  allow: ["${file}:18", "${file}:19:1", ramp up]\n`);
  const { code, error } = await callPenny(['build'], { folder });
  expect(error).not.toContain('never-name');
  expect(code).toBe(0);
});

it('lets a word out that is only a word there, on the page as in the source', async () => {
  write('.private/never-name.yaml', `- term: ramp\n  allow: ["${file}:17", ramp down]\n`);
  write(file, issue('subtitle: b\n', role('') + essay('we will ramp up *soon*, and ramp down later.')));
  const refused = await callPenny(['build'], { folder });
  expect(refused.code).toBe(1);
  write('.private/never-name.yaml', `- term: ramp\n  allow: ["${file}:18", ramp down]\n`);
  const released = await callPenny(['build'], { folder });
  expect(released.error).not.toContain('never-name');
  expect(released.code).toBe(0);
});

/** What is wrong before an issue is read, with the name in it. */
const faults: Readonly<Record<string, string>> = {
  'beside a key that is none': 'labels: { essay: thoughts, sponsorr: thanks to zorblatt }',
  'as a key': 'zorblatt: 1',
  'nearly as a key': 'nama zorblatt: 1',
  'beside a port that is none': 'smtp: {host: zorblatt.example, port: x}',
  'as a colour': 'theme: {accent: zorblatt}',
  'in what is no YAML': 'labels: [zorblatt\nneverName: .private/other.yaml\nlabels: {',
};

describe.each(Object.entries(faults))('a fault of the settings with a name in it, %s', (_, fault) => {
  it.each([
    ['the list at its usual place', '.private/never-name.yaml', {}],
    ['a list of another name', '.private/other.yaml', {}],
    ['the variable', 'nothing.yaml', { PENNY_NEVER_NAME: 'zorblatt' }],
    ['.env', '.env', {}],
  ])('is told without it: %s', async (_where, path, environment) => {
    rmSync(join(folder, '.private'), { recursive: true });
    write(path, path === '.env' ? 'PENNY_NEVER_NAME=zorblatt\n' : '- term: zorblatt\n');
    const named = path.endsWith('other.yaml') && !fault.includes('neverName');
    if (fault.includes('neverName') && path.endsWith('never-name.yaml'))
      write('.private/other.yaml', '- term: zorblatt\n');
    write('newsletter.yaml', `${settings}${named ? 'neverName: .private/other.yaml\n' : ''}${fault}\n`);
    write(file, issue());
    for (const words of ['config', 'check --json', 'build', 'send 1 --verbose']) {
      const { code, output, error } = await callPenny(words.split(' '), { folder, environment });
      expect(code).toBe(2);
      expect(output + error).not.toMatch(/zorb/i);
      expect(error).toContain('newsletter.yaml:');
    }
  });
});

it('tells nothing else while the list cannot be read', async () => {
  write('.private/never-name.yaml', '- trm: zorblatt\n');
  write('newsletter.yaml', `${settings}zorblatt: 1\n`);
  for (const words of [['config'], ['build', '--now', 'zorblatt'], ['zorblatt']]) {
    const { code, output, error } = await callPenny(words, { folder });
    expect(code).toBe(2);
    expect(output + error).not.toMatch(/zorb/i);
    expect(error).toContain('never-name list');
  }
});

it.each([
  'build --now zorblatt --json',
  'check zorblatt --json',
  'check --zorblatt --json',
  'zorblatt --json',
  'completion zorblatt',
  'check --explain zorblatt',
  'theme eject zorblatt',
  'import zorblatt.txt --verbose',
  'init zorblatt --name a --url https://penny.example --from hello@penny.example --yes',
])('does not repeat a name that was typed: %s', async (words) => {
  write(file, issue());
  const environment = { PENNY_NEVER_NAME: 'zorblatt' };
  const { output, error } = await callPenny(words.split(' '), { folder, environment });
  expect(output + error).not.toMatch(/zorb/i);
  expect(output + error).toContain('[never-name 3]');
});

it.each([['new'], ['import']])('names no file after a title with a name: %s', async (command) => {
  write('.private/never-name.yaml', '- term: müller & söhne\n');
  write(file, issue());
  write('pasted.txt', 'müller und söhne stellt ein\n\nopen role: vp of sales\n- series a\n');
  const words = command === 'new' ? ['new', 'mueller & söhne stellt ein'] : ['import', 'pasted.txt'];
  const { code, output, error } = await callPenny(words, { folder });
  expect([code, error]).toEqual([0, expect.stringContaining('not called after its title')]);
  const path = output.trim().split('\n').at(-1) ?? '';
  expect(path).toBe('issues/002-issue.md');
  expect(existsSync(join(folder, path))).toBe(true);
});

it('cuts what it quotes of an imported text only when the names are out of it', async () => {
  write('.private/never-name.yaml', '- term: zorblatt\n');
  write(file, issue());
  write('pasted.txt', `${'we '.repeat(18)}zorblatt\n\nopen role: vp of sales\n- series a\n`);
  const { output } = await callPenny(['import', 'pasted.txt'], { folder });
  expect(output).toContain('“we we');
  expect(output).not.toMatch(/zor/i);
});
