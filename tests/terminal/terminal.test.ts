import { on } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { createTerminal, type Terminal } from '../../src/terminal/terminal.ts';

function openTerminal({
  isTTY = false,
  quiet = false,
  colour = true,
  environment = {},
}: {
  isTTY?: boolean;
  quiet?: boolean;
  colour?: boolean;
  environment?: Record<string, string>;
} = {}): { terminal: Terminal; written: () => { output: string; error: string } } {
  const output = new PassThrough({ encoding: 'utf8' });
  const error = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY });
  const input = Object.assign(new PassThrough(), { isTTY });
  return {
    terminal: createTerminal({ input, output, error }, { quiet, colour, environment }),
    written: () => ({ output: output.read() ?? '', error: error.read() ?? '' }),
  };
}

it('writes results to standard output with exactly one line end, and the rest to standard error', () => {
  const { terminal, written } = openTerminal();
  terminal.result('one');
  terminal.result('two\n');
  terminal.say('progress');
  terminal.warn('trouble');
  expect(written()).toEqual({ output: 'one\ntwo\n', error: 'progress\ntrouble\n' });
});

it('says nothing but what must be seen when it is quiet', () => {
  const { terminal, written } = openTerminal({ isTTY: true, quiet: true });
  terminal.say('progress');
  terminal.status('1 of 2');
  terminal.warn('trouble');
  terminal.result('one');
  expect(written()).toEqual({ output: 'one\n', error: 'trouble\n' });
});

it('replaces the line at the bottom, on a terminal only', () => {
  const plain = openTerminal();
  plain.terminal.status('1 of 2');
  expect(plain.written().error).toBe('');
  const live = openTerminal({ isTTY: true });
  live.terminal.status('1 of 2');
  live.terminal.status('1 of 2');
  live.terminal.say('hello');
  live.terminal.status('');
  live.terminal.say('bye');
  const clear = '\r\u001b[2K';
  expect(live.written().error).toBe(`${clear}1 of 2${clear}hello\n1 of 2${clear}bye\n`);
});

it.each([
  { isTTY: true, expected: true },
  { isTTY: false, expected: false },
  { isTTY: true, colour: false, expected: false },
  { isTTY: true, environment: { NO_COLOR: '1' }, expected: false },
  { isTTY: true, environment: { NO_COLOR: '' }, expected: true },
])('has colours ($expected) for %o', ({ expected, ...options }) => {
  expect(openTerminal(options).terminal.colour).toBe(expected);
});

/** Asks, and does this once the question is shown. */
async function answerTo(act: (input: PassThrough) => void): Promise<string | undefined> {
  const streams = { input: new PassThrough(), output: new PassThrough(), error: new PassThrough() };
  const terminal = createTerminal(streams, { quiet: false, colour: false, environment: {} });
  const answer = terminal.ask('sure?');
  let shown = '';
  for await (const [piece] of on(streams.error, 'data')) {
    shown += String(piece);
    if (shown.includes('sure?')) break;
  }
  act(streams.input);
  return answer;
}

it.each([
  ['presses Ctrl-D', (input: PassThrough): unknown => input.write('\u0004')],
  ['presses Ctrl-C', (input: PassThrough): unknown => input.write('\u0003')],
  ['is gone', (input: PassThrough): unknown => input.end()],
])('takes for giving up that somebody %s', async (_, giveUp) => {
  expect(await answerTo(giveUp)).toBeUndefined();
});

it('hears the answer', async () => {
  const type = (input: PassThrough): void => {
    for (const key of ['1', '2', '\r']) input.write(key);
  };
  expect(await answerTo(type)).toBe('12');
});

it('asks only where somebody types', () => {
  expect(openTerminal({ isTTY: true }).terminal.interactive).toBe(true);
  expect(openTerminal().terminal.interactive).toBe(false);
});
