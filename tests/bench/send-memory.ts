/**
 * How much memory `penny send` takes with a million subscribers over that with ten thousand: the most that the process
 * had by its ten thousandth message, the plan and the frozen audience before it. Run: npm run bench:memory
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { startCountingSink } from '../chaos/counting-sink.ts';
import { runUntilKilled } from './run-until-killed.ts';

const [few, many] = [10_000, 1_000_000];
const messages = 10_000;
const goal = 1.2;

/** Straight into the tables: how long a list takes to come in is measured elsewhere. */
function fill(path: string, people: number): void {
  using database = openDatabase(path);
  database.exec(`
    BEGIN;
    WITH RECURSIVE counter (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < ${people})
    INSERT INTO subscriber (id, address, canonical, name, first_name, status, fields, joined_at)
    SELECT n, 'reader-' || n || '@example.com', 'reader-' || n || '@example.com', 'Reader ' || n, 'Reader',
      'active', '{"city":"cork"}', '2026-01-05' FROM counter;
    INSERT INTO consent (subscriber_id, source, at) SELECT id, 'a form', '2026-01-05' FROM subscriber;
    COMMIT;
  `);
}

async function measure(people: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'penny-memory-'));
  try {
    for (const part of ['issues', 'newsletter.yaml']) cpSync(part, join(folder, part), { recursive: true });
    fill(join(folder, '.penny', 'penny.db'), people);
    await using sink = await startCountingSink();
    const words = ['send', '1', '--yes', '--json', '--connections', '10'];
    const { megabytes, milliseconds } = await runUntilKilled({ folder, sink, words, messages });
    const seconds = (milliseconds / 1000).toFixed(1);
    process.stdout.write(`${people} people: ${megabytes.toFixed(0)} MB, first message after ${seconds} s\n`);
    return megabytes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const small = await measure(few);
const large = await measure(many);
const ratio = large / small;
process.stdout.write(`ratio ${ratio.toFixed(2)} (goal: at most ${goal})\n`);
if (ratio > goal) process.exitCode = 1;
