import type { AttemptOutcome, Ledger, Mailing, Worker } from './ledger.ts';
import type { Mailer } from './mailer.ts';
import { toWireAddress } from './wire-address.ts';

/**
 * Settles what a run that died left behind. Claimed without a dot: the ledger queues it again. After the dot intent:
 * accepted or not where the mailer can look (the outbox can), unknown where nobody can.
 */
export async function recoverDeliveries(
  mailing: Mailing,
  { ledger, mailer, worker, now }: { ledger: Ledger; mailer: Mailer; worker: Worker; now: number },
): Promise<void> {
  for (const claimed of ledger.recover(mailing, worker, now)) {
    const { messageId, recipient } = claimed;
    const arrived = await mailer.hasArrived({ messageId, to: toWireAddress(recipient.address) });
    ledger.settle(claimed, worker, outcomes[arrived], now);
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
