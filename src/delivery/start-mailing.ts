import type { HeldElsewhere, Ledger, Mailing, MailingThere, Snapshot, Worker } from './ledger.ts';
import { makeMessageId } from './message-id.ts';
import type { MailingPlan } from './plan-mailing.ts';
import { digestOf } from './snapshot-digest.ts';

export interface StartInput {
  readonly plan: MailingPlan;
  readonly snapshot: Snapshot;
  readonly worker: Worker;
  /** Random: Message-IDs are made from it. */
  readonly key: string;
  readonly now: number;
}

/** Freezes the edition, and the audience of the plan. From here on the ledger decides who gets what. */
export function startMailing(
  ledger: Ledger,
  { plan, snapshot, worker, key, now }: StartInput,
): Mailing | HeldElsewhere | MailingThere {
  const domain = snapshot.stationery.from.address.split('@').at(-1) ?? '';
  const deliveries = plan.recipients.map((recipient) => ({
    recipient,
    messageId: makeMessageId(key, recipient.canonical, domain),
  }));
  const { issueNumber, slug, transport } = plan;
  const start = {
    issueNumber,
    slug,
    transport,
    key,
    snapshot,
    snapshotDigest: digestOf(snapshot),
    deliveries,
  };
  return ledger.startMailing(start, worker, now);
}
