import type { Ledger, Mailing, Worker } from './ledger.ts';
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
    const arrived = await mailer.settle?.({ messageId, to: toWireAddress(recipient.address) });
    const state = arrived === undefined ? 'unknown' : arrived ? 'accepted' : 'queued';
    const text =
      arrived === undefined
        ? 'interrupted after the message, before the server’s answer'
        : 'interrupted, and looked up afterwards';
    ledger.settle(
      claimed,
      worker,
      { state, stage: 'dot', text, ...(arrived === true ? { code: 250 } : {}) },
      now,
    );
  }
}
