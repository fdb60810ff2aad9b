import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { CountingSink } from '../chaos/counting-sink.ts';
import { builtPenny } from './time-process.ts';

export interface Measure {
  /** From the launch of the process to its first complete message. */
  readonly milliseconds: number;
  /** The most that it had in memory, when it was killed. */
  readonly megabytes: number;
}

export interface KilledRun {
  /** The workspace. */
  readonly folder: string;
  readonly sink: CountingSink;
  /** What follows `penny`. */
  readonly words: readonly string[];
  /** Complete messages after which the process is killed. */
  readonly messages: number;
}

/** Runs the built command against a sink, and kills it after so many messages. */
export function runUntilKilled({ folder, sink, words, messages }: KilledRun): Promise<Measure> {
  const launched = performance.now();
  const env = { ...process.env, SMTP_URL: sink.url, SMTP_PASSWORD: '' };
  const stdio = ['ignore', 'ignore', 'pipe'] as const;
  const child = spawn(process.execPath, [builtPenny, ...words], { cwd: folder, env, stdio: [...stdio] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    let milliseconds: number | undefined;
    let megabytes = 0;
    let came = 0;
    sink.listen((moment) => {
      if (moment !== 'dot') return;
      milliseconds ??= performance.now() - launched;
      came += 1;
      if (came !== messages) return;
      megabytes = peakMegabytes(child.pid ?? 0);
      child.kill('SIGKILL');
    });
    child.once('close', () => {
      if (milliseconds === undefined || came < messages)
        reject(new Error(`only ${came} messages came; the command said: ${said}`));
      else resolve({ milliseconds, megabytes });
    });
  });
}

function peakMegabytes(pid: number): number {
  const [, kilobytes = 'NaN'] = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
