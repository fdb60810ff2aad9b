import type { Readable, Writable } from 'node:stream';

/** Where the person sits. Commands get one passed in; tests pass their own streams. */
export interface Terminal {
  /** Writes a result to standard output, with a line end. */
  result(text: string): void;
  /** Writes progress, findings and questions to standard error, with a line end; silent with `--quiet`. */
  say(text: string): void;
  /** Like `say`, for what must be seen even with `--quiet`: failures and findings. */
  warn(text: string): void;
  /** Replaces the line at the bottom while something runs; only on a terminal. An empty text removes it. */
  status(text: string): void;
  /** From now on everything that goes to standard error is passed through `hide` first. */
  conceal(hide: (text: string) => string): void;
  /** A text for standard output as `conceal` wants it. */
  concealed(text: string): string;
  /** Asks for a line of text; `undefined` when the person gave up. Only call it when `interactive`. */
  ask(question: string): Promise<string | undefined>;
  /** Standard input, for commands that read a file called `-`. */
  readonly input: Readable;
  /** Whether a question can be asked: standard input is a terminal. */
  readonly interactive: boolean;
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

export interface Streams {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
  readonly error: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

export interface TerminalOptions {
  readonly quiet: boolean;
  /** `--no-color` turns it off; otherwise NO_COLOR and the kind of the stream decide. */
  readonly colour: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const clearLine = '\r\u001b[2K';

/** The terminal over three streams. NO_COLOR: https://no-color.org, any value but the empty one. */
export function createTerminal(streams: Streams, options: TerminalOptions): Terminal {
  const live = streams.error.isTTY === true;
  const noColour = (options.environment['NO_COLOR'] ?? '') !== '';
  let shown = '';
  let hide = (text: string): string => text;

  const writeError = (written: string): void => {
    const text = hide(written);
    streams.error.write(shown === '' ? `${text}\n` : `${clearLine}${text}\n${shown}`);
  };
  return {
    result: (text) => void streams.output.write(text.endsWith('\n') ? text : `${text}\n`),
    say: (text) => {
      if (!options.quiet) writeError(text);
    },
    warn: writeError,
    status: (written) => {
      const text = hide(written);
      if (!live || options.quiet || text === shown) return;
      streams.error.write(`${clearLine}${text}`);
      shown = text;
    },
    conceal: (next) => {
      hide = next;
    },
    concealed: (text) => hide(text),
    ask: (question) => askLine(streams, question),
    input: streams.input,
    interactive: streams.input.isTTY === true,
    colour: options.colour && live && !noColour,
    width: streams.error.columns ?? 100,
  };
}

async function askLine(streams: Streams, question: string): Promise<string | undefined> {
  const { isCancel, text } = await import('@clack/prompts');
  const { input, error: output } = streams;
  // The prompt waits for ever for what has ended, and a process that waits for nothing else ends as if all were well.
  const ended = new AbortController();
  const onKey = (_: unknown, { ctrl, name }: { readonly ctrl?: boolean; readonly name?: string }): void => {
    if (ctrl === true && name === 'd') ended.abort();
  };
  const onEnd = (): void => ended.abort();
  input.on('keypress', onKey).on('end', onEnd);
  try {
    const answer = await text({ message: question, input, output, signal: ended.signal });
    return isCancel(answer) ? undefined : answer;
  } finally {
    input.off('keypress', onKey).off('end', onEnd);
  }
}
