import { parseAddress } from '../parse-address.ts';
import { type ColumnMap, findMappedColumn } from './columns/column-map.ts';
import { addressesOnly, type Columns, isHeader, readColumns, readTitles } from './columns/csv-columns.ts';
import { describeColumns, type FileFormat } from './columns/file-format.ts';
import { lookOver } from './columns/look-over.ts';
import { readSubscriberRow, type SubscriberRow } from './rows/read-subscriber-row.ts';
import type { RowDefaults } from './rows/row-defaults.ts';
import { SubscriberFileError } from './subscriber-file-error.ts';
import { DecodedText, type Encoding } from './text/decode-bytes.ts';
import { type CsvRecord, type ReadRecords, readRecords } from './text/read-records.ts';
import { sniffDelimiter } from './text/sniff-delimiter.ts';
import { textsInOrder } from './text/texts-in-order.ts';

/** The rows of a file, as many at a time as a piece of it holds. */
export interface SubscriberRows extends AsyncIterable<readonly SubscriberRow[]> {
  /** What the file was read as; settled once all rows were read, but for its columns, which are known with the first row. */
  readonly format: FileFormat;
  /** When the file is imported, in ISO 8601: the day of a consent that no row tells. */
  readonly importedAt: string;
  /** The header's cells. */
  readonly titles: readonly string[];
}

/** What the person says of a file. */
export interface FileOptions {
  readonly maps?: readonly ColumnMap[];
  readonly encoding?: Encoding;
}

/** And who reads its records; `readRecords` unless told. */
export interface ReadingOptions extends FileOptions {
  readonly read?: ReadRecords;
}

/**
 * Reads a list of people as mail tools and spreadsheets export it: UTF-8, UTF-16 or Windows-1252; commas, semicolons,
 * tabs or bars; a known tool's header, one with common names in any order, or a bare list of addresses. In flat memory.
 *
 * Walking the rows throws SubscriberFileError when the file as a whole cannot be read.
 */
export function readSubscriberRows(
  input: Uint8Array | AsyncIterable<Uint8Array>,
  defaults: RowDefaults,
  options: ReadingOptions = {},
): SubscriberRows {
  return new SubscriberReader(input, defaults, options);
}

/** So many rows are looked over before the first is read. */
const sampleRows = 5_000;

/** LinkedIn writes notes above the header. */
const mostLinesAboveHeader = 5;

class SubscriberReader implements SubscriberRows {
  readonly #text: DecodedText;
  readonly #defaults: RowDefaults;
  readonly #maps: readonly ColumnMap[];
  readonly #read: ReadRecords;
  readonly #above: CsvRecord[] = [];
  #delimiter = ',';
  #columns: Columns | undefined;

  constructor(
    input: Uint8Array | AsyncIterable<Uint8Array>,
    defaults: RowDefaults,
    { maps = [], encoding, read = readRecords }: ReadingOptions,
  ) {
    this.#text = new DecodedText(input instanceof Uint8Array ? only(input) : input, encoding);
    this.#defaults = defaults;
    this.#maps = maps;
    this.#read = read;
  }

  get format(): FileFormat {
    return {
      encoding: this.#text.encoding,
      delimiter: this.#delimiter,
      ...describeColumns(this.#columns ?? addressesOnly),
    };
  }

  get importedAt(): string {
    return this.#defaults.at;
  }

  get titles(): readonly string[] {
    return this.#columns?.titles ?? [];
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<readonly SubscriberRow[]> {
    const pieces = this.#text[Symbol.asyncIterator]();
    try {
      const head = await pieces.next();
      const first = head.done ? '' : head.value;
      this.#delimiter = sniffDelimiter(first, (cells) => isHeader(readTitles(cells), this.#maps));
      const batches = this.#read(textsInOrder([first], pieces), this.#delimiter);
      for await (const records of withLongStart(batches, sampleRows)) {
        const rows = this.#readAll(records);
        if (rows.length > 0) yield rows;
      }
    } finally {
      // Whoever stops before the end of the file lets go of it.
      await pieces.return(undefined);
    }
    if (this.#columns === undefined) throw this.#withoutAddresses();
  }

  #readAll(records: readonly CsvRecord[]): SubscriberRow[] {
    const rows: SubscriberRow[] = [];
    for (const [index, record] of records.entries()) {
      if (isBlank(record)) continue;
      if (this.#columns === undefined)
        rows.push(...this.#lookForHeader(record, records.slice(index + 1, index + 1 + sampleRows)));
      else rows.push(readSubscriberRow(record, this.#columns, this.#defaults));
    }
    return rows;
  }

  /**
   * The rows that a line makes of itself and of those above it when it shows that there is no header.
   *
   * @param sample rows below it
   */
  #lookForHeader(record: CsvRecord, sample: readonly CsvRecord[]): SubscriberRow[] {
    const columns = readColumns(record.cells, this.#maps);
    if (columns !== undefined) {
      if (columns.titles.some(isAddress)) throw withoutHeader();
      this.#columns = lookOver(columns, sample, this.#maps);
      return [];
    }
    this.#above.push(record);
    if (this.#maps.length === 0 && isBareAddress(record)) {
      this.#columns = addressesOnly;
      return this.#above.map((early) => readSubscriberRow(early, addressesOnly, this.#defaults));
    }
    if (this.#above.length > mostLinesAboveHeader) throw this.#withoutAddresses();
    return [];
  }

  #withoutAddresses(): SubscriberFileError {
    const [header] = this.#above.toSorted((left, right) => right.cells.length - left.cells.length);
    if (header === undefined)
      return new SubscriberFileError('the file is empty', {
        hint: 'let its first line name the columns, such as: email,name,city',
      });
    const titles = readTitles(header.cells);
    if (readTitles(this.#above[0]?.cells ?? []).some(isAddress)) return withoutHeader();
    // What was said of the columns is looked for where most of them are, and says which is meant.
    for (const map of this.#maps) findMappedColumn(map, titles);
    const likely = titles.find((title) => /mail|nutzername|username/i.test(title)) ?? 'Mailadresse';
    return new SubscriberFileError('no column of the file is named email', {
      hint: `let its first line name the columns, such as: email,name,city; or say which it is: --map "${likely}=address"`,
    });
  }
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The first batch has at least so many records, if there are as many. */
async function* withLongStart(
  batches: AsyncIterable<readonly CsvRecord[]>,
  least: number,
): AsyncGenerator<readonly CsvRecord[]> {
  let start: CsvRecord[] | undefined = [];
  for await (const records of batches) {
    if (start === undefined) {
      yield records;
      continue;
    }
    start = start.concat(records);
    if (start.length < least) continue;
    yield start;
    start = undefined;
  }
  if (start !== undefined) yield start;
}

/** Spreadsheets leave rows of nothing but delimiters behind. */
function isBlank({ cells }: CsvRecord): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

function isBareAddress({ cells }: CsvRecord): boolean {
  const [address = '', ...others] = cells;
  return others.length === 0 && isAddress(address);
}

function isAddress(cell: string): boolean {
  return 'address' in parseAddress(cell);
}

/** The first person would be lost. */
function withoutHeader(): SubscriberFileError {
  return new SubscriberFileError('no line of the file names its columns', {
    hint: 'write one above the first person, such as: email,name,city',
  });
}
