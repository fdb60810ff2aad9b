import { dispatchMailing } from '../../delivery/dispatch-mailing.ts';
import type { DeliveryCounts, HeldElsewhere, Ledger, Mailing, Worker } from '../../delivery/ledger.ts';
import { formatHeldElsewhere, formatProgress, formatRun } from '../../terminal/mailing-text.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { listenForInterrupts } from '../interrupts.ts';
import { countAnswered, exitCodeOf } from './exit-code-of.ts';
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
  const before = ledger.counts(mailing);
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
    onProgress: showProgress(context, { ledger, mailing, before }),
  });
  context.terminal.status('');
  const way = `${mailer.transport === 'outbox' ? 'written to' : 'through'} ${mailer.description}`;
  return {
    exitCode: exitCodeOf(result, countAnswered(before)),
    json: { ...result, resumed },
    text: `${formatRun(result)}\n${way}`,
  };
}

/** Milliseconds between two looks at the ledger. */
const progressInterval = 200;

interface Watched {
  readonly ledger: Ledger;
  readonly mailing: Mailing;
  /** The counts when this run began: the rate is that of this run. */
  readonly before: DeliveryCounts;
}

function showProgress({ terminal }: CommandContext, { ledger, mailing, before }: Watched): () => void {
  const startedAt = systemClock.now();
  let shownAt = 0;
  return () => {
    const now = systemClock.now();
    if (now - shownAt < progressInterval) return;
    shownAt = now;
    const seconds = (now - startedAt) / 1000;
    terminal.status(formatProgress(ledger.counts(mailing), { before, seconds }));
  };
}

/** Exit code 3: who is sending this issue, where, and since when. */
export function reportHeldElsewhere({ context }: Sending, held: HeldElsewhere): Outcome {
  const { pid, host } = held.heldBy;
  context.terminal.warn(formatHeldElsewhere(held));
  return {
    exitCode: 3,
    json: { heldBy: { pid, host }, since: new Date(held.since).toISOString() },
    text: '',
  };
}
