import type { Mailing, Worker } from '../../delivery/mailing.ts';
import { summarizeStanding } from '../../delivery/mailing-result.ts';
import { formatMoment, formatResult } from '../../terminal/mailing-text.ts';
import type { Outcome } from '../command.ts';
import type { Sending } from './sending.ts';
import { systemClock } from './system-clock.ts';

/** Lets go of a mailing that starts later: its edition and its audience are those of now. */
export function leaveToServe({ ledger }: Sending, mailing: Mailing, worker: Worker): Outcome {
  const { startsAt = systemClock.now(), issueNumber } = mailing;
  const reason = `scheduled for ${formatMoment(startsAt)}`;
  ledger.releaseMailing(mailing, worker, 'waiting', reason, systemClock.now());
  const result = summarizeStanding({ ...mailing, state: 'waiting', reason }, ledger.counts(mailing));
  const hint = `penny serve sends it then; without it, penny resume ${issueNumber} does`;
  return {
    exitCode: 0,
    json: { ...result, startsAt: new Date(startsAt).toISOString(), resumed: 0 },
    text: `${formatResult(result)}\n  hint: ${hint}`,
  };
}
