/**
 * `npm run bench:unsubscribe`: everybody on a list leaves at once, as mail providers have them leave, while others only
 * read. Prints how many a second, how long they waited, and what went wrong: nothing may, and nobody may still be on the
 * list.
 */
import { join } from 'node:path';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createAudienceStore } from '../../src/store/sqlite/sqlite-audience.ts';
import { addCrowd, leaveAll } from '../journeys/crowd.ts';
import { startServing } from '../journeys/serving.ts';
import { createWorkspace } from '../journeys/workspace.ts';

const people = Number(process.argv[2] ?? 20_000);
const connections = 64;

using workspace = createWorkspace();
const path = join(workspace.folder, '.penny/penny.db');
const crowd = addCrowd(path, people);
await workspace.penny('build');

const waits: number[] = [];
let errors = 0;
let reads = 0;
let seconds = 0;
{
  await using serving = await startServing(workspace, {}, 'serve --port 0 --quiet');
  let isOver = false;
  const read = async (): Promise<void> => {
    while (!isOver) {
      const { status } = await fetch(serving.url);
      if (status === 200) reads += 1;
      else errors += 1;
    }
  };
  const reader = read();
  const started = performance.now();
  await leaveAll(serving.url, crowd, {
    connections,
    onAnswer: ({ status, milliseconds }) => {
      waits.push(milliseconds);
      if (status !== 200) errors += 1;
    },
  });
  seconds = (performance.now() - started) / 1000;
  isOver = true;
  await reader;
}

using database = openDatabase(path);
const left = [...createAudienceStore(database).list({ status: 'unsubscribed' })].length;
const sorted = waits.toSorted((one, other) => one - other);
const quantile = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1);
const lines = [
  `${people} people left over ${connections} connections: ${Math.round(people / seconds)}/s`,
  `waited ${quantile(0.5)} ms, 99 of 100 at most ${quantile(0.99)} ms, longest ${quantile(1)} ms`,
  `${reads} pages read meanwhile`,
  `${errors} errors, ${people - left} lost writes`,
];
process.stdout.write(`${lines.join('\n')}\n`);
if (errors > 0 || left !== people) process.exitCode = 1;
