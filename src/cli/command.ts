import type { Terminal } from '../terminal/terminal.ts';

/**
 * 0 done, nothing wrong · 1 findings of severity error, or recipients that failed · 2 could not run · 3 another
 * process is sending this issue · 4 deliveries of unknown outcome wait for a decision · 130 interrupted, resumable.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 130;

/** What a command came to. With `--json` the document is printed, otherwise the text. */
export interface Outcome {
  readonly exitCode: ExitCode;
  /** `undefined` when the command has printed its document itself. */
  readonly json: unknown;
  /** For standard output; empty prints nothing. */
  readonly text: string;
  /** The person's own data, such as the list of subscribers: printed as it is, whatever must not appear elsewhere. */
  readonly verbatim?: true;
}

/** What every command is given besides its own arguments and options. */
export interface CommandContext {
  /** Where to look for the workspace: `-C`, or the current folder. */
  readonly folder: string;
  readonly json: boolean;
  readonly verbose: boolean;
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export type Command<Options> = (
  context: CommandContext,
  options: Options,
  positional: readonly string[],
) => Promise<Outcome>;

export type CommandName =
  | 'init'
  | 'new'
  | 'import'
  | 'check'
  | 'preview'
  | 'render'
  | 'build'
  | 'send'
  | 'status'
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'resolve'
  | 'bounces'
  | 'inbox'
  | 'subscribers import'
  | 'subscribers export'
  | 'subscribers add'
  | 'subscribers remove'
  | 'subscribers list'
  | 'subscribers show'
  | 'subscribers tag'
  | 'subscribers erase'
  | 'theme list'
  | 'theme eject'
  | 'serve'
  | 'role list'
  | 'role close'
  | 'role reopen'
  | 'doctor'
  | 'config'
  | 'completion';

/** The words of one command: enough for help, completion and parsing, without loading what it does. */
export interface CommandDeclaration {
  readonly name: CommandName;
  /** In commander's notation: `<issue>`, `[issue...]`. */
  readonly positional: readonly string[];
  readonly summary: string;
  readonly options: readonly OptionDeclaration[];
  /** Command lines that work, each with what it does. */
  readonly examples: readonly [Example, Example];
}

export interface OptionDeclaration {
  /** In commander's notation: `--port <number>`. */
  readonly flags: string;
  readonly summary: string;
  /** Turns the typed text into a value; throws an Error that says what is wrong with it. */
  readonly parse?: (text: string) => unknown;
  /** The values there are. */
  readonly choices?: readonly string[];
  readonly mandatory?: boolean;
}

export interface Example {
  readonly line: string;
  readonly does: string;
}

/** A wrong call: exit code 2, one line and a hint. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly hint: string;

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.hint = hint;
  }
}
