import type { ImportReport } from '../audience/import-subscribers.ts';
import type { Subscriber } from '../audience/subscriber.ts';
import { safe } from './safe-text.ts';
import { formatTable } from './table.ts';

/** What became of a file. */
export function formatImport(report: ImportReport, { dryRun }: { readonly dryRun: boolean }): string {
  const { added, updated, unchanged, skipped, rejected, encoding } = report;
  const counts = `${added} added, ${updated} updated, ${unchanged} unchanged, ${skipped.length} skipped, ${rejected.length} rejected`;
  return [
    dryRun ? `${counts} (a dry run: nothing was written)` : counts,
    ...(encoding === 'utf-8' ? [] : [`read as ${encoding}`]),
    ...firstOf(skipped, ({ line, address, reason }) => `line ${line} skipped: ${safe(address)} ${reason}`),
    ...firstOf(rejected, ({ line, reason }) => `line ${line} rejected: ${safe(reason)}`),
  ].join('\n');
}

/** Rows one by one; nobody reads a hundred thousand of them, and `--json` has them all. */
const mostRows = 50;

function firstOf<Row>(rows: readonly Row[], format: (row: Row) => string): string[] {
  const left = rows.length - mostRows;
  return [
    ...rows.slice(0, mostRows).map(format),
    ...(left > 0 ? [`and ${left} more; --json lists them all`] : []),
  ];
}

export function formatSubscribers(subscribers: readonly Subscriber[]): string {
  if (subscribers.length === 0) return 'nobody is on this list';
  const rows = subscribers.map(({ address, name, status, tags }) => [
    safe(address),
    safe(name ?? ''),
    status,
    safe(tags.join(', ')),
  ]);
  return formatTable([['address', 'name', 'status', 'tags'], ...rows]);
}
