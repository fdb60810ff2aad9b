import { pipeline, Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { sniffDelimiter } from './sniff-delimiter.ts';
import { SubscriberFileError } from './subscriber-file-error.ts';

export interface CsvRecord {
  /** Where it starts in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** More than any row has: an opening quote that is never closed must not read the rest of the file into memory. */
const mostRecordBytes = 1_000_000;

/**
 * CSV with commas, semicolons or tabs, ragged rows and quoted line ends, record by record. Empty lines do not count.
 *
 * @param texts with LF line ends
 * @throws SubscriberFileError when a quote is opened and never closed, or goes on after it was closed
 */
export async function* readRecords(texts: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  const pieces = texts[Symbol.asyncIterator]();
  const head = await pieces.next();
  if (head.done) return;
  const parser = parse({
    delimiter: sniffDelimiter(head.value),
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
    max_record_size: mostRecordBytes,
  });
  // The parser is destroyed with whatever error its source has, and the loop below throws it.
  pipeline(Readable.from(joined(head.value, pieces)), parser, () => {});
  const parsed: AsyncIterable<{ readonly record: string[]; readonly info: Info }> = parser;
  try {
    for await (const { record, info } of parsed)
      yield { line: info.lines - lineEndsIn(record), cells: record };
  } catch (error) {
    throw error instanceof CsvError ? malformed(error) : error;
  } finally {
    // Whoever stops before the end of the file lets go of it.
    await pieces.return?.();
  }
}

async function* joined(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** `info.lines` is the line on which a record ends. */
function lineEndsIn(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
}

function malformed(cause: CsvError): SubscriberFileError {
  const hint = 'a quote inside a quoted cell is written twice: "Ann ""AJ"" Lee"';
  return new SubscriberFileError(
    `the quotes in the file do not match, around line ${String(cause['lines'])}`,
    { hint, cause },
  );
}
