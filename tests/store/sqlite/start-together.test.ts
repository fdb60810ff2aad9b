import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { inFolder } from './samples.ts';

const program = fileURLToPath(new URL('./starting-sender.ts', import.meta.url));

it('scoreboard 10: two that send the same issue at the same moment: exactly one does, a hundred times', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'penny.db');
    openDatabase(path).close();
    const first = String(Date.now() + 1_000);
    const own = await Promise.all(
      ['one', 'two'].map(async (name): Promise<number[]> => {
        const child = spawn(process.execPath, [program, path, name, first], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        return JSON.parse(await text(child.stdout));
      }),
    );
    const started = own.flat().toSorted((one, other) => one - other);
    expect(started).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });
}, 30_000);
