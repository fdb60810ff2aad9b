import type { Place } from '../../source/place.ts';

/** Turns places in a text into offsets from its start, and back. Offsets count UTF-16 code units from 0. */
export class SourceOffsets {
  readonly #lineStarts: readonly number[];
  readonly #length: number;

  constructor(source: string) {
    this.#lineStarts = [0, ...Array.from(source.matchAll(/\n/g), ({ index }) => index + 1)];
    this.#length = source.length;
  }

  /** Where a place starts and, exclusive, ends. */
  spanOf({ line, column, endLine, endColumn }: Place): readonly [from: number, to: number] {
    return [this.#offsetOf(line, column), this.#offsetOf(endLine, endColumn)];
  }

  /** The place of what starts at an offset and ends, exclusive, at another. */
  placeOf(start: number, end: number): Place {
    const line = this.#lineAt(start);
    const endLine = this.#lineAt(end);
    return {
      line,
      column: start - this.#startOf(line) + 1,
      endLine,
      endColumn: end - this.#startOf(endLine) + 1,
    };
  }

  #offsetOf(line: number, column: number): number {
    return Math.min(this.#startOf(line) + column - 1, this.#length);
  }

  #startOf(line: number): number {
    return this.#lineStarts[line - 1] ?? this.#length;
  }

  /** How many lines start at the offset or before it: a search by halves, since long texts are asked for many places. */
  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What stands at a place of a text. */
export function sourceAt(source: string, place: Place): string {
  return source.slice(...new SourceOffsets(source).spanOf(place));
}
