import type { Mailing } from '../../delivery/ledger.ts';
import { countOpen, summarizeStanding } from '../../delivery/mailing-result.ts';
import { formatGoingOn, formatResult } from '../../terminal/mailing-text.ts';
import { type Outcome, UsageError } from '../command.ts';
import { confirm, declined } from '../confirm.ts';
import { reportHeldElsewhere, runMailing } from './run-mailing.ts';
import type { Sending } from './sending.ts';
import { systemClock } from './system-clock.ts';
import { describeWorker, isAlive } from './worker.ts';

/**
 * Goes on with a mailing that an earlier run left: its edition and its audience are those of its start.
 *
 * @throws UsageError when it was started through another transport.
 */
export async function resumeSending(
  sending: Sending,
  { mailing, editionChanged }: { readonly mailing: Mailing; readonly editionChanged: boolean },
): Promise<Outcome> {
  const { context, ledger, mailer, options } = sending;
  const { issueNumber, transport } = mailing;
  if (transport !== mailer.transport) {
    throw new UsageError(
      `the mailing of issue ${issueNumber} was started by ${transport}`,
      'finish it with the settings that it was started with',
    );
  }
  const counts = ledger.counts(mailing);
  const { terminal } = context;
  terminal.say(formatGoingOn(mailing, { accepted: counts.accepted, left: countOpen(counts) }));
  if (options.to !== undefined) terminal.warn('--to is not read again: the audience is that of the start');
  if (editionChanged) {
    terminal.warn('the issue or the settings have changed since; everybody gets it as it was at the start');
  }
  if (options.dryRun === true) {
    const result = summarizeStanding(mailing, counts);
    return { exitCode: 0, json: { dryRun: true, ...result }, text: formatResult(result) };
  }
  if (!(await confirm(context, { yes: options.yes, people: countOpen(counts) }))) return declined;
  const worker = describeWorker();
  const resumed = ledger.resumeMailing(mailing, worker, systemClock.now(), isAlive);
  if ('heldBy' in resumed) return reportHeldElsewhere(sending, resumed);
  if ('over' in resumed) {
    throw new UsageError(
      `the mailing of issue ${issueNumber} is ${resumed.over.state} meanwhile`,
      `look at it with penny status ${issueNumber}`,
    );
  }
  return runMailing(sending, resumed, { worker, resumed: counts.accepted });
}
