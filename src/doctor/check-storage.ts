import { type Check, fine } from './check.ts';
import type { Examination } from './examination.ts';

/** Bytes without which the ledger should not start: half a record of who has it is worse than none. */
const leastFree = 64_000_000;

/** The disk and the database on it. */
export function checkStorage({ database }: Examination): readonly Check[] {
  const { path, exists, trouble, openToOthers, free } = database;
  const name = 'database';
  return [
    ...(free === undefined ? [] : [checkDisk(free, path)]),
    ...(trouble === undefined
      ? []
      : [{ name, state: 'error', detail: trouble.problem, hint: trouble.hint } as const]),
    ...(openToOthers.length === 0
      ? []
      : [
          {
            name,
            state: 'error',
            detail: `others on this machine can get at ${openToOthers.join(', ')}`,
            hint: `chmod 600 ${openToOthers.join(' ')}`,
          } as const,
        ]),
    ...(trouble === undefined && openToOthers.length === 0
      ? [fine(name, exists ? `${path} can be written, by you alone` : `${path} is made when it is needed`)]
      : []),
  ];
}

function checkDisk(free: number, path: string): Check {
  const detail = `${Math.floor(free / 1_000_000)} MB free`;
  if (free >= leastFree) return fine('disk', detail);
  return {
    name: 'disk',
    state: 'error',
    detail,
    hint: `make room on the disk of ${path}, at least ${leastFree / 1_000_000} MB, or move it with PENNY_DATABASE`,
  };
}
