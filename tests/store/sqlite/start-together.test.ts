import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { inFolder } from './samples.ts';

const startingSender = new URL('./starting-sender.ts', import.meta.url);
const openingNewFiles = new URL('./opening-new-files.ts', import.meta.url);

it('scoreboard 10: two that send the same issue at the same moment: exactly one does, a hundred times', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'penny.db');
    openDatabase(path).close();
    const first = soon();
    const own = await Promise.all(
      ['one', 'two'].map(async (name) => await runProgram<number>(startingSender, [path, name, first])),
    );
    const started = own.flat().toSorted((one, other) => one - other);
    expect(started).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });
}, 30_000);

it('lets two make the same new database at the same moment, fifty times', async () => {
  await inFolder(async (folder) => {
    const first = soon();
    const failures = await Promise.all(
      ['one', 'two'].map(async () => await runProgram<string>(openingNewFiles, [folder, first])),
    );
    expect(failures.flat()).toEqual([]);
  });
}, 30_000);

/** A moment at which every process has started. */
function soon(): string {
  return String(Date.now() + 1_000);
}

/** The list that a program has printed. */
async function runProgram<Item>(program: URL, arguments_: readonly string[]): Promise<readonly Item[]> {
  const child = spawn(process.execPath, [fileURLToPath(program), ...arguments_], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return (await json(child.stdout)) as readonly Item[];
}
