import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { reportUnreadable } from '../../check/sent/sent-unknown.ts';
import { judgeSentSlugs } from '../../check/sent/slug-sent.ts';
import type { ParsedIssue } from '../../issue/parse-issue.ts';
import type { Finding } from '../../source/finding.ts';
import { DatabaseError } from '../../store/sqlite/database-error.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/**
 * The issues whose pages would move although readers have their addresses: what stops a build. The database is only
 * looked at; one that cannot be read is a finding of its own.
 */
export async function findMovedIssues(
  { folder, paths }: Workspace,
  issues: readonly ParsedIssue[],
): Promise<readonly Finding[]> {
  if (!existsSync(paths.database)) return [];
  try {
    const sent = await readSentSlugs(paths.database);
    return judgeSentSlugs(
      issues.flatMap(({ written }) => written ?? []),
      sent,
    );
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const file = relative(folder, paths.database).replaceAll('\\', '/');
    return [reportUnreadable({ file, message: error.message, hint: error.hint })];
  }
}

/** The slug with which each issue was sent, by its number. */
async function readSentSlugs(path: string): Promise<ReadonlyMap<number, string>> {
  const { readDatabase } = await import('../../store/sqlite/read-database.ts');
  const { prepareReports } = await import('../../store/sqlite/report-mailing.ts');
  const sent = readDatabase(path, (database) => {
    const { listMailings, counts } = prepareReports(database);
    return listMailings().filter((mailing) => {
      const { accepted, unknown } = counts(mailing);
      return mailing.transport === 'smtp' && accepted + unknown > 0;
    });
  });
  return new Map(sent?.map(({ issueNumber, slug }) => [issueNumber, slug]));
}
