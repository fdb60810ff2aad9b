import type { ClaimedDelivery } from '../../delivery/ledger.ts';
import type { Recipient } from '../../delivery/recipient.ts';
import { integerOf, type Row, textOf } from './read-row.ts';

/** A row of the table `delivery` that is in flight, as the worker that holds it knows it. */
export function toClaimedDelivery(row: Row): ClaimedDelivery {
  const recipient: Recipient = JSON.parse(textOf(row, 'recipient'));
  return {
    id: integerOf(row, 'id'),
    mailingId: integerOf(row, 'mailing_id'),
    recipient,
    messageId: textOf(row, 'message_id'),
    attempt: integerOf(row, 'attempt'),
    startedAt: integerOf(row, 'attempt_started_at'),
  };
}
