import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownFolder } from '../../../src/cli/starting/own-folder.ts';

const user = process.getuid?.() ?? 0;
let shared = '';

beforeEach(() => {
  shared = mkdtempSync(join(tmpdir(), 'penny-shared-'));
});

afterEach(() => rmSync(shared, { recursive: true, force: true }));

describe('the folder for what Node compiled', () => {
  it('is made for this user alone, and is taken again', () => {
    const folder = ownFolder(shared, user) ?? '';
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(ownFolder(shared, user)).toBe(folder);
  });

  it('is not used when somebody else has made it', () => {
    expect(ownFolder(shared, user + 1)).toBeUndefined();
  });

  it('is not used when others can write to it', () => {
    chmodSync(ownFolder(shared, user) ?? '', 0o777);
    expect(ownFolder(shared, user)).toBeUndefined();
  });

  it('is not used when it is a link to elsewhere', () => {
    mkdirSync(join(shared, 'elsewhere'), { mode: 0o700 });
    symlinkSync(join(shared, 'elsewhere'), join(shared, `pennypost-compiled-${user}`));
    expect(ownFolder(shared, user)).toBeUndefined();
  });

  it('is done without where there can be none', () => {
    symlinkSync(join(shared, 'nowhere'), join(shared, 'loose'));
    expect(ownFolder(join(shared, 'loose'), user)).toBeUndefined();
  });
});
