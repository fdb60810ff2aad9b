import { createHash } from 'node:crypto';
import type { HeldElsewhere, Ledger, Mailing, Snapshot, Worker } from './ledger.ts';
import { makeMessageId } from './message-id.ts';
import type { MailingPlan } from './plan-mailing.ts';
import type { Recipient } from './recipient.ts';

/** What there is to do for an issue before anything is sent. */
export type MailingStanding =
  | {
      readonly kind: 'new' /** It was written to files, and nobody was mailed by a server. */;
      readonly formerlyInOutbox: boolean;
    }
  | { readonly kind: 'interrupted'; readonly mailing: Mailing; readonly editionChanged: boolean }
  | { readonly kind: 'finished'; readonly mailing: Mailing; readonly editionChanged: boolean };

/**
 * Whether an issue is still to be sent, to be gone on with, or done. A mailing that was only written to the outbox
 * does not keep the issue from being sent by a server later.
 */
export function findStanding(
  ledger: Ledger,
  snapshot: Snapshot,
  plan: Pick<MailingPlan, 'issueNumber' | 'transport'>,
): MailingStanding {
  const mailing = ledger.findMailing(plan.issueNumber);
  if (mailing === undefined) return { kind: 'new', formerlyInOutbox: false };
  const editionChanged = digestOf(ledger.snapshotOf(mailing)) !== digestOf(snapshot);
  if (mailing.state !== 'finished') return { kind: 'interrupted', mailing, editionChanged };
  const formerlyInOutbox = mailing.transport === 'outbox' && plan.transport === 'smtp';
  return formerlyInOutbox ? { kind: 'new', formerlyInOutbox } : { kind: 'finished', mailing, editionChanged };
}

export interface StartInput {
  readonly plan: MailingPlan;
  readonly snapshot: Snapshot;
  /** The plan's recipients, with their unsubscribe tokens. */
  readonly recipients: readonly Recipient[];
  readonly worker: Worker;
  /** Random: Message-IDs are made from it. */
  readonly key: string;
  readonly now: number;
}

/** Freezes edition and audience. From here on the ledger decides who gets what. */
export function startMailing(
  ledger: Ledger,
  { plan, snapshot, recipients, worker, key, now }: StartInput,
): Mailing | HeldElsewhere {
  const domain = snapshot.stationery.from.address.split('@').at(-1) ?? '';
  const deliveries = recipients.map((recipient) => ({
    recipient,
    messageId: makeMessageId(key, recipient.canonical, domain),
  }));
  const { issueNumber, slug, transport } = plan;
  return ledger.startMailing({ issueNumber, slug, transport, key, snapshot, deliveries }, worker, now);
}

function digestOf(snapshot: Snapshot): string {
  return createHash('sha256').update(JSON.stringify(snapshot)).digest('hex');
}
