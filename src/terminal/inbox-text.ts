import type { InboxReport } from '../inbox/inbox-report.ts';
import { firstLines } from './first-lines.ts';
import { safe } from './safe-text.ts';

/** What a pile of mail came to: who is not mailed any more, what else there was, and what a person has to decide. */
export function formatInbox(report: InboxReport, { dryRun }: { readonly dryRun: boolean }): string {
  const { messages, suppressed, unsubscribed, complaints, waiting, broken } = report;
  const first = `read ${messages} ${messages === 1 ? 'message' : 'messages'}: ${suppressed} suppressed, ${unsubscribed} unsubscribed, ${complaints} ${complaints === 1 ? 'complaint' : 'complaints'}`;
  return [
    dryRun ? `${first} (a dry run: nothing was written)` : first,
    ...formatGone(report.gone),
    ...formatBounces(report),
    ...formatIgnored(report),
    ...waiting.flatMap(formatWaiting),
    ...formatWishes(report.wishes),
    ...broken.map(({ source, problem }) => `    ${safe(source)}: ${problem}`),
  ].join('\n');
}

/** A file or a folder that somebody named, with nothing to read. */
export function formatEmptySource(name: string): string {
  return `no message is in ${safe(name)}`;
}

/** A mailbox with nothing to read. */
export function formatEmptyMailbox({ all }: { readonly all: boolean }): string {
  return all
    ? 'no message of the last 60 days is in the mailbox'
    : 'no unread message is in the mailbox\n  hint: --all reads again what somebody has read, of the last 60 days';
}

/** Mails that were taken in, and stay where they are. */
export function formatNotPutAway({
  message,
  hint,
}: {
  readonly message: string;
  readonly hint: string;
}): string {
  return `penny: all of it was taken in, and the mails stay unread where they are: ${safe(message)}\n  hint: ${safe(hint)}; to read them again changes nothing`;
}

function formatBounces(report: InboxReport): string[] {
  const { hard, ambiguous, soft, policy, delayed, delivered, settled, known } = report;
  const told = [
    [hard, 'no such address'],
    [ambiguous, 'refused, may be the address'],
    [soft, 'full or out of reach'],
    [policy, 'refused for what was sent or who sends it'],
    [delayed, 'delayed'],
    [delivered, 'delivered'],
    [settled, 'of unknown outcome settled'],
    [known, 'known before'],
  ] as const;
  const lines = told.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return lines.length === 0 ? [] : [`  ${lines.join(', ')}`];
}

function formatIgnored({ ignored, broken }: InboxReport): string[] {
  const reasons = Object.entries(ignored).map(([reason, count]) => `${count} ${reason}`);
  if (broken.length > 0) reasons.push(`${broken.length} could not be read`);
  return reasons.length === 0 ? [] : [`  left alone: ${reasons.join(', ')}`];
}

const indent = '    ';

function formatGone(gone: InboxReport['gone']): string[] {
  return firstLines(gone, ({ address, because }) => `${safe(address)} ${because}`, { indent });
}

function formatWishes(wishes: InboxReport['wishes']): string[] {
  if (wishes.length === 0) return [];
  const what = wishes.length === 1 ? '1 mail may be a wish' : `${wishes.length} mails may be wishes`;
  const describe = ({ source, from = 'somebody', subject }: InboxReport['wishes'][number]): string => {
    const words = subject === '' ? 'without a subject' : `“${safe(subject)}”`;
    return `${safe(source)}: ${safe(from)}, ${words}`;
  };
  return [
    `${what} to leave, and nobody left by ${wishes.length === 1 ? 'it' : 'them'}:`,
    ...firstLines(wishes, describe, { indent }),
    '  hint: read them; penny subscribers remove ADDRESS takes somebody off the list',
  ];
}

function formatWaiting({ issue, addresses, sending }: InboxReport['waiting'][number]): string[] {
  const people = `${addresses} ${addresses === 1 ? 'address' : 'addresses'}`;
  if (sending) return [`issue ${issue}: ${people} will be decided about when its mailing has ended`];
  return [
    `issue ${issue}: ${people} ${addresses === 1 ? 'waits' : 'wait'} for you: so many of its mailing bounced (more than 2 %, and more than one) that the mistake may be on the other side`,
    `  hint: penny resolve ${issue} lists them; --addresses suppress never mails them again, --addresses keep lets them be`,
  ];
}
