import { UsageError } from '../command.ts';

/** A backup was put back, and does not know whom its later self mailed. */
export function olderCopyError(command: string): UsageError {
  return new UsageError(
    'mailings were sent from here that this database knows nothing of: an older copy was put in its place',
    `whoever got them would get them twice; put the newer one back, or if this copy is the one to go on with, run ${command}`,
  );
}
