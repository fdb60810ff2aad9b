import { CommanderError } from 'commander';
import { formatJson } from '../terminal/json-text.ts';
import type { ExitCode } from './command.ts';
import { declareProgram } from './declare-program.ts';
import type { Surroundings } from './run-command.ts';

/**
 * Reads the command line, runs the command and returns its exit code. Help and version load nothing of what commands
 * need. Holds the only top-level catch.
 */
export async function runProgram(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = declareProgram(surroundings.streams, async (declaration, options, positional) => {
    const { runCommand } = await import('./run-command.ts');
    exitCode = await runCommand({ declaration, options, positional }, surroundings);
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    if (words.includes('--json')) surroundings.streams.output.write(`${formatWrongCall(error)}\n`);
    return 2;
  }
}

/** What commander said in words on standard error, as a document. */
function formatWrongCall({ code, message }: CommanderError): string {
  const said = code === 'commander.help' ? 'no command was named' : message;
  const [what = '', ...suggestion] = said.replace(/^error: /, '').split('\n');
  const hint = suggestion.join(' ') || 'penny --help lists the commands, penny <command> --help its options';
  return formatJson({ error: { message: what, hint, findings: [] } });
}
