import type { MovedHere } from '../../delivery/ledger.ts';
import type { Mailing, Snapshot } from '../../delivery/mailing.ts';
import { countOpen, summarizeStanding } from '../../delivery/mailing-result.ts';
import { checkSigning } from '../../delivery/signing/check-signing.ts';
import { formatGoingOn, formatResult } from '../../terminal/mailing-text.ts';
import { type Outcome, UsageError } from '../command.ts';
import { askToConfirm } from '../confirm.ts';
import { asItStands } from './as-it-stands.ts';
import { olderCopyError } from './older-copy-error.ts';
import { reportHeldElsewhere, runMailing } from './run-mailing.ts';
import type { AudienceOptions, Sending } from './sending.ts';
import { systemClock } from './system-clock.ts';
import { describeWorker, isAlive } from './worker.ts';

/**
 * Goes on with a mailing that an earlier run left: its edition and its audience are those of its start.
 *
 * @throws UsageError when it was started through another transport, or the key cannot sign.
 */
export async function resumeSending(
  sending: Sending,
  { mailing, editionChanged }: { readonly mailing: Mailing; readonly editionChanged: boolean },
): Promise<Outcome> {
  const { context, ledger, mailer, options, signingKey } = sending;
  const { issueNumber, transport } = mailing;
  if (transport !== mailer.transport) {
    throw new UsageError(
      `the mailing of issue ${issueNumber} was started by ${transport}`,
      'finish it with the settings that it was started with',
    );
  }
  refuseNewSchedule(issueNumber, options);
  refuseUnsigned(sending, ledger.snapshotOf(mailing));
  const signing = await checkSigning(signingKey, ledger.snapshotOf(mailing));
  const useless = signing.find(({ state }) => state === 'error');
  if (useless !== undefined) throw new UsageError(useless.detail, useless.hint);
  const counts = ledger.counts(mailing);
  const { terminal } = context;
  terminal.say(formatGoingOn(mailing, { accepted: counts.accepted, left: countOpen(counts) }));
  for (const name of ['to', 'segment'] as const) {
    if (options[name] !== undefined)
      terminal.warn(`--${name} is not read again: the audience is that of the start`);
  }
  if (editionChanged) {
    terminal.warn('the issue or the settings have changed since; everybody gets it as it was at the start');
  }
  if (options.dryRun === true) {
    const result = summarizeStanding(asItStands(mailing, ledger), counts);
    return { exitCode: 0, json: { dryRun: true, ...result }, text: formatResult(result) };
  }
  const refusal = await askToConfirm(context, { yes: options.yes, people: countOpen(counts) });
  if (refusal !== undefined) return refusal;
  const worker = describeWorker(sending.workspace.paths.database);
  const now = systemClock.now();
  const resumed = ledger.resumeMailing(mailing, worker, { now, isAlive, moved: options.moved === true });
  if ('heldBy' in resumed) return reportHeldElsewhere(sending, resumed);
  if ('movedFrom' in resumed) throw movedError(issueNumber, resumed);
  if ('olderCopy' in resumed) throw olderCopyError(`penny resume ${issueNumber} --moved`);
  if ('over' in resumed) {
    throw new UsageError(
      `the mailing of issue ${issueNumber} is ${resumed.over.state} meanwhile`,
      `look at it with penny status ${issueNumber}`,
    );
  }
  return runMailing(sending, resumed, { worker, resumed: counts.accepted });
}

/** When a mailing starts was said at its start. */
function refuseNewSchedule(issueNumber: number, { at, detach }: AudienceOptions): void {
  if (at === undefined && detach !== true) return;
  throw new UsageError(
    `issue ${issueNumber} has a mailing already: --at is for a mailing that has not begun`,
    `penny resume ${issueNumber} goes on now; penny cancel ${issueNumber} ends it`,
  );
}

/** What half of the readers got with a signature, the others do not get without. */
function refuseUnsigned({ signingKey }: Sending, { stationery }: Snapshot): void {
  if (stationery.signedBy === undefined || signingKey !== undefined) return;
  throw new UsageError(
    `this mailing was started with the key ${stationery.signedBy}, and nothing signs now`,
    'put dkim: back into newsletter.yaml',
  );
}

/** A restored backup does not know who was mailed after it was made. */
function movedError(issueNumber: number, { movedFrom: { host } }: MovedHere): UsageError {
  return new UsageError(
    `the mailing of issue ${issueNumber} was last sent from another copy of this database, on ${host}`,
    `whoever got it from there meanwhile would get it twice; if this copy is the one to go on with, run penny resume ${issueNumber} --moved`,
  );
}
