import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Worker } from '../../delivery/ledger.ts';

/**
 * This process, as the ledger knows it.
 *
 * @param database the path of the ledger's file
 */
export function describeWorker(database: string): Worker {
  const host = hostname();
  const { pid } = process;
  const started = processStart(pid) ?? '';
  const id = `${host}-${pid}-${started}-${randomBytes(4).toString('hex')}`;
  return { id, host, pid, started, copy: describeCopy(database) };
}

/** Differs for a backup that was restored, and for a machine that was cloned: neither knows who was mailed since. */
function describeCopy(database: string): string {
  // Not the number of the device: it may be another one after each start of the machine.
  const ino = statSync(database, { throwIfNoEntry: false })?.ino ?? 0;
  return createHash('sha256').update(`${machineId()}\0${ino}`).digest('hex').slice(0, 16);
}

/** What systemd keeps of a machine (machine-id(5)); its name where there is none. */
function machineId(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim();
  } catch {
    return hostname();
  }
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
