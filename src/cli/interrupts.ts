import type { CommandContext } from './command.ts';

/** Ctrl-C while something runs that must not be cut: the first asks it to finish, the second ends the process. */
export interface Interrupts extends Disposable {
  readonly signal: AbortSignal;
}

const interruptedExit = 130;

/** Listens until it is disposed. */
export function listenForInterrupts({ terminal }: CommandContext): Interrupts {
  const controller = new AbortController();
  const onInterrupt = (): void => {
    if (controller.signal.aborted) process.exit(interruptedExit);
    controller.abort();
    terminal.warn('finishing what is on its way; press Ctrl-C again to stop at once');
  };
  process.on('SIGINT', onInterrupt).on('SIGTERM', onInterrupt);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => void process.off('SIGINT', onInterrupt).off('SIGTERM', onInterrupt),
  };
}
