import type { Clock } from '../../delivery/clock.ts';

/** Something that is done again and again until it is stopped. */
export interface Running {
  /** Has it done at once instead of after its pause. */
  wake(): void;
  /** Resolves once it is not being done any more. */
  stop(): Promise<void>;
}

export interface Chore {
  /** Milliseconds between its end and its next start. */
  readonly pause: number;
  readonly work: (stop: AbortSignal) => Promise<unknown>;
  /** What `work` throws: it is done again nevertheless. */
  readonly onError: (error: unknown) => void;
  readonly clock: Clock;
}

/** Does a chore in the background, one time after the other and never twice at the same time. */
export function keepRunning({ pause, work, onError, clock }: Chore): Running {
  const stopped = new AbortController();
  let nap = new AbortController();
  let isAwaited = true;

  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      isAwaited = false;
      await work(stopped.signal).catch(onError);
      if (isAwaited) continue;
      nap = new AbortController();
      await clock.sleep(pause, AbortSignal.any([nap.signal, stopped.signal]));
    }
  };
  const ended = run();
  return {
    wake: () => {
      isAwaited = true;
      nap.abort();
    },
    stop: () => {
      stopped.abort();
      return ended;
    },
  };
}
