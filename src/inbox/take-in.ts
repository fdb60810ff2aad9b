import { readToken } from '../audience/signed-token.ts';
import type { Mailing } from '../delivery/mailing.ts';
import { withoutAddresses } from '../delivery/reply-classes.ts';
import { choosePersonsReport } from './choose-persons-report.ts';
import type { Evidence } from './find-evidence.ts';
import type { Counted, GonePerson, PossibleWish } from './inbox-report.ts';
import type { InboxStore, ReportedDelivery, ReportedSubscriber } from './inbox-store.ts';
import { judgeBounce } from './judge-bounce.ts';
import type { FeedbackType } from './read-arf.ts';
import type { RecipientReport } from './read-dsn.ts';
import type { IgnoredReason, SortedMail } from './sort-mail.ts';
import { weighReport } from './weigh-report.ts';
import type { UnsubscribeMail } from './wish/read-unsubscribe-mail.ts';

/** What one message came to. */
export interface Taken {
  readonly counts: readonly Counted[];
  readonly ignored?: IgnoredReason;
  /** Who is not mailed any more by it. */
  readonly gone?: GonePerson;
  /** A person has to read it. */
  readonly wish?: PossibleWish;
  /** Whose suspects are to be decided about in the end. */
  readonly mailing?: Mailing;
}

export type Meaningful = Exclude<SortedMail, { readonly kind: 'ignored' | 'broken' }>;

/** Milliseconds for which a mailing is answered: servers give up after five days, and nobody complains after months. */
export const longestAnswer = 60 * 86_400_000;

/** Carries out what one message means. Runs inside `allOrNothing`; a second time it changes nothing. */
export function takeIn(store: InboxStore, mail: Meaningful, now: number): Taken {
  switch (mail.kind) {
    case 'dsn':
      return takeDsn(store, mail, now);
    case 'complaint':
      return takeComplaint(store, mail, now);
    case 'unsubscribe':
      return takeUnsubscribe(store, mail, now);
  }
}

function takeDsn(
  store: InboxStore,
  { recipients, evidence }: { readonly recipients: readonly RecipientReport[]; readonly evidence: Evidence },
  now: number,
): Taken {
  const delivery = findDelivery(store, evidence);
  if (delivery === undefined) return ignored('nothing of ours');
  const { startsAt, startedAt, transport } = delivery.mailing;
  // Somebody else handed it to a server, and only they know what was accepted.
  if (transport === 'outbox') return ignored('of a mailing to the outbox');
  if (now - (startsAt ?? startedAt) > longestAnswer) return ignored('too old');
  const report = choosePersonsReport(recipients, delivery.canonical);
  if (report === undefined) return ignored('nothing of ours');
  const { action, status } = report;
  const text = wordsOf(report);
  if (action === 'failed') return takeBounce(store, delivery, report, now);
  if (action === 'delayed') {
    const event = { kind: 'delayed', text, ...(status === undefined ? {} : { status }) } as const;
    return { counts: [store.keepEvent(delivery, event, now) ? 'delayed' : 'known'] };
  }
  const settled = store.settle(delivery, 'accepted', `a report says ${action}: ${text}`, now);
  return { counts: settled ? ['delivered', 'settled'] : ['delivered'] };
}

function takeBounce(
  store: InboxStore,
  delivery: ReportedDelivery,
  report: RecipientReport,
  now: number,
): Taken {
  const { mailing, canonical } = delivery;
  const kind = weighReport(report);
  const text = wordsOf(report);
  const { status } = report;
  const settled = store.settle(delivery, 'failed', `a report says failed: ${text}`, now);
  if (!store.keepEvent(delivery, { kind, text, ...(status === undefined ? {} : { status }) }, now))
    return { counts: ['known'], mailing };
  const judgement = judgeBounce(kind, store.resultsOf(canonical), now);
  if (judgement !== undefined) store.suspect(delivery, judgement, text);
  return { counts: settled ? [kind, 'settled'] : [kind], mailing };
}

function takeComplaint(
  store: InboxStore,
  { feedback, evidence }: { readonly feedback: FeedbackType; readonly evidence: Evidence },
  now: number,
): Taken {
  const delivery = findDelivery(store, evidence);
  const person = delivery ?? findSubscriber(store, evidence);
  if (person === undefined) return ignored('nothing of ours');
  if (feedback === 'not-spam') return ignored('not spam');
  const isNew =
    delivery !== undefined && store.keepEvent(delivery, { kind: 'complaint', text: feedback }, now);
  // A filter reports viruses, and `other` says nothing; the other two are a reader who pressed a button.
  const pressed = feedback === 'abuse' || feedback === 'fraud';
  const left = pressed && store.suppress(person.canonical, feedback, now);
  const counts = [isNew || left ? 'complaints' : 'known'] as const;
  return left ? { counts, gone: { address: person.canonical, because: 'complained' } } : { counts };
}

function takeUnsubscribe(
  store: InboxStore,
  { source, mail }: { readonly source: string; readonly mail: UnsubscribeMail },
  now: number,
): Taken {
  const { says, token, from, arrivedAt, subject } = mail;
  const id = token === undefined ? undefined : readToken(store.tokenSecrets, 'unsubscribe', token);
  const person = (id === undefined ? undefined : store.findSubscriber(id)) ?? findWriter(store, mail);
  const wish = { source, ...(from === undefined ? {} : { from }), subject };
  if (says !== 'certain') {
    const isRead = isMailed(person) || (says === 'clear' && person === undefined);
    return { ...ignored('other mail'), ...(isRead ? { wish } : {}) };
  }
  if (person !== undefined) {
    // Whoever reads a whole mailbox again finds mails of people who have come back since.
    const isOver = arrivedAt !== undefined && store.returnedSince(person.canonical, arrivedAt);
    const leaves = !isOver && store.unsubscribe(person.canonical, now);
    return leaves
      ? { counts: ['unsubscribed'], gone: { address: person.canonical, because: 'unsubscribed' } }
      : { counts: ['known'] };
  }
  // Whose token it is was forgotten, and is not mailed.
  if (id !== undefined) return ignored('nobody on the list');
  return { ...ignored(token === undefined ? 'nobody on the list' : 'forged'), wish };
}

/** By their address or, where they write from another one, by the message of ours that they answer to. */
function findWriter(store: InboxStore, { from, answersTo }: UnsubscribeMail): ReportedSubscriber | undefined {
  const writer = from === undefined ? undefined : store.findSubscriber(from);
  if (isMailed(writer) || answersTo === undefined) return writer;
  const delivery = store.findDelivery(answersTo);
  return (delivery === undefined ? undefined : store.findSubscriber(delivery.canonical)) ?? writer;
}

function isMailed(person: ReportedSubscriber | undefined): boolean {
  return person?.status === 'active' || person?.status === 'pending';
}

function findDelivery(store: InboxStore, evidence: Evidence): ReportedDelivery | undefined {
  return 'messageKey' in evidence ? store.findDelivery(evidence.messageKey) : undefined;
}

function findSubscriber(store: InboxStore, evidence: Evidence): ReportedSubscriber | undefined {
  return 'subscriberId' in evidence ? store.findSubscriber(evidence.subscriberId) : undefined;
}

/** Without the address, which stands in the delivery, and with it can be forgotten. */
function wordsOf({ status, diagnostic }: RecipientReport): string {
  const words = diagnostic === undefined ? (status ?? 'without a word') : diagnostic;
  return withoutAddresses(words)
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .replaceAll('<>', '')
    .trim();
}

function ignored(reason: IgnoredReason): Taken {
  return { counts: [], ignored: reason };
}
