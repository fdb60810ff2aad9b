import type { HistoryEntry } from '../audience/describe-history.ts';
import type { Subscriber } from '../audience/subscriber.ts';
import { safe } from './safe-text.ts';
import { formatTable } from './table.ts';

type Shown = Pick<Subscriber, 'address' | 'status'> & Partial<Subscriber>;

/** One person: what is known of them, and below it what happened, in the order of time. */
export function formatSubscriber(
  { address, status, name, firstName, tags = [], fields = {}, joinedAt }: Shown | StrangerShown,
  history: readonly HistoryEntry[],
): string {
  const facts = [
    ['address', address],
    ['status', status],
    ['name', name ?? ''],
    ['first name', firstName ?? ''],
    ['tags', tags.join(', ')],
    ['joined', joinedAt === undefined ? '' : momentOf(joinedAt)],
    ...Object.entries(fields),
  ].filter(([, value]) => value !== '');
  const happened = history.map(({ at, kind, text }) => [momentOf(at), safe(kind), safe(text)]);
  return [formatTable(facts.map((row) => row.map(safe))), formatTable(happened)].join('\n\n');
}

/** Somebody of whom only a suppression or mailings are known. */
type StrangerShown = Partial<Omit<Subscriber, 'address'>> &
  Pick<Subscriber, 'status'> & { readonly address: string };

/** Whoever was erased. */
export function formatErasedSubscriber(address: string, at: string): string {
  return `${safe(address)} was erased on ${momentOf(at)}; nothing else is known, and no import brings the address back`;
}

function momentOf(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
