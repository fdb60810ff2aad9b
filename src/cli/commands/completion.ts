import {
  type CompletionFlag,
  type CompletionShell,
  completionScript,
  completionShells,
} from '../../terminal/completion-script.ts';
import { type Command, type OptionDeclaration, UsageError } from '../command.ts';
import { commandTable, sharedOptions } from '../command-table.ts';

/** `penny completion <shell>`. */
export const completion: Command<object> = async (_context, _options, [name = '']) => {
  const shell = completionShells.find((known) => known === name);
  if (shell === undefined) throw unknownShell(name);
  const script = completionScript(shell, entries());
  return { exitCode: 0, json: { shell, script }, text: script, verbatim: true };
};

function entries(): Parameters<typeof completionScript>[1] {
  return commandTable.map(({ name, summary, options }) => ({
    name,
    summary,
    flags: [...options, ...sharedOptions].flatMap(longFlag),
  }));
}

function longFlag({ flags, choices = [] }: OptionDeclaration): CompletionFlag[] {
  const [name] = flags.match(/--[a-z-]+/) ?? [];
  return name === undefined ? [] : [{ name, values: choices }];
}

function unknownShell(name: string): UsageError {
  const shells: readonly CompletionShell[] = completionShells;
  return new UsageError(`there is no completion for “${name}”`, `name one of ${shells.join(', ')}`);
}
