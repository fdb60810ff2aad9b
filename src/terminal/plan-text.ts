import type { MailingPlan } from '../delivery/plan-mailing.ts';
import type { PreflightCheck } from '../delivery/preflight.ts';
import type { Rate } from '../workspace/rate.ts';
import { formatDuration } from './duration-text.ts';
import { formatMoment } from './mailing-text.ts';
import { safe } from './safe-text.ts';
import { formatTable } from './table.ts';

const mostExcluded = 10;

/** The first thing to know when no mail server is set. */
export const outboxNotice = 'no mail server is set: messages are written to outbox/';

/** How fast it would go, and when. */
export interface PlannedPace {
  readonly rate?: Rate;
  /** Milliseconds since 1970. */
  readonly startsAt?: number;
  readonly window?: string;
  /** The part of the list that is meant, as it was typed. */
  readonly segment?: string;
  /** Those who are meant stand in a file. */
  readonly isNamed?: boolean;
  /** What people may choose for themselves, and what nobody is asked for here: there is no segment. */
  readonly unaskedTopics?: readonly string[];
}

function takes(people: number, { messages, per }: Rate): string {
  return `about ${formatDuration((people * per) / messages / 1000)}`;
}

/** `10 a second`. */
function formatRate({ messages, per }: Rate): string {
  return `${messages} a ${per < 60_000 ? 'second' : per < 3_600_000 ? 'minute' : 'hour'}`;
}

function tellUnasked(topic: string): string {
  return `everybody gets it, whatever they chose; --segment tag:${topic} asks for those of one`;
}

/** What a mailing would do, before anybody is asked. */
export function formatPlan(plan: MailingPlan, pace: PlannedPace = {}): string {
  const { rate, startsAt, window, segment, isNamed = false, unaskedTopics: [topic] = [] } = pace;
  const { issueNumber, subject, from, transport, destination, audience, excluded, added = 0 } = plan;
  const { people } = audience;
  // What lies in the outbox can be sent to everybody by a server.
  const leavesOthersOut = transport === 'smtp' && (segment !== undefined || isNamed);
  const rows = [
    [transport === 'outbox' ? 'into' : 'through', safe(destination)],
    ['issue', String(issueNumber)],
    ['subject', safe(subject)],
    ['from', safe(from)],
    ['to', `${people} ${people === 1 ? 'person' : 'people'}`],
    ...(segment === undefined ? [] : [['of whom', safe(segment)]]),
    ...(added === 0 ? [] : [['new', `${added} in the file ${added === 1 ? 'was' : 'were'} not on the list`]]),
    ...(leavesOthersOut ? [['others', 'never get this issue: it has one mailing']] : []),
    ...(topic === undefined ? [] : [['topics', tellUnasked(topic)]]),
    ...(excluded.length === 0 ? [] : [['not to', String(excluded.length)]]),
    ...(startsAt === undefined ? [] : [['at', formatMoment(startsAt)]]),
    ...(window === undefined ? [] : [['between', window]]),
    ...(rate === undefined ? [] : [['takes', `${takes(people, rate)}, at ${formatRate(rate)}`]]),
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
