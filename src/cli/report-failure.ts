import type { Finding } from '../source/finding.ts';
import { formatFindings } from '../terminal/findings-text.ts';
import { formatJson } from '../terminal/json-text.ts';
import { safe } from '../terminal/safe-text.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { keepNamesOut } from './keep-names-out.ts';
import { mapStrings } from './map-strings.ts';

/** A failure that we foresaw: its class carries a hint, one sentence that says what to do. */
interface KnownFailure extends Error {
  readonly hint: string;
  /** Where in `source` the faults are, when it is about a file of the author's. */
  readonly findings?: readonly Finding[];
  readonly source?: string;
}

/**
 * Tells the person that a command could not run, and returns exit code 2. A known failure is one line and a hint;
 * anything else is our bug, and keeps its stack. What must not appear is in neither.
 */
export function reportFailure(
  thrown: unknown,
  context: CommandContext,
  write: (document: unknown) => string = formatJson,
): ExitCode {
  const { terminal } = context;
  const error = keepNamesOut(thrown, context);
  if (!isKnownFailure(error)) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const shown = detail.split('\n').map(safe).join('\n');
    terminal.warn(`penny: this is a bug in penny, please report it with these lines\n${shown}`);
    const message = error instanceof Error ? error.message : String(error);
    const bugHint = 'this is a bug in penny, please report it';
    printFailure(context, { message, hint: bugHint, findings: [] }, write);
    return 2;
  }
  const { message, hint, findings = [], source = '' } = error;
  const sources = new Map(findings.map(({ file }) => [file, source]));
  if (findings.length > 0) terminal.warn(formatFindings(findings, sources, terminal));
  terminal.warn(`penny: ${safe(message)}\n  hint: ${safe(hint)}`);
  if (context.verbose && error.cause !== undefined) terminal.warn(`  cause: ${safe(String(error.cause))}`);
  printFailure(context, { message, hint, findings }, write);
  return 2;
}

interface FailureDocument {
  readonly message: string;
  readonly hint: string;
  readonly findings: readonly Finding[];
}

/** With `--json` a failure is a document, too. */
function printFailure(
  { terminal, json }: CommandContext,
  error: FailureDocument,
  write: (document: unknown) => string,
): void {
  if (json) terminal.result(write(mapStrings({ error }, terminal.concealed)));
}

function isKnownFailure(error: unknown): error is KnownFailure {
  return error instanceof Error && 'hint' in error && typeof error.hint === 'string';
}
