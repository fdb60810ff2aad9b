import type { CommandContext, ExitCode } from './command.ts';

/** A failure that we foresaw: its class carries a hint, one sentence that says what to do. */
interface KnownFailure extends Error {
  readonly hint: string;
}

/**
 * Tells the person that a command could not run, and returns exit code 2. A known failure is one line and a hint;
 * anything else is our bug, and keeps its stack.
 */
export function reportFailure(error: unknown, context: CommandContext): ExitCode {
  const { terminal, json } = context;
  if (!isKnownFailure(error)) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.warn(`penny: this is a bug in penny, please report it with these lines\n${detail}`);
    return 2;
  }
  terminal.warn(`penny: ${error.message}`);
  if (error.hint !== '') terminal.warn(`  hint: ${error.hint}`);
  if (context.verbose && error.cause !== undefined) terminal.warn(`  cause: ${String(error.cause)}`);
  if (json) terminal.result(JSON.stringify({ error: { message: error.message, hint: error.hint } }));
  return 2;
}

function isKnownFailure(error: unknown): error is KnownFailure {
  return error instanceof Error && 'hint' in error && typeof error.hint === 'string';
}
