/** A stretch of a text: indexes of its start and, exclusive, its end. */
export type Span = readonly [start: number, end: number];

/** Stretches of one text, in any order, prepared for many questions: texts can hold a hundred thousand of them. */
export class Spans {
  readonly #starts: readonly number[];
  /** For each start, the furthest end of a stretch that starts there or before. */
  readonly #reach: readonly number[];

  constructor(spans: readonly Span[]) {
    const sorted = spans.toSorted(([left], [right]) => left - right);
    let furthest = -1;
    this.#starts = sorted.map(([start]) => start);
    this.#reach = sorted.map(([, end]) => {
      furthest = Math.max(furthest, end);
      return furthest;
    });
  }

  /** Whether one of them holds all of this one. */
  holds([start, end]: Span): boolean {
    return this.#reachFrom(start) >= end;
  }

  /** Whether one of them and this one overlap, or stand side by side. */
  touches([start, end]: Span): boolean {
    return this.#reachFrom(end) >= start;
  }

  #reachFrom(start: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return this.#reach[low - 1] ?? -1;
  }
}
