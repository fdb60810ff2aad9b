import { findInIssue } from '../check/never-name/find-in-issue.ts';
import { hideLines } from '../check/never-name/hide-lines.ts';
import type { NeverNameList } from '../check/never-name/never-name-list.ts';
import { redact, redactFindings } from '../check/never-name/redact.ts';
import { shortenQuotes } from '../check/reading/quote.ts';
import { knownNeverNames } from '../workspace/known-never-names.ts';
import { WorkspaceError } from '../workspace/workspace-error.ts';
import type { CommandContext } from './command.ts';

type Call = Pick<CommandContext, 'folder' | 'environment'>;

/**
 * Keeps what must not appear out of everything that is printed from here on, although no workspace was opened.
 *
 * @throws WorkspaceError when there is a list, and it cannot be read
 */
export function concealKnownNames({ terminal, ...call }: CommandContext): NeverNameList {
  const list = knownNeverNames(call.folder, call.environment);
  if (list.length > 0) terminal.conceal((text) => redact(text, list));
  return list;
}

/**
 * A failure as it may be told: a command may fail before the list was read, and what it says quotes what somebody wrote
 * or typed. Where there is a list that cannot be read, that is the failure, and nothing else is told.
 */
export function keepNamesOut(error: unknown, context: CommandContext): unknown {
  try {
    const list = concealKnownNames(context);
    return error instanceof WorkspaceError ? withoutNames(error, list) : error;
  } catch (unreadable) {
    return unreadable;
  }
}

/** What to print instead of a text that quotes the call. */
export function withoutKnownNames(text: string, { folder, environment }: Call): string {
  try {
    return redact(text, knownNeverNames(folder, environment));
  } catch {
    return 'this call cannot be understood, or quoted: there is a never-name list, and it cannot be read\n';
  }
}

function withoutNames(error: WorkspaceError, list: NeverNameList): WorkspaceError {
  const { message, hint, findings, source, cause } = error;
  const files = new Set(findings.map(({ file }) => file));
  const sources = new Map(
    Array.from(files, (file) => [file, { source, names: findInIssue({ file, source }, list) }]),
  );
  return new WorkspaceError(message, {
    hint,
    findings: redactFindings(findings, { list, sources }).map(shortenQuotes),
    source: hideLines(source, list),
    cause,
  });
}
