import type { ClaimedDelivery } from '../../delivery/ledger.ts';
import type { Recipient } from '../../delivery/recipient.ts';
import { integerOf, type Row, textOf } from './read-row.ts';

/** What a statement that takes deliveries returns of each. */
export const claimedColumns = `*, iif(attempt = 1, 0, (SELECT count(*) FROM attempt
   WHERE delivery_id = delivery.id AND attempt.state = 'deferred')) AS deferrals`;

/** A row of `claimedColumns` of a delivery that is in flight, as the worker that holds it knows it. */
export function toClaimedDelivery(row: Row): ClaimedDelivery {
  const recipient: Recipient = JSON.parse(textOf(row, 'recipient'));
  return {
    id: integerOf(row, 'id'),
    mailingId: integerOf(row, 'mailing_id'),
    recipient,
    messageId: textOf(row, 'message_id'),
    attempt: integerOf(row, 'attempt'),
    deferrals: integerOf(row, 'deferrals'),
    startedAt: integerOf(row, 'attempt_started_at'),
  };
}
