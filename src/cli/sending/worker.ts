import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Worker } from '../../delivery/ledger.ts';

/** This process, as the ledger knows it. */
export function describeWorker(): Worker {
  const host = hostname();
  const { pid } = process;
  const started = processStart(pid) ?? '';
  return { id: `${host}-${pid}-${started}-${randomBytes(4).toString('hex')}`, host, pid, started };
}

/**
 * Whether a worker on this machine still runs. A process id that was given to another process since is told by its
 * start. A worker on another machine counts as alive: only its lease can tell.
 */
export function isAlive({ host, pid, started }: Worker): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return (processStart(pid) ?? '') === started;
}

/** The moment at which a process started, in the kernel's ticks; `undefined` where there is no /proc. */
function processStart(pid: number): string | undefined {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    return afterName.split(' ')[19];
  } catch {
    return undefined;
  }
}
