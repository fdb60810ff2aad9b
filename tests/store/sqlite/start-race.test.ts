import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../../src/store/sqlite/sqlite-ledger.ts';
import type { RacerInput } from './start-racer.ts';

const rounds = 100;

/** What became of each round for one racer: `started`, or who was before it. */
function race(input: RacerInput): Promise<readonly string[]> {
  const racer = new Worker(new URL('./start-racer.ts', import.meta.url), { workerData: input });
  return new Promise((resolve, reject) => {
    racer.once('message', resolve);
    racer.once('error', reject);
  });
}

it('10: of two that start the same mailing at the same instant one has it, a hundred times of a hundred', {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'penny-race-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'penny.db');
  const database = openDatabase(path);
  onTestFinished(() => database.close());

  const gate = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const [ada, ben] = await Promise.all([
    race({ path, gate, rounds, name: 'ada' }),
    race({ path, gate, rounds, name: 'ben' }),
  ]);
  const outcomes = Array.from({ length: rounds }, (_, round) => [ada[round], ben[round]].sort());
  for (const [first, second] of outcomes) expect([first, second]).toEqual(['held by the other', 'started']);
  const mailings = createLedger(database).listMailings();
  expect(mailings.map(({ issueNumber }) => issueNumber).sort((a, b) => a - b)).toEqual(
    Array.from({ length: rounds }, (_, round) => round + 1),
  );
  expect(database.prepare('SELECT count(*) AS count FROM delivery').get()).toEqual({ count: rounds * 2 });
});
