/**
 * One moment by which something must have happened, moved again and again: a single timer sleeps for all of them and
 * looks when it wakes, so that moving costs next to nothing.
 */
export class Deadline {
  readonly #onMissed: () => void;
  #due = Number.POSITIVE_INFINITY;
  #wakesAt = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(onMissed: () => void) {
    this.#onMissed = onMissed;
  }

  /** From now on, and instead of what was set before. */
  set(milliseconds: number): void {
    this.#due = performance.now() + milliseconds;
    if (this.#due < this.#wakesAt) this.#sleep(milliseconds);
  }

  clear(): void {
    this.#due = Number.POSITIVE_INFINITY;
  }

  /** For good. */
  stop(): void {
    this.clear();
    clearTimeout(this.#timer);
  }

  #sleep(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#wakesAt = performance.now() + milliseconds;
    // What is waited for keeps the process alive; that we wait does not.
    this.#timer = setTimeout(() => this.#look(), milliseconds).unref();
  }

  #look(): void {
    this.#wakesAt = Number.POSITIVE_INFINITY;
    if (this.#due === Number.POSITIVE_INFINITY) return;
    const rest = this.#due - performance.now();
    if (rest > 0) this.#sleep(Math.ceil(rest));
    else {
      this.clear();
      this.#onMissed();
    }
  }
}
