import type { Edition, Slotted } from '../render/edition.ts';
import type { Stationery } from './mailing.ts';
import { leaveBase } from './personalise.ts';
import type { ExcludedRecipient, Recipient } from './recipient.ts';
import { type Survey, surveyRecipients } from './survey-recipients.ts';

/** What a mailing would do, as a value: shown before anything happens, and all that a dry run makes. */
export interface MailingPlan {
  readonly issueNumber: number;
  readonly slug: string;
  /** With its merge tags as the author wrote them. */
  readonly subject: string;
  readonly from: string;
  readonly transport: 'smtp' | 'outbox';
  /** Where to, for people. */
  readonly destination: string;
  readonly audience: Survey;
  readonly excluded: readonly ExcludedRecipient[];
  /** Of the people of a file: how many are not on the list yet, and come onto it. */
  readonly added?: number;
}

export interface MailingPlanInput {
  readonly edition: Edition;
  readonly stationery: Stationery;
  readonly mailer: { readonly transport: 'smtp' | 'outbox'; readonly description: string };
  /** One for each canonical address. */
  readonly recipients: Iterable<Recipient>;
  readonly excluded: readonly ExcludedRecipient[];
  readonly added?: number | undefined;
}

/** Plans a mailing: walks its audience once, and keeps no person of it. */
export function planMailing({
  edition,
  stationery,
  mailer,
  recipients,
  excluded,
  added,
}: MailingPlanInput): MailingPlan {
  const { name, address } = stationery.from;
  return {
    issueNumber: edition.issueNumber,
    slug: edition.slug,
    subject: writeSlotted(edition.subject),
    from: `${name} <${address}>`,
    transport: mailer.transport,
    destination: mailer.description,
    audience: surveyRecipients(edition, recipients, leaveBase(stationery)),
    excluded,
    ...(added === undefined ? {} : { added }),
  };
}

/** Slots as an author writes them: `hi {{firstName|there}}`. */
function writeSlotted(slotted: Slotted): string {
  const write = ({ tag, fallback }: { tag: string; fallback?: string }): string =>
    fallback === undefined ? `{{${tag}}}` : `{{${tag}|${fallback}}}`;
  return slotted.map((part) => (typeof part === 'string' ? part : write(part))).join('');
}
