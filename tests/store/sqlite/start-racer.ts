import { parentPort, workerData } from 'node:worker_threads';
import type { Worker } from '../../../src/delivery/ledger.ts';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../../src/store/sqlite/sqlite-ledger.ts';
import { mailingTo, noon } from './samples.ts';

/** Given to a thread by start-race.test.ts. */
export interface RacerInput {
  readonly path: string;
  /** Counts who has come to the line: both go when both are there. */
  readonly gate: SharedArrayBuffer;
  readonly rounds: number;
  readonly name: string;
}

const racers = 2;
/** Milliseconds to wait for the other one, should it have broken down. */
const patience = 10_000;
const { path, gate, rounds, name }: RacerInput = workerData;
const arrived = new Int32Array(gate);
const worker: Worker = { id: name, host: 'desk', pid: 1, started: name };
using database = openDatabase(path);
const ledger = createLedger(database);

const outcomes: string[] = [];
for (let round = 1; round <= rounds; round += 1) {
  const readers = [`ann-${round}`, `bob-${round}`];
  const start = { ...mailingTo(readers), issueNumber: round, key: `${name}-${round}` };
  Atomics.add(arrived, 0, 1);
  waitForTheOther(round);
  const result = ledger.startMailing(start, worker, noon);
  if ('id' in result) outcomes.push('started');
  else outcomes.push('heldBy' in result && result.heldBy.id !== name ? 'held by the other' : 'refused');
}
parentPort?.postMessage(outcomes);

/** Turns round and round: whoever slept would come late. */
function waitForTheOther(round: number): void {
  const end = performance.now() + patience;
  while (Atomics.load(arrived, 0) < round * racers)
    if (performance.now() > end) throw new Error('the other racer did not come');
}
