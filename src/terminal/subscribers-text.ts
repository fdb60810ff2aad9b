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
    ...skipped.map(({ line, address, reason }) => `line ${line} skipped: ${safe(address)} ${reason}`),
    ...rejected.map(({ line, reason }) => `line ${line} rejected: ${safe(reason)}`),
  ].join('\n');
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
