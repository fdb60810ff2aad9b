/**
 * How long after its launch `penny send` gives the first message to a server when it goes on with a mailing that was
 * killed, and how much memory it takes by then: with 100,000 recipients, and with 200 to compare. Whole processes of
 * the built command. Run: npm run bench:resume
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCountingSink } from '../chaos/counting-sink.ts';
import { median } from './median.ts';
import { type Measure, runUntilKilled } from './run-until-killed.ts';

/** Messages after which each run is killed, so that the next one has something to recover. */
const messagesARun = 20;
const rounds = 5;
/** Milliseconds to the first message with 100,000 recipients, and megabytes. */
const goals = { milliseconds: 1_000, megabytes: 300 };

async function measure(recipients: number): Promise<{ readonly start: Measure; readonly resume: Measure }> {
  const folder = mkdtempSync(join(tmpdir(), 'penny-resume-'));
  try {
    for (const part of ['issues', 'newsletter.yaml']) cpSync(part, join(folder, part), { recursive: true });
    const addresses = Array.from({ length: recipients }, (_, index) => `reader-${index}@example.com`);
    writeFileSync(join(folder, 'list.csv'), ['email', ...addresses, ''].join('\n'));
    await using sink = await startCountingSink();
    const words = ['send', '1', '--to', 'list.csv', '--yes', '--json'];
    const run = { folder, sink, words, messages: messagesARun };
    const start = await runUntilKilled(run);
    const resumes: Measure[] = [];
    while (resumes.length < rounds) resumes.push(await runUntilKilled(run));
    const resume = {
      milliseconds: median(resumes.map(({ milliseconds }) => milliseconds)),
      megabytes: median(resumes.map(({ megabytes }) => megabytes)),
    };
    return { start, resume };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const describe = ({ milliseconds, megabytes }: Measure): string =>
  `${milliseconds.toFixed(0)} ms to the first message, ${megabytes.toFixed(0)} MB`;

const few = await measure(200);
const many = await measure(100_000);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
say(`200 recipients: start ${describe(few.start)}; resume ${describe(few.resume)}`);
say(`100000 recipients: start ${describe(many.start)}; resume ${describe(many.resume)}`);
const ratio = many.resume.milliseconds / few.resume.milliseconds;
say(`resume with 100000 over 200: ${ratio.toFixed(2)}`);
say(`goals with 100000: at most ${goals.milliseconds} ms, ${goals.megabytes} MB`);
if (many.resume.milliseconds > goals.milliseconds || many.resume.megabytes > goals.megabytes)
  process.exitCode = 1;
