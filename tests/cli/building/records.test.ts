import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRecords, type Records } from '../../../src/cli/building/records.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'penny-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(surroundings = 'here', isClean = false): Records {
  return openRecords(join(folder, '.penny/builds'), { surroundings, isClean });
}

/** What is remembered under a name, or `anew`. */
function recall({ remember }: Records, name: string, ...madeOf: readonly string[]): unknown {
  return remember<unknown>(name, madeOf, () => 'anew');
}

const file = (): string => join(folder, '.penny/builds/issues');

const made = { places: new Map([['title', 1]]), lines: ['“a”', 'b'] };

beforeEach(() => {
  const records = open();
  records.remember('one', ['a', 'bc'], () => made);
  records.remember('two', ['d'], () => 'text');
  records.keep();
});

describe('what a build has made', () => {
  it('is what the next one gets, to the value', () => {
    const records = open();
    expect(recall(records, 'one', 'a', 'bc')).toEqual(made);
    expect(recall(records, 'two', 'd')).toBe('text');
  });

  it.each<[what: string, name: string, madeOf: readonly string[]]>([
    ['of something else', 'one', ['a', 'bd']],
    ['of the same signs in other parts', 'one', ['ab', 'c']],
    ['of less', 'one', ['a']],
    ['under another name', 'three', ['a', 'bc']],
  ])('is made anew %s', (_, name, madeOf) => {
    expect(recall(open(), name, ...madeOf)).toBe('anew');
  });

  it('is forgotten in other surroundings, and by a clean build', () => {
    expect(recall(open('elsewhere'), 'two', 'd')).toBe('anew');
    expect(recall(open('here', true), 'two', 'd')).toBe('anew');
  });

  it('is forgotten by the build after one that had no use for it', () => {
    const records = open();
    recall(records, 'two', 'd');
    records.keep();
    expect(recall(open(), 'two', 'd')).toBe('text');
    expect(recall(open(), 'one', 'a', 'bc')).toBe('anew');
  });

  it('goes behind what was made before, until an eighth of the file is of no use any more', () => {
    const build = (second: string): Buffer => {
      const records = open();
      records.remember('one', ['x'], () => 'x'.repeat(1_000));
      records.remember('two', [second], () => `text of ${second}`);
      records.keep();
      expect(recall(open(), 'two', second)).toBe(`text of ${second}`);
      return readFileSync(file());
    };
    let kept = build('0');
    const grown = Array.from({ length: 30 }, (_, change) => {
      const before = kept;
      kept = build(String(change + 1));
      expect(recall(open(), 'one', 'x')).toBe('x'.repeat(1_000));
      return kept.subarray(0, before.length).equals(before);
    });
    // Of ten signs each: after some twelve of them it is written anew, without them.
    expect(grown.filter((isGrown) => !isGrown).length).toBeGreaterThanOrEqual(2);
    expect(grown.filter((isGrown) => isGrown).length).toBeGreaterThan(20);
  });

  it('is not written again when nothing was made', () => {
    const before = statSync(file()).ino;
    const bytes = readFileSync(file());
    const records = open();
    recall(records, 'one', 'a', 'bc');
    recall(records, 'two', 'd');
    records.keep();
    expect(statSync(file()).ino).toBe(before);
    expect(readFileSync(file())).toEqual(bytes);
  });

  it('lies in one file that nobody else can read', () => {
    expect(readdirSync(join(folder, '.penny/builds'))).toEqual(['issues']);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });
});

describe('records that are not as they were kept', () => {
  it('are never trusted, whichever byte has changed; the others are', () => {
    const kept = readFileSync(file());
    for (let index = 0; index < kept.length; index += 1) {
      const damaged = Buffer.from(kept);
      damaged[index] = (damaged[index] ?? 0) ^ 1;
      writeFileSync(file(), damaged);
      const records = open();
      const recalled = [recall(records, 'one', 'a', 'bc'), recall(records, 'two', 'd')];
      expect([
        [made, 'anew'],
        ['anew', 'text'],
        ['anew', 'anew'],
      ]).toContainEqual(recalled);
    }
  });

  it('are none when the last of them was not written to its end, and are kept again', () => {
    const kept = readFileSync(file());
    writeFileSync(file(), Buffer.concat([kept, Buffer.from('["three","x","text",9,"seal"]\ncut')]));
    const records = open();
    expect([recall(records, 'one', 'a', 'bc'), recall(records, 'two', 'd')]).toEqual(['anew', 'anew']);
    records.keep();
    expect(recall(open(), 'two', 'd')).toBe('anew');
    expect(readFileSync(file(), 'utf8')).not.toContain('three');
  });

  it.each([0, 1, 31, 32, 33, 60])('are never trusted when only %i bytes are left', (length) => {
    writeFileSync(file(), readFileSync(file()).subarray(0, length));
    expect(recall(open(), 'two', 'd')).toBe('anew');
  });

  it('are left alone where they cannot be written', () => {
    rmSync(join(folder, '.penny'), { recursive: true });
    writeFileSync(join(folder, '.penny'), 'a file');
    const records = open();
    recall(records, 'two', 'd');
    records.keep();
    expect(readFileSync(join(folder, '.penny'), 'utf8')).toBe('a file');
  });
});
