import { addressesOnly, type Columns, readColumns } from './csv-columns.ts';
import { DecodedText, type Encoding } from './decode-bytes.ts';
import { parseAddress } from './parse-address.ts';
import { type CsvRecord, readRecords } from './read-records.ts';
import { type RowDefaults, readSubscriberRow, type SubscriberRow } from './read-subscriber-row.ts';
import { SubscriberFileError } from './subscriber-file-error.ts';

export interface SubscriberRows extends AsyncIterable<SubscriberRow> {
  /** Settled once all rows were read. */
  readonly encoding: Encoding;
}

/**
 * Reads a list of people as mail tools and spreadsheets export it: UTF-8, UTF-16 or Windows-1252; commas, semicolons
 * or tabs; a header with common names in any order, or a bare list of addresses. Row by row, in flat memory.
 *
 * Walking the rows throws SubscriberFileError when the file as a whole cannot be read.
 */
export function readSubscriberRows(
  input: Uint8Array | AsyncIterable<Uint8Array>,
  defaults: RowDefaults,
): SubscriberRows {
  const text = new DecodedText(input instanceof Uint8Array ? only(input) : input);
  return {
    get encoding() {
      return text.encoding;
    },
    [Symbol.asyncIterator]: () => readRows(readRecords(text), defaults),
  };
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* readRows(
  records: AsyncIterable<CsvRecord>,
  defaults: RowDefaults,
): AsyncGenerator<SubscriberRow> {
  let columns: Columns | undefined;
  const above: CsvRecord[] = [];
  for await (const record of records) {
    if (isBlank(record)) continue;
    if (columns !== undefined) {
      yield readSubscriberRow(record, columns, defaults);
      continue;
    }
    columns = readColumns(record.cells);
    if (columns !== undefined) continue;
    above.push(record);
    if (isBareAddress(record)) {
      columns = addressesOnly;
      for (const early of above) yield readSubscriberRow(early, columns, defaults);
    } else if (above.length > mostLinesAboveHeader) break;
  }
  if (columns === undefined) throw withoutAddresses(above.length === 0);
}

/** LinkedIn writes notes above the header. */
const mostLinesAboveHeader = 5;

/** Spreadsheets leave rows of nothing but delimiters behind. */
function isBlank({ cells }: CsvRecord): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function isBareAddress({ cells }: CsvRecord): boolean {
  const [address = '', ...others] = cells;
  return others.length === 0 && 'address' in parseAddress(address);
}

function withoutAddresses(empty: boolean): SubscriberFileError {
  const message = empty ? 'the file is empty' : 'no column of the file is named email';
  return new SubscriberFileError(message, {
    hint: 'let its first line name the columns, such as: email,name,city',
  });
}
