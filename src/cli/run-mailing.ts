import { dispatchMailing } from '../delivery/dispatch-mailing.ts';
import type { HeldElsewhere, Ledger, Mailing, Worker } from '../delivery/ledger.ts';
import type { MailingResult } from '../delivery/mailing-result.ts';
import { formatMoment, formatProgress, formatResult } from '../terminal/mailing-text.ts';
import { safe } from '../terminal/safe-text.ts';
import type { CommandContext, ExitCode, Outcome } from './command.ts';
import { listenForInterrupts } from './interrupts.ts';
import type { Sending } from './sending.ts';
import { systemClock } from './system-clock.ts';

const defaultWait = 15 * 60_000;

/** Runs a mailing that this worker holds, in front of the person at the terminal. */
export async function runMailing(
  { context, workspace, ledger, mailer, options }: Sending,
  mailing: Mailing,
  { worker, resumed }: { readonly worker: Worker; readonly resumed: number },
): Promise<Outcome> {
  const { connections, retry } = workspace.settings.delivery;
  using interrupts = listenForInterrupts(context);
  const result = await dispatchMailing({
    ledger,
    mailer,
    clock: systemClock,
    mailing,
    worker,
    connections: options.connections ?? connections,
    retry,
    wait: options.wait ?? defaultWait,
    stop: interrupts.signal,
    onProgress: showProgress(context, ledger, mailing),
  });
  context.terminal.status('');
  const way = `${mailer.transport === 'outbox' ? 'written to' : 'through'} ${mailer.description}`;
  return {
    exitCode: exitCodeOf(result),
    json: { ...result, resumed },
    text: `${formatResult(result)}\n${way}`,
  };
}

/** Milliseconds between two looks at the ledger. */
const progressInterval = 200;

function showProgress({ terminal }: CommandContext, ledger: Ledger, mailing: Mailing): () => void {
  const startedAt = systemClock.now();
  let shownAt = 0;
  return () => {
    const now = systemClock.now();
    if (now - shownAt < progressInterval) return;
    shownAt = now;
    const seconds = (now - startedAt) / 1000;
    terminal.status(formatProgress(ledger.counts(mailing), { audience: mailing.audience, seconds }));
  };
}

/** Exit code 3: who is sending this issue, where, and since when. */
export function reportHeldElsewhere({ context }: Sending, { heldBy, since }: HeldElsewhere): Outcome {
  const { pid, host } = heldBy;
  context.terminal.warn(
    `penny: process ${pid} on ${safe(host)} is sending this issue since ${formatMoment(since)}\n  hint: wait for it, or stop it and run the same command`,
  );
  return { exitCode: 3, json: { heldBy: { pid, host }, since: new Date(since).toISOString() }, text: '' };
}

/** What a script is told of how a run ended. A mailing that paused before anybody was reached could not run. */
export function exitCodeOf({ state, reason, accepted, unknown, failed, held }: MailingResult): ExitCode {
  if (reason === 'interrupted') return 130;
  if (state === 'paused') return accepted === 0 ? 2 : 1;
  if (unknown > 0) return 4;
  return state === 'finished' && failed + held === 0 ? 0 : 1;
}
