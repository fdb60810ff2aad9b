import { SubscriberFileError } from './subscriber-file-error.ts';

export interface CsvRecord {
  /** Where it starts in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** More than any row has: an opening quote that is never closed must not read the rest of the file into memory. */
const mostRecordLength = 1_000_000;

/**
 * CSV as RFC 4180 has it, with any delimiter, ragged rows, quoted line ends and quotes within bare cells, as many
 * records at a time as a piece of text holds. Empty lines do not count.
 *
 * @param texts with LF line ends
 * @throws SubscriberFileError when a quote is opened and never closed, or goes on after it was closed
 */
export async function* readRecords(
  texts: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<readonly CsvRecord[]> {
  let held = '';
  let line = 1;
  for await (const text of texts) {
    const taken = takeRecords(held + text, { delimiter, line, last: false });
    held = taken.rest;
    line = taken.line;
    if (held.length > mostRecordLength) throw malformed(line);
    if (taken.records.length > 0) yield taken.records;
  }
  const { records } = takeRecords(held, { delimiter, line, last: true });
  if (records.length > 0) yield records;
}

interface Scan {
  readonly delimiter: string;
  /** The line of the text's first sign. */
  readonly line: number;
  /** Nothing comes after this text. */
  readonly last: boolean;
}

interface Taken {
  readonly records: CsvRecord[];
  /** The beginning of a record that has no end yet, and its line. */
  readonly rest: string;
  readonly line: number;
}

function takeRecords(text: string, scan: Scan): Taken {
  const records: CsvRecord[] = [];
  const quoted = new QuotedRecord(text, scan);
  let { line } = scan;
  let start = 0;
  let quote = text.indexOf('"');
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    if (end < 0 && !scan.last) break;
    const stop = end < 0 ? text.length : end;
    if (quote >= 0 && quote < start) quote = text.indexOf('"', start);
    if (quote < 0 || quote > stop) {
      if (stop > start) records.push({ line, cells: text.slice(start, stop).split(scan.delimiter) });
      start = stop + 1;
      line += 1;
      continue;
    }
    const cells = quoted.take(start, stop, line);
    if (cells === undefined) break;
    records.push({ line, cells });
    start = quoted.end + 1;
    line = quoted.line + 1;
  }
  return { records, rest: text.slice(start), line };
}

/** Reads records with quotes in them out of one text. It keeps where it is, as a record of many cells is read sign by sign. */
class QuotedRecord {
  /** Where the record ended: at its line end, or at the end of the text. */
  end = 0;
  /** The line on which it ended. */
  line = 0;
  readonly #text: string;
  readonly #delimiter: string;
  readonly #last: boolean;
  #lineEnd = 0;

  constructor(text: string, { delimiter, last }: Scan) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#last = last;
  }

  /** The cells of the record that starts here; nothing when it goes on behind the text. */
  take(start: number, lineEnd: number, line: number): string[] | undefined {
    const cells: string[] = [];
    this.line = line;
    this.#lineEnd = lineEnd;
    for (let at = start; ; at = this.end + 1) {
      const cell = this.#takeCell(at);
      if (cell === undefined) return undefined;
      cells.push(cell);
      if (this.end >= this.#lineEnd) return cells;
    }
  }

  #takeCell(from: number): string | undefined {
    const open = this.#skipSpaces(from);
    if (this.#text.charCodeAt(open) === quoteSign) return this.#takeQuoted(open);
    const delimiter = this.#text.indexOf(this.#delimiter, from);
    this.end = delimiter >= 0 && delimiter < this.#lineEnd ? delimiter : this.#lineEnd;
    if (this.end === this.#text.length && !this.#last) return undefined;
    return this.#text.slice(from, this.end);
  }

  #takeQuoted(open: number): string | undefined {
    const text = this.#text;
    let close = text.indexOf('"', open + 1);
    let doubled = false;
    while (close >= 0 && text.charCodeAt(close + 1) === quoteSign) {
      doubled = true;
      close = text.indexOf('"', close + 2);
    }
    this.#passLines(close < 0 ? text.length : close);
    // A quote at the end of a piece may be the first of two.
    if (close < 0 || (close === text.length - 1 && !this.#last)) return this.#unfinished();
    this.end = this.#skipSpaces(close + 1);
    if (this.end >= text.length && !this.#last) return undefined;
    const isWhole = this.end === this.#lineEnd || text.startsWith(this.#delimiter, this.end);
    if (!isWhole) throw malformed(this.line);
    const inner = text.slice(open + 1, close);
    return doubled ? inner.replaceAll('""', '"') : inner;
  }

  /** Line ends within quotes end no record. */
  #passLines(close: number): void {
    while (this.#lineEnd < close) {
      this.line += 1;
      const next = this.#text.indexOf('\n', this.#lineEnd + 1);
      this.#lineEnd = next < 0 ? this.#text.length : next;
    }
  }

  #unfinished(): undefined {
    if (this.#last) throw malformed(this.line);
    return undefined;
  }

  /** Spaces before and after quotes do not count. */
  #skipSpaces(from: number): number {
    let at = from;
    while (isSpace(this.#text.charCodeAt(at), this.#delimiter)) at += 1;
    return at;
  }
}

const quoteSign = 0x22;

function isSpace(code: number, delimiter: string): boolean {
  return code === 0x20 || (code === 0x09 && delimiter !== '\t');
}

function malformed(line: number): SubscriberFileError {
  return new SubscriberFileError(`the quotes in the file do not match, around line ${line}`, {
    hint: 'a quote inside a quoted cell is written twice: "Ann ""AJ"" Lee"',
  });
}
