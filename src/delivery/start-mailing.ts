import type { Ledger, Started } from './ledger.ts';
import type { Snapshot, Worker } from './mailing.ts';
import { makeMessageId } from './message-id.ts';
import type { MailingPlan } from './plan-mailing.ts';
import type { Recipient } from './recipient.ts';
import { digestOf } from './snapshot-digest.ts';

export interface StartInput {
  readonly plan: Pick<MailingPlan, 'issueNumber' | 'slug' | 'transport'>;
  /** Walked once. */
  readonly recipients: Iterable<Recipient>;
  readonly snapshot: Snapshot;
  readonly worker: Worker;
  /** Random: Message-IDs are made from it. */
  readonly key: string;
  readonly now: number;
  /** Milliseconds since 1970; absent starts it at once. */
  readonly startsAt?: number;
  /** The hours of the day in which it goes. */
  readonly window?: string;
  /** This copy of the database is the one to send from. */
  readonly moved?: boolean;
}

/** Freezes the edition, and the audience of the plan. From here on the ledger decides who gets what. */
export function startMailing(
  ledger: Ledger,
  { plan, recipients, snapshot, worker, key, now, startsAt, window, moved }: StartInput,
): Started {
  const domain = snapshot.stationery.from.address.split('@').at(-1) ?? '';
  const { issueNumber, slug, transport } = plan;
  const start = {
    issueNumber,
    slug,
    transport,
    key,
    snapshot,
    snapshotDigest: digestOf(snapshot),
    deliveries: address(recipients, (canonical) => makeMessageId(key, canonical, domain)),
    ...(startsAt === undefined ? {} : { startsAt }),
    ...(window === undefined ? {} : { window }),
    ...(moved === undefined ? {} : { moved }),
  };
  return ledger.startMailing(start, worker, now);
}

/** One after the other: a million of them are never there at once. */
function* address(
  recipients: Iterable<Recipient>,
  messageIdOf: (canonical: string) => string,
): Iterable<{ readonly recipient: Recipient; readonly messageId: string }> {
  for (const recipient of recipients) yield { recipient, messageId: messageIdOf(recipient.canonical) };
}
