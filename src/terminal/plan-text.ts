import type { MailingPlan } from '../delivery/plan-mailing.ts';
import type { PreflightCheck } from '../delivery/preflight.ts';
import { safe } from './safe-text.ts';
import { formatTable } from './table.ts';

const mostExcluded = 10;

/** The first thing to know when no mail server is set. */
export const outboxNotice = 'no mail server is set: messages are written to outbox/';

/** What a mailing would do, before anybody is asked. */
export function formatPlan(plan: MailingPlan): string {
  const { issueNumber, subject, from, transport, destination, recipients, excluded } = plan;
  const rows = [
    [transport === 'outbox' ? 'into' : 'through', safe(destination)],
    ['issue', String(issueNumber)],
    ['subject', safe(subject)],
    ['from', safe(from)],
    ['to', `${recipients.length} ${recipients.length === 1 ? 'person' : 'people'}`],
    ...(excluded.length === 0 ? [] : [['not to', String(excluded.length)]]),
  ];
  const left = excluded.slice(0, mostExcluded).map(({ address, reason }) => `    ${safe(address)} ${reason}`);
  const more = excluded.length > mostExcluded ? [`    and ${excluded.length - mostExcluded} more`] : [];
  return [formatTable(rows), ...left, ...more].join('\n');
}

/** The checks that did not pass, each with what to do; empty when all did. */
export function formatPreflight(checks: readonly PreflightCheck[]): string {
  return checks
    .filter(({ state }) => state !== 'ok')
    .map(({ name, state, detail, hint }) => `${state}  ${name}: ${safe(detail)}\n  hint: ${safe(hint)}`)
    .join('\n');
}
