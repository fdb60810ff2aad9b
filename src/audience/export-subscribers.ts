import { stringify } from 'csv-stringify/sync';
import type { Subscriber } from './subscriber.ts';

/**
 * The list as CSV that opens safely in a spreadsheet and that imports again to the same list. What a spreadsheet would
 * run as a formula gets an apostrophe in front, which the import takes off (OWASP, CSV injection).
 */
export function exportSubscribers(subscribers: readonly Subscriber[]): string {
  const fields = [...new Set(subscribers.flatMap((subscriber) => Object.keys(subscriber.fields)))].sort();
  const header = ['email', 'name', 'first name', 'tags', 'status', 'source', 'consented at', ...fields];
  const rows = subscribers.map((subscriber) => [
    subscriber.address,
    subscriber.name ?? '',
    subscriber.firstName ?? '',
    subscriber.tags.join(', '),
    subscriber.status,
    subscriber.consent.source,
    subscriber.consent.at,
    ...fields.map((field) => subscriber.fields[field] ?? ''),
  ]);
  return stringify([header, ...rows].map((row) => row.map(protect)));
}

function protect(cell: string): string {
  return /^[=+\-@\t\r'＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
}
