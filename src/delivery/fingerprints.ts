import { hash } from 'node:crypto';

/**
 * A set of texts that remembers eight bytes of each: enough to tell who is new among a million, and no more. Two texts
 * are taken for one in about one of 2⁵² cases. Nothing is added any more once somebody has asked.
 */
export class Fingerprints {
  #marks = new Float64Array(1_024);
  #count = 0;
  #isSorted = false;

  add(text: string): void {
    if (this.#count === this.#marks.length) {
      const more = new Float64Array(this.#count * 2);
      more.set(this.#marks);
      this.#marks = more;
    }
    this.#marks[this.#count] = markOf(text);
    this.#count += 1;
  }

  has(text: string): boolean {
    if (!this.#isSorted) this.#marks = this.#marks.subarray(0, this.#count).sort();
    this.#isSorted = true;
    return isAmong(this.#marks, markOf(text));
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
