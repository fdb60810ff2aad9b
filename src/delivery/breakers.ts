import type { AttemptOutcome } from './ledger.ts';

/** Recipients held one after the other: then the server's answer is about us, and not about them. */
const mostHeldInARow = 5;
/** Of so many attempts, so many may be held. */
const looksBack = 200;
const mostHeldOfThem = looksBack * 0.02;

/** What stops a mailing though no single answer does. */
export class HeldBreaker {
  readonly #recent: boolean[] = [];
  #heldInARow = 0;

  /** Takes note of how an attempt ended. Answers why the mailing must pause, in plain words, if it must. */
  note({ state, text }: Pick<AttemptOutcome, 'state' | 'text'>): string | undefined {
    const held = state === 'held';
    this.#heldInARow = held ? this.#heldInARow + 1 : 0;
    this.#recent.push(held);
    if (this.#recent.length > looksBack) this.#recent.shift();
    if (this.#heldInARow >= mostHeldInARow)
      return `the server held back ${mostHeldInARow} recipients in a row: ${text}`;
    const heldRecently = this.#recent.filter((entry) => entry).length;
    if (this.#recent.length === looksBack && heldRecently > mostHeldOfThem)
      return `the server held back ${heldRecently} of the last ${looksBack} recipients: ${text}`;
    return undefined;
  }
}

/** Milliseconds between the tries at a server that cannot be reached; the last one again and again. */
const retries: readonly number[] = [1_000, 5_000, 15_000, 30_000, 60_000];
/** Milliseconds without any connection after which a mailing pauses. */
const mostUnreachable = 600_000;

/** Tries to reach a server that does not answer: further and further apart, and for ten minutes. */
export class ReachBreaker {
  #since: number | undefined;
  #tries = 0;

  reached(): void {
    this.#since = undefined;
    this.#tries = 0;
  }

  /** Milliseconds until the next try; nothing when there have been enough. */
  failed(now: number): number | undefined {
    this.#since ??= now;
    const pause = retries[Math.min(this.#tries, retries.length - 1)] ?? 0;
    this.#tries += 1;
    return now + pause - this.#since > mostUnreachable ? undefined : pause;
  }
}
