/** A site that was not written, or not completely: what is in the way, and what to do. */
export class SiteWriteError extends Error {
  override readonly name = 'SiteWriteError';
  readonly hint: string;

  constructor(message: string, details: { readonly hint: string; readonly cause?: unknown }) {
    super(message, { cause: details.cause });
    this.hint = details.hint;
  }
}

/** What the operating system refused, in words; any other failure as it is. */
export function describeWriteFault(error: unknown, output: string): unknown {
  const fault = faults[errorCode(error)];
  if (fault === undefined) return error;
  const { reason, hint } = fault;
  return new SiteWriteError(`the site cannot be written to ${output}: ${reason}`, { hint, cause: error });
}

/** The code of a failure of the file system, such as `ENOENT`; empty for any other. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

interface Fault {
  readonly reason: string;
  readonly hint: string;
}

const notAllowed: Fault = {
  reason: 'you may not write there',
  hint: 'mend its permissions, or name another folder with --out',
};
const diskFull: Fault = { reason: 'the disk is full', hint: 'make room and build again' };
const inTheWay: Fault = {
  reason: 'something else stands where a file or folder of it belongs',
  hint: 'move that away, or name another folder with --out',
};
const takenAway: Fault = {
  reason: 'somebody took away what was being written',
  hint: 'if another build is writing there, wait until it is done and build again',
};

const faults: Readonly<Record<string, Fault>> = {
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: notAllowed,
  ENOSPC: diskFull,
  EDQUOT: diskFull,
  EEXIST: inTheWay,
  EISDIR: inTheWay,
  ENOTDIR: inTheWay,
  ENOENT: takenAway,
};
