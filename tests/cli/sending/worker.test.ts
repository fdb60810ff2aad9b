import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeWorker, isAlive } from '../../../src/cli/sending/worker.ts';

const me = describeWorker('penny.db');

/** As ours, and at another time. */
const startedAt = (ticks: string): string => me.started.replace(/\d+$/, ticks);

describe('a worker', () => {
  it('is known to live while it is this process', () => {
    expect(isAlive(me)).toBe(existsSync('/proc/self/stat') ? true : undefined);
  });

  it('is known to be dead when no process has its id', async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'close');
    expect(isAlive({ ...me, pid: child.pid ?? 0 })).toBe(false);
  });

  it('is told by its lease where it is on another machine, or its start is not known', () => {
    expect(isAlive({ ...me, host: 'elsewhere.example' })).toBeUndefined();
    expect(isAlive({ ...me, started: '' })).toBeUndefined();
  });
});

describe.skipIf(!existsSync('/proc/self/stat'))('where the system tells of processes, a worker', () => {
  it('is known to be dead when another process has its id by now', () => {
    expect(isAlive({ ...me, started: startedAt('1') })).toBe(false);
  });

  it('is told by its lease where it is in another container, of the same name and with the same disk', () => {
    const elsewhere = me.started.replace(/^pid:\[\d+\]/, 'pid:[1]');
    expect(elsewhere).not.toBe(me.started);
    expect(isAlive({ ...me, started: elsewhere })).toBeUndefined();
    expect(isAlive({ ...me, started: elsewhere, pid: 4_000_000 })).toBeUndefined();
  });

  it('is known to be dead when it was killed and its parent has not asked', async () => {
    // The shell becomes a program that never asks what became of its child.
    const parent = spawn('/bin/sh', ['-c', 'sleep 600 & echo $!; exec sleep 600'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [said]: Buffer[] = await once(parent.stdout, 'data');
    const pid = Number(String(said));
    const fields = (): string[] =>
      readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const worker = { ...me, pid, started: startedAt(fields()[19] ?? '') };
    try {
      expect(isAlive(worker)).toBe(true);
      process.kill(pid, 'SIGKILL');
      await expect.poll(() => fields()[0]).toBe('Z');
      expect(isAlive(worker)).toBe(false);
    } finally {
      parent.kill('SIGKILL');
    }
  });
});
