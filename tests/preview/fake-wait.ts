import type { Wait } from '../../src/preview/wait.ts';

interface Waiting {
  readonly milliseconds: number;
  readonly then: () => void;
}

/** A clock that a test moves by hand. */
export class FakeWait {
  readonly #waiting = new Set<Waiting>();
  #asked: () => void = () => {};

  readonly wait: Wait = (milliseconds, then) => {
    const waiting = { milliseconds, then };
    this.#waiting.add(waiting);
    this.#asked();
    return () => void this.#waiting.delete(waiting);
  };

  /** For how long somebody waits at this moment, in milliseconds. */
  get pending(): readonly number[] {
    return [...this.#waiting].map(({ milliseconds }) => milliseconds);
  }

  /** Comes to pass as soon as somebody waits for so long; then that time is over. */
  async elapse(milliseconds: number): Promise<void> {
    while (!this.pending.includes(milliseconds)) {
      await new Promise<void>((resolve) => {
        this.#asked = resolve;
      });
    }
    for (const waiting of [...this.#waiting].filter((one) => one.milliseconds === milliseconds)) {
      this.#waiting.delete(waiting);
      waiting.then();
    }
  }
}
