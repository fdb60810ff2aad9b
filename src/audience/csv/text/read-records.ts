import { CsvError, type Parser, parse } from 'csv-parse';
import { SubscriberFileError } from '../subscriber-file-error.ts';

export interface CsvRecord {
  /** Where it starts in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** How the records of a file are read: `readRecords`, or what does the same elsewhere. */
export type ReadRecords = (
  texts: AsyncIterable<string>,
  delimiter: string,
) => AsyncIterable<readonly CsvRecord[]>;

/** More than any row has: an opening quote that is never closed must not read the rest of the file into memory. */
const mostRecordBytes = 1_000_000;

/**
 * CSV with any delimiter, ragged rows, quoted line ends and quotes within bare cells, as many records at a time as a
 * piece of text holds. An empty line is a record of one empty cell.
 *
 * @param texts with LF line ends
 * @throws SubscriberFileError when a quote is opened and never closed, or goes on after it was closed
 */
export async function* readRecords(
  texts: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<readonly CsvRecord[]> {
  let records: CsvRecord[] = [];
  let line = 1;
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    max_record_size: mostRecordBytes,
    // What is taken here never goes through the stream, which costs as much as reading does.
    on_record: (cells: readonly string[], { lines }) => {
      records.push({ line, cells });
      line = lines + 1;
      return null;
    },
  });
  // Whoever writes is told, too.
  parser.on('error', () => {});
  try {
    for await (const text of texts) {
      await write(parser, text);
      yield records;
      records = [];
    }
    await end(parser);
  } catch (error) {
    throw error instanceof CsvError ? malformed(error) : error;
  }
  yield records;
}

function write(parser: Parser, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

function end(parser: Parser): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once('error', reject);
    parser.end(resolve);
  });
}

function malformed(cause: CsvError): SubscriberFileError {
  const hint = 'a quote inside a quoted cell is written twice: "Ann ""AJ"" Lee"';
  return new SubscriberFileError(
    `the quotes in the file do not match, around line ${String(cause['lines'])}`,
    { hint, cause },
  );
}
