import type { DispatchInput } from '../../delivery/dispatch-input.ts';
import { dispatchMailing } from '../../delivery/dispatch-mailing.ts';
import type { DeliveryCounts, HeldElsewhere } from '../../delivery/ledger.ts';
import type { Mailing, Worker } from '../../delivery/mailing.ts';
import type { MailingResult } from '../../delivery/mailing-result.ts';
import type { PaceLimits } from '../../delivery/pace.ts';
import { nextOpening, readSendWindow } from '../../delivery/send-window.ts';
import { makeReturnPath } from '../../inbox/return-path.ts';
import { HoldLostError } from '../../store/sqlite/hold-lost-error.ts';
import { formatHeldElsewhere, formatRun } from '../../terminal/mailing-text.ts';
import type { Outcome } from '../command.ts';
import { listenForInterrupts } from '../interrupts.ts';
import { countAnswered, exitCodeOf } from './exit-code-of.ts';
import { requireSigner } from './require-signer.ts';
import type { Sending } from './sending.ts';
import { showProgress } from './show-progress.ts';
import { systemClock } from './system-clock.ts';
import { unknownPolicy } from './unknown-policy.ts';

const defaultWait = 15 * 60_000;

/** Runs a mailing that this worker holds, in front of the person at the terminal. */
export async function runMailing(
  sending: Sending,
  mailing: Mailing,
  { worker, resumed }: { readonly worker: Worker; readonly resumed: number },
): Promise<Outcome> {
  const { ledger, mailer } = sending;
  const before = ledger.counts(mailing);
  const result = await dispatch(sending, mailing, { worker, before });
  if (result === 'lost') return reportLost(sending);
  const way =
    mailer.transport === 'outbox'
      ? `written to ${mailer.description}; no server mailed anybody`
      : `through ${mailer.description}`;
  const suspects = ledger.suspects(mailing).length;
  return {
    exitCode: exitCodeOf(result, { answeredBefore: countAnswered(before), unknown: unknownPolicy(sending) }),
    json: { ...result, resumed },
    text: `${formatRun(result, { suspects })}\n${way}`,
  };
}

async function dispatch(
  sending: Sending,
  mailing: Mailing,
  { worker, before }: { readonly worker: Worker; readonly before: DeliveryCounts },
): Promise<MailingResult | 'lost'> {
  const { context, workspace, ledger, mailer, options } = sending;
  const { connections, retry } = workspace.settings.delivery;
  using interrupts = listenForInterrupts(context);
  using progress = showProgress(context, { ledger, mailing, before });
  const window = readSendWindow(options.window ?? mailing.window ?? '');
  try {
    return await dispatchMailing({
      ledger,
      mailer,
      clock: systemClock,
      mailing,
      worker,
      connections: options.connections ?? connections,
      limits: limitsOf(sending),
      retry,
      unknown: unknownPolicy(sending),
      signer: requireSigner(sending.signingKey),
      envelopeFrom: returnPathOf(sending),
      jitter: Math.random,
      nextOpening: (now) => (window === undefined ? now : nextOpening(window, now)),
      wait: options.wait ?? defaultWait,
      stop: interrupts.signal,
      onProgress: progress.onProgress,
      onWaiting: progress.onWaiting,
    });
  } catch (error) {
    if (error instanceof HoldLostError) return 'lost';
    throw error;
  }
}

/** Each message has a return path of its own where bounces have a domain. */
function returnPathOf({ workspace, store }: Sending): DispatchInput['envelopeFrom'] {
  const { bounces } = workspace.settings;
  if (bounces === undefined) return undefined;
  return (messageId) => makeReturnPath(store.secret, messageId, bounces.domain);
}

/** What is typed goes before what is set. */
function limitsOf({ workspace, options }: Sending): PaceLimits {
  const { rate, perDomain } = workspace.settings.delivery;
  const overall = options.rate ?? rate;
  return { perDomain, ...(overall === undefined ? {} : { overall }) };
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

/** Exit code 3, too: this process was silent for so long that another one went on with the mailing. */
function reportLost({ context }: Sending): Outcome {
  const message = 'another process has gone on with this mailing, because this one was silent for too long';
  context.terminal.warn(`penny: ${message}\n  hint: penny status says how it stands`);
  return { exitCode: 3, json: { lost: true }, text: '' };
}
