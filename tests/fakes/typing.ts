import { PassThrough } from 'node:stream';
import { createTerminal, type Terminal } from '../../src/terminal/terminal.ts';

export interface Typing {
  readonly terminal: Terminal;
  /** What was asked, in order. */
  readonly asked: readonly string[];
  /** What was said to standard error. */
  readonly warned: readonly string[];
}

/** A terminal at which somebody sits and types these answers one after the other; `undefined` is Ctrl-C. */
export function typing(...answers: readonly (string | undefined)[]): Typing {
  const asked: string[] = [];
  const warned: string[] = [];
  const left = [...answers];
  const streams = { input: new PassThrough(), output: new PassThrough(), error: new PassThrough() };
  const terminal: Terminal = {
    ...createTerminal(streams, { quiet: true, colour: false, environment: {} }),
    interactive: true,
    warn: (text) => void warned.push(text),
    ask: async (question) => {
      asked.push(question);
      if (left.length === 0) throw new Error(`nobody answers ${question}`);
      return left.shift();
    },
  };
  return { terminal, asked, warned };
}
