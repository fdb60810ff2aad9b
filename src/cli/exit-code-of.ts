import type { MailingResult } from '../delivery/mailing-result.ts';
import type { ExitCode } from './command.ts';

/**
 * What a script is told of how a mailing stands at the end of a run. A run that paused before it reached
 * anybody, such as at a refused login, could not run.
 */
export function exitCodeOf(
  { state, reason, accepted, unknown, failed, held }: MailingResult,
  { acceptedBefore }: { readonly acceptedBefore: number },
): ExitCode {
  if (reason === 'interrupted') return 130;
  if (state === 'paused' && accepted === acceptedBefore) return 2;
  if (unknown > 0) return 4;
  return state === 'finished' && failed + held === 0 ? 0 : 1;
}
