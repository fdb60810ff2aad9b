import { resolve } from 'node:path';
import { createTerminal, type Streams } from '../terminal/terminal.ts';
import type { CommandContext, CommandDeclaration, ExitCode } from './command.ts';
import type { SharedOptions } from './declare-program.ts';
import { loadCommand } from './load-command.ts';
import { printOutcome } from './print-outcome.ts';

/** What a run touches of the machine; a test passes its own. */
export interface Surroundings {
  readonly streams: Streams;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
}

/** A command line that was understood. */
export interface CommandCall {
  readonly declaration: CommandDeclaration;
  readonly options: SharedOptions;
  readonly positional: readonly string[];
}

/** Runs a command, prints what it came to, and returns its exit code; a failure is told and is an exit code, too. */
export async function runCommand(
  { declaration, options, positional }: CommandCall,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const context = createContext(surroundings, options);
  try {
    const command = await loadCommand(declaration.name);
    // What commander read is what the declaration beside this command asks for.
    const outcome = await command(context, options as never, positional);
    printOutcome(context, outcome);
    return outcome.exitCode;
  } catch (error) {
    const { reportFailure } = await import('./report-failure.ts');
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
