import { basename, resolve } from 'node:path';
import { importSubscribers } from '../../audience/import-subscribers.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import { createAudienceStore } from '../../store/sqlite/sqlite-audience.ts';
import { formatImport } from '../../terminal/subscribers-text.ts';
import type { Command } from '../command.ts';
import { readOnlyDatabasePath } from '../open-database.ts';
import { openWorkspace } from '../open-workspace.ts';
import { readInput } from '../read-input.ts';

interface ImportOptions {
  readonly dryRun?: boolean;
  readonly tag?: readonly string[];
  readonly source?: string;
}

/** `penny subscribers import <file>`. Rejected rows make exit code 1; the other rows are kept. */
export const subscribersImport: Command<ImportOptions> = async (context, options, [file = '']) => {
  const workspace = openWorkspace(context);
  const bytes = await readInput(file, context);
  const dryRun = options.dryRun === true;
  const database = openDatabase(dryRun ? readOnlyDatabasePath(workspace) : workspace.paths.database);
  try {
    const source = options.source ?? (file === '-' ? 'standard input' : basename(resolve(file)));
    const consent = { source, at: new Date().toISOString() };
    const report = importSubscribers({
      bytes,
      store: createAudienceStore(database),
      consent,
      tags: options.tag ?? [],
      dryRun,
    });
    const { addresses: _addresses, ...told } = report;
    return {
      exitCode: report.rejected.length > 0 ? 1 : 0,
      json: { dryRun, ...told },
      text: formatImport(report, { dryRun }),
    };
  } finally {
    database.close();
  }
};
