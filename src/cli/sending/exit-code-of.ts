import type { UnknownPolicy } from '../../delivery/attempt-delivery.ts';
import type { MailingResult } from '../../delivery/mailing-result.ts';
import type { ExitCode } from '../command.ts';

/**
 * What a script is told of how a mailing stands at the end of a run. Deliveries that wait for a decision come before
 * how the run went; a run that paused before it had an answer about anybody, such as at a refused login, could not run.
 *
 * @param run how many had been answered for, one way or the other, when it began, and whether anybody is asked about
 *   those of whom nothing is known
 */
export function exitCodeOf(result: MailingResult, { answeredBefore, unknown }: ExitedRun): ExitCode {
  if (result.reason === 'interrupted') return 130;
  if (result.unknown > 0 && unknown !== 'skip') return 4;
  if (result.state === 'paused' && countAnswered(result) === answeredBefore) return 2;
  return result.state === 'finished' && result.failed + result.held + result.unknown === 0 ? 0 : 1;
}

interface ExitedRun {
  readonly answeredBefore: number;
  readonly unknown: UnknownPolicy;
}

/** How many deliveries a server has given its last word on. */
export function countAnswered({
  accepted,
  failed,
  held,
}: Pick<MailingResult, 'accepted' | 'failed' | 'held'>): number {
  return accepted + failed + held;
}
