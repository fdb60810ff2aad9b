import type { Mailing } from '../../delivery/ledger.ts';
import { summarizeMailing } from '../../delivery/mailing-result.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import { createLedger } from '../../store/sqlite/sqlite-ledger.ts';
import { formatMailings, formatRecipients } from '../../terminal/mailing-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Command, UsageError } from '../command.ts';
import { readOnlyDatabasePath } from '../open-database.ts';
import { openWorkspace } from '../open-workspace.ts';
import { findIssue, readIssues } from '../read-issues.ts';

interface StatusOptions {
  readonly recipients?: boolean;
}

/** `penny status [issue]`: what the ledger says, and nothing else. */
export const status: Command<StatusOptions> = async (context, options, [name]) => {
  const workspace = openWorkspace(context);
  const database = openDatabase(readOnlyDatabasePath(workspace));
  try {
    const ledger = createLedger(database);
    const number = name === undefined ? undefined : numberOf(name, workspace, context.folder);
    const mailings = ledger
      .listMailings()
      .filter(({ issueNumber }) => number === undefined || issueNumber === number);
    const told = mailings.map((mailing) => ({ mailing, result: resultOf(mailing, ledger.counts(mailing)) }));
    const recipients =
      options.recipients === true
        ? mailings.flatMap((mailing) => [...ledger.recipients(mailing)])
        : undefined;
    const documents = told.map(({ mailing, result }) => ({
      ...result,
      transport: mailing.transport,
      startedAt: new Date(mailing.startedAt).toISOString(),
    }));
    return {
      exitCode: 0,
      json: { mailings: documents, ...(recipients === undefined ? {} : { recipients }) },
      text: [formatMailings(told), ...(recipients === undefined ? [] : [formatRecipients(recipients)])].join(
        '\n\n',
      ),
      ...(recipients === undefined ? {} : { verbatim: true as const }),
    };
  } finally {
    database.close();
  }
};

/** The ledger knows issues whose files are gone. */
function numberOf(name: string, workspace: Workspace, folder: string): number {
  if (/^\d+$/.test(name)) return Number(name);
  const parsed = findIssue(readIssues(workspace), name, { folder, workspaceFolder: workspace.folder });
  const number = parsed.written?.frontMatter.fields.number;
  if (number === undefined)
    throw new UsageError(`${parsed.file} has no number`, 'penny check says what is wrong with it');
  return number;
}

function resultOf(
  mailing: Mailing,
  counts: Parameters<typeof summarizeMailing>[1],
): ReturnType<typeof summarizeMailing> {
  const { state, reason, startedAt, finishedAt } = mailing;
  return summarizeMailing(mailing, counts, {
    state,
    reason,
    seconds: finishedAt === undefined ? 0 : (finishedAt - startedAt) / 1000,
  });
}
