/** So many at once, and one more each time so many milliseconds have passed. */
export interface Allowance {
  readonly burst: number;
  readonly every: number;
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** Sources that are remembered at most; those that were not seen for longest are forgotten. */
const mostSources = 10_000;

/** A limit for each source, kept in memory and in no more of it than that. */
export class TokenBuckets {
  readonly #allowance: Allowance;
  readonly #buckets = new Map<string, Bucket>();

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  /**
   * Takes one.
   *
   * @param now milliseconds
   * @returns milliseconds after which there is one again; 0 when one was taken
   */
  take(source: string, now: number): number {
    const { burst, every } = this.#allowance;
    const { left, at } = this.#buckets.get(source) ?? { left: burst, at: now };
    const filled = Math.min(burst, left + Math.max(0, now - at) / every);
    // Deleted first, so that the map stays in the order in which sources were last seen.
    this.#buckets.delete(source);
    this.#buckets.set(source, { left: filled >= 1 ? filled - 1 : filled, at: now });
    this.#forgetOldest();
    return filled >= 1 ? 0 : Math.ceil((1 - filled) * every);
  }

  #forgetOldest(): void {
    if (this.#buckets.size <= mostSources) return;
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}
