import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Run } from '../../journeys/workspace.ts';
import { callPenny } from '../call-penny.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'penny-config-'));
  mkdirSync(join(folder, 'issues'));
  write('');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(yaml: string): void {
  const least = 'name: penny\nurl: https://penny.example\nsender: {name: a, address: hello@penny.example}\n';
  writeFileSync(join(folder, 'newsletter.yaml'), least + yaml);
}

function config(words: string, environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  return callPenny(['config', ...words.split(' ').filter((word) => word !== '')], { folder, environment });
}

describe('penny config', () => {
  it('prints what is in force and where it comes from', async () => {
    const { code, output, error } = await config('');
    expect([code, error]).toEqual([0, '']);
    expect(output).toMatch(/^name +newsletter\.yaml:1 +penny$/m);
    expect(output).toMatch(/^language +default +en$/m);
    expect(output).toMatch(/^smtp +default +not set$/m);
  });

  it('prints one document with --json, by dotted name', async () => {
    const { output } = await config('--json', { PENNY_DATABASE: 'a.db' });
    expect(JSON.parse(output)).toMatchObject({
      config: {
        workspace: { value: folder, from: 'default' },
        url: { value: 'https://penny.example', from: 'newsletter.yaml', line: 2 },
        'delivery.connections': { value: 5, from: 'default' },
        database: { value: 'a.db', from: 'environment', variable: 'PENNY_DATABASE' },
      },
    });
  });

  it('knows a workspace that was named on the command line', async () => {
    const { output } = await config('-C issues --json');
    expect(JSON.parse(output)).toMatchObject({ config: { workspace: { value: folder, from: 'flag' } } });
  });

  it.each(['', '--json', '--verbose'])('shows no secret, with “%s”', async (words) => {
    write('smtp: {host: smtp.example.com, user: me}\nrules: {globex: off}\ntagline: better than globex\n');
    writeFileSync(join(folder, '.env'), 'SMTP_PASSWORD=hunter2\n');
    const secret = /hunter2|globex|s%40crow|s@crow/i;
    const separate = await config(words, { PENNY_NEVER_NAME: 'globex' });
    expect(separate.code).toBe(0);
    expect(separate.output).toContain('smtp.example.com');
    expect(separate.output + separate.error).not.toMatch(secret);
    const together = await config(words, { SMTP_URL: 'smtp://me:s%40crow@smtp.example.net' });
    expect(together.output).toContain('smtp://me:****@smtp.example.net');
    expect(together.output + together.error).not.toMatch(/hunter2|s%40crow|s@crow/i);
  });

  it('says what is wrong with newsletter.yaml instead', async () => {
    write('sendr: me\n');
    expect(await config('')).toMatchObject({ code: 2, output: '', error: expect.stringContaining('sendr') });
  });
});

describe('penny config --schema', () => {
  it.each(['--schema', '--schema --json'])(
    'prints penny.schema.json, also without a workspace: %s',
    async (words) => {
      rmSync(join(folder, 'newsletter.yaml'));
      expect(await config(words)).toEqual({
        code: 0,
        output: readFileSync('penny.schema.json', 'utf8'),
        error: '',
      });
    },
  );
});
