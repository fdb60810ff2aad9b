import type { Place } from '../../source/place.ts';

/**
 * Finds pieces of a stretch of a file one after the other, each at its own place. It never goes back, so that any
 * number of pieces costs no more than reading the stretch once.
 */
export class TextCursor {
  readonly #text: string;
  #line: number;
  /** Where the line that the cursor is on would start in the text; below zero on the first, which can be cut. */
  #lineStart: number;
  #lineEnd: number;
  #at = 0;

  constructor(lines: readonly string[], { line, column, endLine, endColumn }: Place) {
    const within = lines.slice(line - 1, endLine);
    const last = within.pop() ?? '';
    this.#text = [...within, last.slice(0, endColumn - 1)].join('\n').slice(column - 1);
    this.#line = line;
    this.#lineStart = 1 - column;
    this.#lineEnd = this.#endOfLine(0);
  }

  /** The place of the next `piece` that stands behind `sign`; undefined when there is none. */
  find(piece: string, sign = ''): Place | undefined {
    const found = this.#text.indexOf(sign + piece, this.#at);
    if (found < 0 || piece === '') return undefined;
    const start = found + sign.length;
    while (this.#lineEnd < start) {
      this.#line += 1;
      this.#lineStart = this.#lineEnd + 1;
      this.#lineEnd = this.#endOfLine(this.#lineStart);
    }
    this.#at = start + piece.length;
    const column = start - this.#lineStart + 1;
    return { line: this.#line, column, endLine: this.#line, endColumn: column + piece.length };
  }

  #endOfLine(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end < 0 ? Number.POSITIVE_INFINITY : end;
  }
}
