/** So many messages in so many milliseconds. */
export interface Rate {
  readonly messages: number;
  readonly per: number;
}

/** How fast a mailing may go: over all, and to the people of one domain (in A-labels). */
export interface PaceLimits {
  readonly overall?: Rate;
  readonly perDomain: Readonly<Record<string, Rate>>;
}

/** Milliseconds by which a bucket may run behind and make up for it: no timer is exact. */
const slack = 100;
/** Milliseconds between two messages to a domain that asked us to slow down: at first, and at most. */
const slow = { first: 1_000, most: 60_000 };
/** Milliseconds in which several wishes to slow down count as one. */
const slowAgain = 60_000;
/** Milliseconds by which those who ask may disagree about the time; beyond that, somebody has put the clock back. */
const disagreement = 60_000;

/**
 * Token buckets that give out turns: whoever asks is told when to go, and that moment is taken. A mailing has one, and
 * one for each domain that is limited or asked us to slow down.
 */
export class Pace {
  readonly #overall: TokenBucket | undefined;
  readonly #domains: Map<string, TokenBucket>;

  constructor({ overall, perDomain }: PaceLimits) {
    this.#overall = overall === undefined ? undefined : new TokenBucket(overall.per / overall.messages);
    this.#domains = new Map(
      Object.entries(perDomain).map(([domain, rate]) => [domain, new TokenBucket(rate.per / rate.messages)]),
    );
  }

  /** When the next message may go, to whomever: milliseconds since 1970, perhaps `now`. */
  turn(now: number): number {
    return this.#overall?.turn(now) ?? now;
  }

  /** When the next message to somebody at this domain may go. */
  turnOf(domain: string, now: number): number {
    return this.#domains.get(domain)?.turn(now) ?? now;
  }

  /** Halves the rate of one domain. False when that was done a moment ago. */
  slowDown(domain: string, now: number): boolean {
    const bucket = this.#domains.get(domain);
    if (bucket === undefined) {
      this.#domains.set(domain, new TokenBucket(slow.first, now));
      return true;
    }
    return bucket.slowDown(now);
  }
}

class TokenBucket {
  /** Milliseconds between two messages. */
  #spacing: number;
  #next: number;
  #slowedAt: number | undefined;
  /** When it was asked last. */
  #asked: number;

  constructor(spacing: number, slowedAt?: number) {
    this.#spacing = spacing;
    this.#slowedAt = slowedAt;
    this.#asked = slowedAt ?? 0;
    this.#next = slowedAt === undefined ? 0 : slowedAt + spacing;
  }

  turn(now: number): number {
    this.#follow(now);
    const turn = Math.max(this.#next, now - slack);
    this.#next = turn + this.#spacing;
    return Math.max(turn, now);
  }

  slowDown(now: number): boolean {
    this.#follow(now);
    if (this.#slowedAt !== undefined && now - this.#slowedAt < slowAgain) return false;
    this.#slowedAt = now;
    this.#spacing = Math.min(this.#spacing * 2, Math.max(slow.most, this.#spacing));
    this.#next = now + this.#spacing;
    return true;
  }

  /** What was given out by a clock that is put back moves back with it. */
  #follow(now: number): void {
    const back = this.#asked - now;
    this.#asked = now;
    if (back < disagreement) return;
    this.#next -= back;
    if (this.#slowedAt !== undefined) this.#slowedAt -= back;
  }
}
