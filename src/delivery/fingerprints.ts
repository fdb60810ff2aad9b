import { hash } from 'node:crypto';

/**
 * A set of texts that remembers eight bytes of each: enough to tell who is new among a million, and no more. Two texts
 * are taken for one in about one of 2⁵² cases.
 */
export class Fingerprints {
  readonly #marks: number[] = [];
  #sorted: Float64Array | undefined;

  add(text: string): void {
    this.#marks.push(markOf(text));
    this.#sorted = undefined;
  }

  has(text: string): boolean {
    this.#sorted ??= Float64Array.from(this.#marks).sort();
    return isAmong(this.#sorted, markOf(text));
  }
}

/** The first 52 bits of a hash: what a number holds exactly. */
function markOf(text: string): number {
  return Number.parseInt(hash('sha1', text).slice(0, 13), 16);
}

function isAmong(sorted: Float64Array, mark: number): boolean {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) < mark) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === mark;
}
