/**
 * How long after its launch `penny send` gives the first message to a server when it goes on with a mailing that was
 * killed, and how much memory it takes by then: with 100,000 recipients, and with 200 to compare. Whole processes of
 * the built command. Run: npm run bench:resume
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CountingSink, startCountingSink } from '../chaos/counting-sink.ts';
import { median } from './median.ts';
import { builtPenny } from './time-process.ts';

/** Messages after which each run is killed, so that the next one has something to recover. */
const messagesARun = 20;
const rounds = 5;
/** Milliseconds to the first message with 100,000 recipients, and megabytes. */
const goals = { milliseconds: 1_000, megabytes: 300 };

interface Measure {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** Runs the command until its first message is complete, measures, and kills it some messages later. */
function runAndKill(folder: string, sink: CountingSink): Promise<Measure> {
  const launched = performance.now();
  const words = [builtPenny, 'send', '1', '--to', 'list.csv', '--yes', '--json'];
  const env = { ...process.env, SMTP_URL: sink.url, SMTP_PASSWORD: '' };
  const child = spawn(process.execPath, words, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    let measured: Measure | undefined;
    let messages = 0;
    sink.listen((moment) => {
      if (moment !== 'dot') return;
      measured ??= {
        milliseconds: performance.now() - launched,
        megabytes: peakMegabytes(child.pid ?? 0),
      };
      messages += 1;
      if (messages === messagesARun) child.kill('SIGKILL');
    });
    child.once('close', () => {
      if (measured === undefined) reject(new Error(`no message came; the command said: ${said}`));
      else resolve(measured);
    });
  });
}

/** The most that a process has had in memory. */
function peakMegabytes(pid: number): number {
  const [, kilobytes = 'NaN'] = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

async function measure(recipients: number): Promise<{ readonly start: Measure; readonly resume: Measure }> {
  const folder = mkdtempSync(join(tmpdir(), 'penny-resume-'));
  try {
    for (const part of ['issues', 'newsletter.yaml']) cpSync(part, join(folder, part), { recursive: true });
    const addresses = Array.from({ length: recipients }, (_, index) => `reader-${index}@example.com`);
    writeFileSync(join(folder, 'list.csv'), ['email', ...addresses, ''].join('\n'));
    await using sink = await startCountingSink();
    const start = await runAndKill(folder, sink);
    const resumes: Measure[] = [];
    while (resumes.length < rounds) resumes.push(await runAndKill(folder, sink));
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
