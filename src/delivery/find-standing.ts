import type { Ledger } from './ledger.ts';
import type { Mailing, Snapshot } from './mailing.ts';
import type { MailingPlan } from './plan-mailing.ts';
import { digestOf } from './snapshot-digest.ts';

/** What there is to do for an issue before anything is sent. */
export type MailingStanding =
  | {
      readonly kind: 'new';
      /** It was written to files before, and nobody was mailed by a server. */
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
  const editionChanged = mailing.snapshotDigest !== digestOf(snapshot);
  if (mailing.state !== 'finished') return { kind: 'interrupted', mailing, editionChanged };
  const formerlyInOutbox = mailing.transport === 'outbox' && plan.transport === 'smtp';
  return formerlyInOutbox ? { kind: 'new', formerlyInOutbox } : { kind: 'finished', mailing, editionChanged };
}
