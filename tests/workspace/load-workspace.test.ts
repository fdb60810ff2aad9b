import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findWorkspace } from '../../src/workspace/find-workspace.ts';
import { loadWorkspace } from '../../src/workspace/load-workspace.ts';
import { WorkspaceError } from '../../src/workspace/workspace-error.ts';

const least =
  'name: penny\nurl: https://penny.example/\nsender: {name: penny, address: hello@penny.example}\n';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'penny-workspace-'));
  mkdirSync(join(folder, 'issues'));
  write('newsletter.yaml', least);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function fail(environment: Readonly<Record<string, string>> = {}): WorkspaceError {
  try {
    loadWorkspace(folder, environment);
  } catch (error) {
    if (error instanceof WorkspaceError) return error;
    throw error;
  }
  throw new Error('the workspace could be used');
}

describe('a workspace', () => {
  it('is found from any folder below it', () => {
    write('issues/a/b.txt', '');
    expect(findWorkspace(join(folder, 'issues', 'a'))).toBe(folder);
    expect(findWorkspace(dirname(folder))).not.toBe(folder);
  });

  it('has every default filled in', () => {
    const { settings, issueDefaults, paths, smtp } = loadWorkspace(folder, {});
    expect(settings).toMatchObject({
      url: 'https://penny.example',
      language: 'en',
      sender: { replyTo: 'hello@penny.example' },
      delivery: { connections: 5, retry: [60_000, 300_000, 900_000, 1_800_000, 3_600_000] },
      testRecipients: [],
    });
    expect(issueDefaults).toMatchObject({
      essayTitle: 'penny for my thoughts',
      contact: 'hello@penny.example',
    });
    expect(paths.database).toBe(join(folder, '.penny', 'penny.db'));
    expect(smtp).toBeUndefined();
  });

  it('cannot be changed by later steps', () => {
    expect(Object.isFrozen(loadWorkspace(folder, {}))).toBe(true);
  });
});

describe('the mail server', () => {
  const smtp = 'smtp: {host: smtp.example.com, user: penny}\n';

  it('comes from newsletter.yaml, its password from the environment', () => {
    write('newsletter.yaml', least + smtp);
    const { smtp: settings } = loadWorkspace(folder, { SMTP_PASSWORD: 'secret' });
    expect(settings).toEqual({
      from: 'newsletter.yaml',
      host: 'smtp.example.com',
      port: 587,
      user: 'penny',
      password: 'secret',
    });
  });

  it('comes from .env before newsletter.yaml, and from the environment before .env', () => {
    write('newsletter.yaml', least + smtp);
    write('.env', 'SMTP_URL="smtp://file.example.com"\n');
    expect(loadWorkspace(folder, {}).smtp).toEqual({ from: 'SMTP_URL', url: 'smtp://file.example.com' });
    const outside = { SMTP_URL: 'smtp://outside.example.com' };
    expect(loadWorkspace(folder, outside).smtp).toEqual({ from: 'SMTP_URL', url: outside.SMTP_URL });
  });

  it('never takes a password out of newsletter.yaml', () => {
    write('newsletter.yaml', `${least}smtp: {host: smtp.example.com, password: secret}\n`);
    expect(fail().findings).toMatchObject([{ rule: 'schema/unknown-key', line: 4, column: 32 }]);
  });
});

it('moves the database where PENNY_DATABASE says', () => {
  expect(loadWorkspace(folder, { PENNY_DATABASE: 'a.db' }).paths.database).toBe(join(folder, 'a.db'));
});

describe('templates', () => {
  it('of the workspace stand in for the package’s of the same name', () => {
    write('templates/web/style.css', 'body { color: red }');
    write('templates/preview/page.html', 'mine');
    const { templates } = loadWorkspace(folder, {});
    expect(templates.get('web/style.css')).toBe('body { color: red }');
    expect(templates.get('preview/page.html')).not.toBe('mine');
    expect([...templates.keys()].some((path) => path.startsWith('email/'))).toBe(true);
  });
});

describe('a workspace that cannot be used says why', () => {
  it('with every fault of newsletter.yaml at its place', () => {
    write('newsletter.yaml', 'name: penny\nurl: penny.example\nsendr: {}\n');
    const { findings, source } = fail();
    expect(findings.map(({ file, line, column, rule }) => [file, line, column, rule])).toEqual([
      ['newsletter.yaml', 1, 1, 'schema/missing'],
      ['newsletter.yaml', 2, 6, 'schema/type'],
      ['newsletter.yaml', 3, 1, 'schema/unknown-key'],
    ]);
    expect(source).toContain('sendr');
  });

  it('without a password that somebody wrote into it', () => {
    const smtp = 'smtp: { host: mail.example.com, "password": "hunter, 2", user: me }';
    write('newsletter.yaml', `name: penny\n${smtp}\nimap:\n  password: secret # mine\n`);
    const { source } = fail();
    expect(source).toContain('host: mail.example.com');
    expect(source).not.toMatch(/hunter|2|secret/);
    expect(source.split('\n')[1]).toHaveLength(smtp.length);
    expect(fail().findings.map(({ hint }) => hint)).toContain(
      'take it out, and write SMTP_PASSWORD=… or IMAP_PASSWORD=… into .env',
    );
  });

  it.each([
    ['theme: {accent: blue}', 'theme.accent is not a colour such as "#1652a8"'],
    [
      'theme: {colors: {light: {roleTint: red}}}',
      'theme.colors.light.roleTint is not a colour such as "#1652a8"',
    ],
    [
      'theme: {fonts: {text: "Arial; } body { color: red"}}',
      "theme.fonts.text is not sans, serif or a list of fonts such as Verdana, 'Open Sans', sans-serif",
    ],
    ['theme: {width: 2000}', 'theme.width must be at most 720'],
    ['language: "!"', 'language is not a language tag such as en or pt-BR'],
    ['delivery: {retry: [soon]}', 'delivery.retry is not a time such as 30s, 5m or 1h'],
    ['delivery: {retry: []}', 'delivery.retry must have at least one waiting time, such as [5m]'],
    ['delivery: {rate: fast}', 'delivery.rate is not a rate such as 10/s, 600/m or 5000/h'],
    ['tagline: "a\\nb"', 'tagline must be one line without control characters'],
  ])('for %s', (yaml, message) => {
    write('newsletter.yaml', `${least}${yaml}\n`);
    expect(fail().findings.map((finding) => finding.message)).toEqual([message]);
  });

  it('when newsletter.yaml is not UTF-8', () => {
    writeFileSync(join(folder, 'newsletter.yaml'), Buffer.from('name: J\xfcrgen', 'latin1'));
    expect(fail().findings).toMatchObject([{ rule: 'file/encoding', line: 1, column: 8 }]);
  });

  it('when newsletter.yaml is a folder', () => {
    rmSync(join(folder, 'newsletter.yaml'));
    mkdirSync(join(folder, 'newsletter.yaml'));
    expect(fail()).toMatchObject({ message: 'newsletter.yaml cannot be read', findings: [] });
  });

  it('when it has no folder issues/', () => {
    rmSync(join(folder, 'issues'), { recursive: true });
    expect(fail().message).toContain('has no folder issues/');
  });
});
