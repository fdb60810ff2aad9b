import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runProgram } from '../../src/cli/program.ts';
import type { Run } from '../journeys/workspace.ts';

export interface CallOptions {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What stands in standard input, which is never a terminal here. */
  readonly input?: string;
  /** Whether standard error says that it is a terminal. */
  readonly errorIsTerminal?: boolean;
}

/** Runs the command in this process, with streams of its own. */
export async function callPenny(words: readonly string[], options: CallOptions): Promise<Run> {
  const { folder, environment = {}, input = '', errorIsTerminal = false } = options;
  const output = new PassThrough();
  const error = Object.assign(new PassThrough(), { isTTY: errorIsTerminal });
  const read = Promise.all([text(output), text(error)]);
  const streams = { input: new PassThrough().end(input), output, error };
  const code = await runProgram(words, { streams, environment, folder });
  output.end();
  error.end();
  const [written, said] = await read;
  return { code, output: written, error: said };
}
