import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ExplainedSetting, explainSettings } from '../../src/workspace/explain-settings.ts';
import { loadWorkspace } from '../../src/workspace/load-workspace.ts';
import { settingsSchema } from '../../src/workspace/settings-schema.ts';

const least = `name: penny
url: https://penny.example/
sender: {name: penny, address: hello@penny.example}
`;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'penny-settings-'));
  mkdirSync(join(folder, 'issues'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Written {
  /** What stands below the required keys, from line 4. */
  readonly yaml?: string;
  readonly dotEnv?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

function explain({ yaml = '', dotEnv = '', environment = {} }: Written = {}): readonly ExplainedSetting[] {
  writeFileSync(join(folder, 'newsletter.yaml'), least + yaml);
  writeFileSync(join(folder, '.env'), dotEnv);
  return explainSettings(loadWorkspace(folder, environment), environment);
}

const about = (start: string, settings: readonly ExplainedSetting[]): readonly ExplainedSetting[] =>
  settings.filter(({ name }) => name.startsWith(start));

describe('what is in force', () => {
  it('is explained for every key that this version keeps to', () => {
    const explained = explain().map(({ name }) => name.replace(/\..*/, ''));
    const keys = Object.keys(settingsSchema.shape).filter((key) => key !== 'rules');
    expect(new Set(explained)).toEqual(new Set([...keys, 'database']));
  });

  it('comes from a line of newsletter.yaml, or is a default', () => {
    const settings = explain({
      yaml: 'labels:\n  roleCta: {label: apply}\ndelivery: {retry: [90s, 120m]}\n',
    });
    expect(about('labels.roleCta', settings)).toEqual([
      { name: 'labels.roleCta.lead', value: 'interested?', from: 'default' },
      { name: 'labels.roleCta.label', value: 'apply', from: 'newsletter.yaml', line: 5 },
    ]);
    expect(about('delivery', settings)).toEqual([
      { name: 'delivery.connections', value: 5, from: 'default' },
      { name: 'delivery.retry', value: ['90s', '2h'], from: 'newsletter.yaml', line: 6 },
      { name: 'delivery.unknown', value: 'ask', from: 'default' },
      { name: 'delivery.rate', value: null, from: 'default' },
    ]);
    expect(about('sender.replyTo', settings)).toEqual([
      { name: 'sender.replyTo', value: 'hello@penny.example', from: 'default' },
    ]);
  });

  it('is nothing where nothing is set and there is no default', () => {
    expect(explain().filter(({ value }) => value === null)).toEqual([
      { name: 'tagline', value: null, from: 'default' },
      { name: 'sender.postalAddress', value: null, from: 'default' },
      { name: 'delivery.rate', value: null, from: 'default' },
      { name: 'dkim', value: null, from: 'default' },
      { name: 'bounces', value: null, from: 'default' },
      { name: 'smtp', value: null, from: 'default' },
      { name: 'imap', value: null, from: 'default' },
    ]);
  });

  it('names the mailbox, and never its password', () => {
    const yaml = 'imap: {host: imap.example.com, user: hello@penny.example}\n';
    const settings = explain({ yaml, environment: { IMAP_PASSWORD: 'one opinion' } });
    expect(about('imap', settings).map(({ name, value }) => [name, value])).toEqual([
      ['imap.host', 'imap.example.com'],
      ['imap.port', 993],
      ['imap.user', 'hello@penny.example'],
      ['imap.folder', 'INBOX'],
      ['imap.password', '****'],
    ]);
    const url = 'imaps://me:one%20opinion@imap.example.com/INBOX';
    expect(about('imap', explain({ environment: { IMAP_URL: url } }))).toEqual([
      { name: 'imap.url', value: '****', from: 'environment', variable: 'IMAP_URL' },
    ]);
  });

  it('names the key to sign with, and where it lies', () => {
    const settings = explain({ yaml: 'dkim: {domain: penny.example, selector: penny, keyFile: dkim.pem}\n' });
    expect(about('dkim', settings).map(({ name, value }) => [name, value])).toEqual([
      ['dkim.domain', 'penny.example'],
      ['dkim.selector', 'penny'],
      ['dkim.keyFile', 'dkim.pem'],
    ]);
  });

  it('is a rate as it was written, overall and for a domain', () => {
    const settings = explain({
      yaml: 'delivery: {rate: 600/m, unknown: skip, perDomain: {gmail.com: 5/s}}\n',
    });
    expect(about('delivery', settings)).toMatchObject([
      { name: 'delivery.connections' },
      { name: 'delivery.retry' },
      { name: 'delivery.rate', value: '600/m' },
      { name: 'delivery.perDomain.gmail.com', value: '5/s' },
      { name: 'delivery.unknown', value: 'skip' },
    ]);
  });

  it('names the rules whose weight was changed', () => {
    const settings = explain({ yaml: 'rules:\n  role/bullet-long: off\n' });
    expect(about('rules', settings)).toEqual([
      { name: 'rules.role/bullet-long', value: 'off', from: 'newsletter.yaml', line: 5 },
    ]);
  });

  it('shows paths in the workspace as they would be written, and others whole', () => {
    expect(about('database', explain())).toEqual([
      { name: 'database', value: '.penny/penny.db', from: 'default' },
    ]);
    const outside = join(folder, '..', 'penny.db');
    expect(about('database', explain({ dotEnv: `PENNY_DATABASE=${outside}` }))).toEqual([
      { name: 'database', value: outside, from: '.env', variable: 'PENNY_DATABASE' },
    ]);
  });
});

describe('the mail server', () => {
  const yaml = 'smtp: {host: smtp.example.com, user: me}\n';

  it('comes from newsletter.yaml, its password from the environment before .env', () => {
    const inFile = [
      { name: 'smtp.host', value: 'smtp.example.com', from: 'newsletter.yaml', line: 4 },
      { name: 'smtp.port', value: 587, from: 'default' },
      { name: 'smtp.user', value: 'me', from: 'newsletter.yaml', line: 4 },
    ];
    const password = { name: 'smtp.password', value: '****', variable: 'SMTP_PASSWORD' };
    const dotEnv = 'SMTP_PASSWORD=one\n';
    expect(about('smtp', explain({ yaml, dotEnv }))).toEqual([...inFile, { ...password, from: '.env' }]);
    const environment = { SMTP_PASSWORD: 'two' };
    expect(about('smtp', explain({ yaml, dotEnv, environment }))).toEqual([
      ...inFile,
      { ...password, from: 'environment' },
    ]);
    expect(about('smtp.password', explain({ yaml }))).toEqual([
      { name: 'smtp.password', value: null, from: 'default' },
    ]);
  });

  it('comes from SMTP_URL, and then newsletter.yaml says nothing about it', () => {
    const url = { name: 'smtp.url', value: 'smtp://me:****@a.example.com', variable: 'SMTP_URL' };
    const dotEnv = 'SMTP_URL=smtp://me:secret@a.example.com\n';
    expect(about('smtp', explain({ yaml, dotEnv }))).toEqual([{ ...url, from: '.env' }]);
    const environment = { SMTP_URL: 'smtp://b.example.com' };
    expect(about('smtp', explain({ yaml, dotEnv, environment }))).toEqual([
      { ...url, value: 'smtp://b.example.com', from: 'environment' },
    ]);
  });

  it('comes from newsletter.yaml when the environment empties what .env says', () => {
    const settings = explain({
      yaml,
      dotEnv: 'SMTP_URL=smtp://a.example.com\n',
      environment: { SMTP_URL: '' },
    });
    expect(about('smtp.', settings).map(({ name }) => name)).toContain('smtp.host');
  });
});

it('says that there are further names, and nothing about them', () => {
  const settings = explain({ yaml: 'language: en\n', environment: { PENNY_NEVER_NAME: 'acme,globex' } });
  expect(about('neverName', settings)).toEqual([
    { name: 'neverName', value: '.private/never-name.yaml', from: 'default' },
    { name: 'neverName.more', value: '****', from: 'environment', variable: 'PENNY_NEVER_NAME' },
  ]);
});
