import { resolve } from 'node:path';
import { CommanderError } from 'commander';
import { formatJson } from '../terminal/json-text.ts';
import { createTerminal, type Streams } from '../terminal/terminal.ts';
import type { CommandContext, CommandDeclaration, ExitCode } from './command.ts';
import { declareProgram, type SharedOptions } from './declare-program.ts';
import { loadCommand } from './load-command.ts';
import { printOutcome } from './print-outcome.ts';
import { reportFailure } from './report-failure.ts';

/** What a run touches of the machine; a test passes its own. */
export interface Surroundings {
  readonly streams: Streams;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
}

/** Reads the command line, runs the command and returns its exit code. Holds the only top-level catch. */
export async function runProgram(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = declareProgram(surroundings.streams, async (declaration, options, positional) => {
    exitCode = await runCommand(declaration, createContext(surroundings, options), options, positional);
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

async function runCommand(
  declaration: CommandDeclaration,
  context: CommandContext,
  options: object,
  positional: readonly string[],
): Promise<ExitCode> {
  try {
    const command = await loadCommand(declaration.name);
    // What commander read is what the declaration beside this command asks for.
    const outcome = await command(context, options as never, positional);
    printOutcome(context, outcome);
    return outcome.exitCode;
  } catch (error) {
    return reportFailure(error, context);
  }
}

function createContext(surroundings: Surroundings, options: SharedOptions): CommandContext {
  const { streams, environment, folder } = surroundings;
  return {
    folder: resolve(folder, options.C ?? '.'),
    json: options.json === true,
    verbose: options.verbose === true,
    environment,
    terminal: createTerminal(streams, {
      quiet: options.quiet === true,
      colour: options.color !== false,
      environment,
    }),
  };
}

/** What commander said in words on standard error, as a document. */
function formatWrongCall({ code, message }: CommanderError): string {
  const said = code === 'commander.help' ? 'no command was named' : message;
  const [what = '', ...suggestion] = said.replace(/^error: /, '').split('\n');
  const hint = suggestion.join(' ') || 'penny --help lists the commands, penny <command> --help its options';
  return formatJson({ error: { message: what, hint, findings: [] } });
}
