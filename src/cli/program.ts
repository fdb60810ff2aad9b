import { resolve } from 'node:path';
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
  const said: string[] = [];
  const print = {
    result: (text: string) => void surroundings.streams.output.write(text),
    refuse: (text: string) => void said.push(text),
  };
  const program = declareProgram(print, async (declaration, options, positional) => {
    const { runCommand } = await import('./run-command.ts');
    exitCode = await runCommand({ declaration, options, positional }, surroundings);
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    const { withoutKnownNames } = await import('./keep-names-out.ts');
    const { streams, environment, folder } = surroundings;
    const hide = (text: string): string =>
      withoutKnownNames(text, { folder: resolve(folder, folderIn(words)), environment });
    streams.error.write(hide(said.join('')));
    if (words.includes('--json')) streams.output.write(`${formatWrongCall(error, hide)}\n`);
    return 2;
  }
}

/** What `-C` names, in a call that could not be understood otherwise. */
function folderIn(words: readonly string[]): string {
  const at = words.findIndex((word) => word.startsWith('-C'));
  if (at < 0) return '.';
  return words[at]?.slice('-C'.length) || (words[at + 1] ?? '.');
}

/** What commander said in words on standard error, as a document. */
function formatWrongCall({ code, message }: CommanderError, hide: (text: string) => string): string {
  const said = code === 'commander.help' ? 'no command was named' : hide(message);
  const [what = '', ...suggestion] = said.replace(/^error: /, '').split('\n');
  const hint = suggestion.join(' ') || 'penny --help lists the commands, penny <command> --help its options';
  return formatJson({ error: { message: what, hint, findings: [] } });
}
