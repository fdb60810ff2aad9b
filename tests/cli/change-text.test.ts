import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changeText } from '../../src/cli/change-text.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'penny-change-'));
  file = join(folder, 'a.md');
  writeFileSync(file, 'open\r\nopen\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('changes what it is told, and nothing else: line ends and permissions stay', () => {
  chmodSync(file, 0o666);
  expect(changeText(file, (text) => text.replace('open', 'filled'))).toEqual({
    before: 'open\r\nopen\n',
    after: 'filled\r\nopen\n',
  });
  expect(readFileSync(file, 'utf8')).toBe('filled\r\nopen\n');
  expect(statSync(file).mode & 0o777).toBe(0o666);
});

it('does not touch a file that needs no change', () => {
  const before = statSync(file);
  changeText(file, (text) => text);
  expect(statSync(file)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
});

it('leaves the file as it was when the change cannot be made, and passes on why', () => {
  const why = new Error('no');
  const fail = (): never => {
    throw why;
  };
  expect(() => changeText(file, fail)).toThrow(why);
  expect(readdirSync(folder)).toEqual(['a.md']);
  expect(readFileSync(file, 'utf8')).toBe('open\r\nopen\n');
});

it('leaves nothing behind when the file cannot be written, and says why', () => {
  const cause = expect.objectContaining({ code: 'ENOENT' });
  const vanish = (text: string): string => {
    rmSync(file);
    return `${text}x`;
  };
  expect(() => changeText(file, vanish)).toThrow(expect.objectContaining({ name: 'UsageError', cause }));
  expect(readdirSync(folder)).toEqual([]);
});

it('says why a file cannot be read', () => {
  const cause = expect.objectContaining({ code: 'ENOENT' });
  expect(() => changeText(join(folder, 'b.md'), (text) => text)).toThrow(expect.objectContaining({ cause }));
});
