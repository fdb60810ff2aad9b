import { importSubscribers } from '../../audience/import-subscribers.ts';
import { readSubscriberRows } from '../../audience/read-subscriber-rows.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import { createAudienceStore } from '../../store/sqlite/sqlite-audience.ts';
import { formatImport } from '../../terminal/subscribers-text.ts';
import type { Command } from '../command.ts';
import { readOnlyDatabasePath } from '../open-database.ts';
import { openInput, sourceOfInput } from '../open-input.ts';
import { openWorkspace } from '../open-workspace.ts';

interface ImportOptions {
  readonly dryRun?: boolean;
  readonly tag?: readonly string[];
  readonly source?: string;
}

/** `penny subscribers import <file>`. Rejected rows make exit code 1; the other rows are kept. */
export const subscribersImport: Command<ImportOptions> = async (context, options, [file = '']) => {
  const workspace = openWorkspace(context);
  await using input = await openInput(file, context);
  const dryRun = options.dryRun === true;
  const now = Date.now();
  using database = openDatabase(dryRun ? readOnlyDatabasePath(workspace) : workspace.paths.database);
  const rows = readSubscriberRows(input, {
    source: options.source ?? sourceOfInput(file),
    at: new Date(now).toISOString(),
    tags: options.tag ?? [],
  });
  const report = await importSubscribers(rows, createAudienceStore(database), { now, dryRun });
  const text = formatImport(report, { dryRun });
  return { exitCode: report.rejected.length > 0 ? 1 : 0, json: { dryRun, ...report }, text };
};
