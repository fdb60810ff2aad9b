import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Worker } from '../../delivery/mailing.ts';

/**
 * This process, as the ledger knows it.
 *
 * @param database the path of the ledger's file
 */
export function describeWorker(database: string): Worker {
  const host = hostname();
  const { pid } = process;
  const started = startOf(readProcess(pid));
  const id = `${host}-${pid}-${randomBytes(8).toString('hex')}`;
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
 * start; where starts cannot be read, and of a worker on another machine or in another container, nobody knows.
 */
export function isAlive({ host, pid, started }: Worker): boolean | undefined {
  if (host !== hostname()) return undefined;
  if (started !== '' && !started.startsWith(`${processNamespace()} `)) return undefined;
  if (!exists(pid)) return false;
  const found = readProcess(pid);
  if (found === undefined || started === '') return undefined;
  // Somebody who was killed and whose parent has not asked why yet still has an id.
  return startOf(found) === started && found.state !== 'Z';
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** What no other process has: where its id counts, and when it started. Empty where that cannot be read. */
function startOf(found: FoundProcess | undefined): string {
  return found === undefined ? '' : `${processNamespace()} ${found.ticks}`;
}

/** Containers count their processes for themselves, and may share a name and a disk (pid_namespaces(7)). */
function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

interface FoundProcess {
  readonly state: string;
  /** When it started, in the kernel's ticks since the machine did. */
  readonly ticks: string;
}

/** A process as proc_pid_stat(5) has it; `undefined` where there is no /proc. */
function readProcess(pid: number): FoundProcess | undefined {
  try {
    const [state = '', ...fields] =
      readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { state, ticks: fields[18] ?? '' };
  } catch {
    return undefined;
  }
}
