import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { safe } from '../terminal/safe-text.ts';
import type { CommandDeclaration, OptionDeclaration } from './command.ts';
import { commandGroups, commandTable, sharedOptions } from './command-table.ts';

/** Options that every command takes. */
export interface SharedOptions {
  readonly C?: string;
  readonly json?: boolean;
  readonly color?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** Where commander's words go: help and version, and why a call cannot be understood. */
interface Print {
  result(text: string): void;
  refuse(text: string): void;
}

type Act = (
  declaration: CommandDeclaration,
  options: SharedOptions,
  positional: readonly string[],
) => Promise<void>;

/** Commander's view of the command table. Its own output goes to `print`; it throws instead of exiting. */
export function declareProgram(print: Print, act: Act): Command {
  const program = prepare(new Command('penny'), print)
    .description(
      'The newsletter tool for recruiters: check, preview, build and send issues written in markdown.',
    )
    .version(readVersion(), '--version', 'prints the version')
    .addHelpText('after', '\nStart with: penny check, penny preview, penny send <issue> --dry-run');
  for (const option of sharedOptions) program.addOption(createOption(option));

  for (const declaration of commandTable) {
    const command = prepare(new Command(declaration.name.split(' ').at(-1)), print).description(
      declaration.summary,
    );
    for (const positional of declaration.positional) command.argument(positional);
    for (const option of [...declaration.options, ...sharedOptions]) command.addOption(createOption(option));
    command.addHelpText('after', formatExamples(declaration.examples));
    command.action(() =>
      act(declaration, mergeOptions(command), command.processedArgs.flat().filter(isText)),
    );
    parentOf(program, declaration, print).addCommand(command);
  }
  return program;
}

function formatExamples(examples: CommandDeclaration['examples']): string {
  const lines = examples.map(({ line, does }) => `  ${line}\n      ${does}`);
  return `\nExamples:\n${lines.join('\n')}`;
}

/** Shared options may stand before the command's name, in the middle of it or after it. */
function mergeOptions(command: Command): SharedOptions {
  const given: SharedOptions[] = [];
  for (let each: Command | null = command; each !== null; each = each.parent) given.unshift(each.opts());
  return Object.assign({}, ...given, { color: given.every(({ color }) => color !== false) });
}

function prepare(command: Command, print: Print): Command {
  return command
    .exitOverride()
    .showHelpAfterError('(penny --help lists the commands, penny <command> --help its options)')
    .helpOption('-h, --help', 'prints this')
    .helpCommand(false)
    .configureOutput({
      writeOut: print.result,
      // What was typed is quoted, and may hold anything.
      writeErr: (text) => print.refuse(text.split('\n').map(safe).join('\n')),
      outputError: (text, write) => write(`${text}${hintFor(text, command)}`),
    });
}

/** An option that takes several values takes what stands behind it, too. */
function hintFor(error: string, command: Command): string {
  const [, missing] = /missing required argument '([^']+)'/.exec(error) ?? [];
  if (missing === undefined) return '';
  const greedy = command.options.find(
    ({ variadic, long }) => variadic && long && command.getOptionValue(long.slice(2)),
  );
  return greedy === undefined ? '' : `hint: write the ${missing} in front of ${greedy.long}\n`;
}

function parentOf(program: Command, declaration: CommandDeclaration, print: Print): Command {
  const [group, ...rest] = declaration.name.split(' ');
  if (rest.length === 0) return program;
  const existing = program.commands.find((command) => command.name() === group);
  if (existing !== undefined) return existing;
  const words = commandGroups[group ?? ''];
  if (words === undefined) throw new Error(`nothing says what ${group} is for`);
  const created = prepare(new Command(group), print)
    .description(words.summary)
    .addHelpText('after', formatExamples(words.examples));
  for (const option of sharedOptions) created.addOption(createOption(option));
  program.addCommand(created);
  return created;
}

function createOption(declaration: OptionDeclaration): Option {
  const option = new Option(declaration.flags, declaration.summary).makeOptionMandatory(
    declaration.mandatory ?? false,
  );
  const { choices, parse } = declaration;
  if (choices !== undefined) option.choices(choices);
  if (parse !== undefined) option.argParser((text: string) => parseOption(parse, text));
  return option;
}

function parseOption(parse: (text: string) => unknown, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? `${error.message}.` : String(error));
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '';
}
