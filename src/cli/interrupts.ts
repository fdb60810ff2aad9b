import type { CommandContext } from './command.ts';

/** Ctrl-C while something runs that must not be cut: the first asks it to finish, the second ends the process. */
export interface Interrupts extends Disposable {
  readonly signal: AbortSignal;
}

const interruptedExit = 130;

/** A terminal that is closed asks, as Ctrl-C does. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Listens until it is disposed. */
export function listenForInterrupts({ terminal }: CommandContext): Interrupts {
  const controller = new AbortController();
  const onInterrupt = (): void => {
    if (controller.signal.aborted) process.exit(interruptedExit);
    controller.abort();
    terminal.warn('finishing what is on its way; press Ctrl-C again to stop at once');
  };
  for (const signal of signals) process.on(signal, onInterrupt);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      for (const signal of signals) process.off(signal, onInterrupt);
    },
  };
}
