import type { UnknownPolicy } from './attempt-delivery.ts';
import type { Clock } from './clock.ts';
import type { AttemptOutcome, Ledger } from './ledger.ts';
import type { Mailer } from './mailer.ts';
import type { Mailing, Worker } from './mailing.ts';
import { toWireAddress } from './wire-address.ts';

interface RecoverTools {
  readonly ledger: Ledger;
  readonly mailer: Mailer;
  readonly worker: Worker;
  readonly clock: Clock;
  readonly unknown: UnknownPolicy;
}

/**
 * Settles what a run that died left behind. Claimed without a dot: the ledger queues it again. After the dot intent:
 * accepted or not where the mailer can look (the outbox can), unknown where nobody can.
 */
export async function recoverDeliveries(
  mailing: Mailing,
  { ledger, mailer, worker, clock, unknown }: RecoverTools,
): Promise<void> {
  for (const claimed of ledger.recover(mailing, worker, clock.now())) {
    const { messageId, recipient } = claimed;
    const arrived = await mailer.hasArrived({ messageId, to: toWireAddress(recipient.address) });
    const resend = arrived === 'unknowable' && unknown === 'resend';
    await ledger.settle(
      claimed,
      worker,
      { ...outcomes[arrived], ...(resend ? { resend } : {}) },
      clock.now(),
    );
  }
}

const lookedUp = 'interrupted, and looked up afterwards';
const outcomes: Readonly<Record<'yes' | 'no' | 'unknowable', AttemptOutcome>> = {
  yes: { state: 'accepted', stage: 'dot', code: 250, text: lookedUp },
  no: { state: 'queued', stage: 'dot', text: lookedUp },
  unknowable: {
    state: 'unknown',
    stage: 'dot',
    text: 'interrupted after the message, before the server’s answer',
  },
};
