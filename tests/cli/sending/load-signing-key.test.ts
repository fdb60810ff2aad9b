import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadSigningKey } from '../../../src/cli/sending/load-signing-key.ts';
import { completeSettings, settingsSchema } from '../../../src/workspace/settings-schema.ts';
import { makePem } from '../../delivery/signing/keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'penny-key-'));
afterAll(() => rmSync(folder, { recursive: true }));
const pem = makePem();

function load(keyFile?: string) {
  const settings = completeSettings(
    settingsSchema.parse({
      name: 'penny',
      url: 'https://penny.example',
      sender: { name: 'penny', address: 'hello@penny.example' },
      ...(keyFile === undefined ? {} : { dkim: { domain: 'penny.example', selector: 'penny', keyFile } }),
    }),
  );
  return loadSigningKey({ folder, settings });
}

function write(name: string, mode: number, text = pem): void {
  writeFileSync(join(folder, name), text);
  chmodSync(join(folder, name), mode);
}

describe('the key that dkim: names', () => {
  it('is read from the workspace’s folder, or from anywhere', () => {
    write('dkim.pem', 0o600);
    expect(load('dkim.pem')).toMatchObject({ domain: 'penny.example', selector: 'penny', bits: 2048 });
    expect(load(join(folder, 'dkim.pem'))).toMatchObject({ bits: 2048 });
    write('read-only.pem', 0o400);
    expect(load('read-only.pem')).toMatchObject({ bits: 2048 });
  });

  it('need not be there where none is named', () => {
    expect(load()).toBeUndefined();
  });

  it('scoreboard 68: is missed when it is not there', () => {
    expect(load('missing.pem')).toMatchObject({
      problem: 'dkim.keyFile missing.pem is not there',
      hint: expect.stringContaining('openssl genrsa'),
    });
    mkdirSync(join(folder, 'folder'), { mode: 0o700 });
    expect(load('folder')).toMatchObject({ problem: 'dkim.keyFile folder cannot be read' });
    if (spawnSync('/usr/bin/mkfifo', ['-m', '600', join(folder, 'pipe')]).status === 0)
      expect(load('pipe')).toMatchObject({ problem: 'dkim.keyFile pipe cannot be read' });
  });

  it.skipIf(process.platform === 'win32').each([0o644, 0o640, 0o604, 0o660, 0o610])(
    'scoreboard 98: is refused when others can get at it (mode %o)',
    (mode) => {
      write('open.pem', mode);
      expect(load('open.pem')).toEqual({
        problem: 'dkim.keyFile open.pem can be read by others on this machine',
        hint: 'chmod 600 open.pem',
      });
    },
  );

  it('scoreboard 96: tells nothing of what is in the file', () => {
    write('damaged.pem', 0o600, pem.replace(/.{20}\n-----END/, '\n-----END'));
    const damaged = JSON.stringify(load('damaged.pem'));
    expect(damaged).toContain('dkim.keyFile damaged.pem is a damaged key');
    for (const line of pem.split('\n').slice(1, 4)) expect(damaged).not.toContain(line);
    write('large.pem', 0o600, 'x'.repeat(70_000));
    expect(load('large.pem')).toMatchObject({ problem: 'dkim.keyFile large.pem is not a key' });
  });
});
