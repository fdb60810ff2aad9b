import { type ColumnMap, parseColumnMap } from '../../audience/csv/columns/column-map.ts';
import { type FileOptions, readSubscriberRows } from '../../audience/csv/read-subscriber-rows.ts';
import { readEncoding } from '../../audience/csv/text/decode-bytes.ts';
import { type ImportReport, importSubscribers } from '../../audience/import-subscribers.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import { createAudienceStore } from '../../store/sqlite/sqlite-audience.ts';
import { formatImport } from '../../terminal/import-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { readName } from '../listing/read-name.ts';
import { readTags } from '../listing/read-tags.ts';
import { readOnlyDatabasePath } from '../open-database.ts';
import { openInput, sourceOfInput } from '../open-input.ts';
import { openWorkspace } from '../open-workspace.ts';
import { readRecordsInThread } from '../records-in-thread.ts';
import { createRejectsFile, type RejectsFile } from '../rejects-file.ts';

interface ImportOptions {
  readonly dryRun?: boolean;
  readonly tag?: readonly string[];
  readonly source?: string;
  readonly map?: readonly string[];
  readonly encoding?: string;
  readonly rejects?: string;
}

/** `penny subscribers import <file>`. Rejected rows make exit code 1; the other rows are kept. */
export const subscribersImport: Command<ImportOptions> = async (context, options, [file = '']) => {
  const workspace = openWorkspace(context);
  const said = readFileOptions(options);
  const dryRun = options.dryRun === true;
  const report = await importFile(file, { context, workspace, options, said });
  const text = formatImport(report, {
    dryRun,
    rejects: dryRun ? undefined : options.rejects,
    file: sourceOfInput(file),
  });
  return { exitCode: report.rejected.length > 0 ? 1 : 0, json: describe(report, dryRun), text };
};

interface ImportWork {
  readonly context: CommandContext;
  readonly workspace: Workspace;
  readonly options: ImportOptions;
  readonly said: FileOptions;
}

async function importFile(
  file: string,
  { context, workspace, options, said }: ImportWork,
): Promise<ImportReport> {
  const input = await openInput(file, context);
  let rejects: RejectsFile | undefined;
  try {
    const dryRun = options.dryRun === true;
    if (options.rejects !== undefined && !dryRun)
      rejects = createRejectsFile(options.rejects, context.folder);
    const now = Date.now();
    using database = openDatabase(dryRun ? readOnlyDatabasePath(workspace) : workspace.paths.database);
    const defaults = {
      source: options.source === undefined ? sourceOfInput(file) : readName('--source', options.source),
      at: new Date(now).toISOString(),
      tags: readTags('--tag', options.tag),
    };
    const rows = readSubscriberRows(input, defaults, { ...said, read: readRecordsInThread });
    const onRejected = rejects === undefined ? {} : { onRejected: rejects.add };
    const report = await importSubscribers(rows, createAudienceStore(database), {
      now,
      dryRun,
      ...onRejected,
    });
    rejects?.close();
    return report;
  } catch (error) {
    rejects?.discard();
    throw error;
  } finally {
    // Not by disposal: that waits for the end of the file, and calls it a failure that nobody read so far.
    input.destroy();
  }
}

/** @throws UsageError when an option cannot be understood */
function readFileOptions({ map = [], encoding }: ImportOptions): FileOptions {
  const maps = map.map((text) => understand('--map', text, parseColumnMap)) satisfies ColumnMap[];
  return encoding === undefined
    ? { maps }
    : { maps, encoding: understand('--encoding', encoding, readEncoding) };
}

function understand<Value>(option: string, text: string, read: (text: string) => Value): Value {
  try {
    return read(text);
  } catch (cause) {
    const expected = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`${option} cannot be “${text}”`, expected, { cause });
  }
}

function describe({ format, ...counts }: ImportReport, dryRun: boolean): object {
  return { dryRun, ...format, ...counts };
}
