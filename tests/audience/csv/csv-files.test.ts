import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readSubscriberRows } from '../../../src/audience/csv/read-subscriber-rows.ts';
import { type CsvRecord, readRecords } from '../../../src/audience/csv/text/read-records.ts';
import { importSubscribers } from '../../../src/audience/import-subscribers.ts';
import { everybody, store } from '../fresh-store.ts';
import { noon, rowDefaults } from '../samples.ts';

const people = [
  ['email', 'name', 'note'],
  ['jürgen@example.com', 'Jürgen Müßig', 'two\nlines, "quoted"; a\ttab | a bar'],
  ['ann@example.com', '', ''],
  ['nobody', 'No Body', ''],
];

function csvOf(delimiter: string, lineEnd: string): string {
  return people
    .map((row) =>
      row.map((cell) => `"${cell.replaceAll('"', '""').replaceAll('\n', lineEnd)}"`).join(delimiter),
    )
    .join(lineEnd);
}

const encodings: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['utf-8', (text) => Buffer.from(text)],
  ['utf-8', (text) => Buffer.from(`\ufeff${text}`)],
  ['utf-16le', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['utf-16le', (text) => Buffer.from(text, 'utf16le')],
  ['utf-16be', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['utf-16be', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['windows-1252', (text) => Buffer.from(text, 'latin1')],
];

describe('scoreboard 94: a list reads the same', () => {
  const cases = encodings.flatMap(([encoding, encode]) =>
    [',', ';', '\t', '|'].flatMap((delimiter) =>
      ['\n', '\r\n', '\r'].map((lineEnd) => ({ encoding, encode, delimiter, lineEnd })),
    ),
  );
  it.each(cases)(
    'in $encoding, between $delimiter, with $lineEnd',
    async ({ encoding, encode, delimiter, lineEnd }) => {
      const rows = readSubscriberRows(encode(csvOf(delimiter, lineEnd)), rowDefaults);
      const report = await importSubscribers(rows, store, { now: noon, dryRun: false });
      expect(report).toMatchObject({
        added: 2,
        format: { encoding, delimiter },
        rejected: [{ address: 'nobody', reason: 'the address has no @' }],
      });
      expect(report.rejected[0]?.line).toBe(5);
      expect(everybody()[0]).toMatchObject({
        address: 'jürgen@example.com',
        name: 'Jürgen Müßig',
      });
      expect(JSON.stringify(everybody())).not.toContain('\ufffd');
    },
  );

  it('but for a row with a NUL in it, which is rejected alone', async () => {
    const csv = 'email,name\nann@example.com,"A\tB"\nbob@example.com,B\0b\ncyd@example.com,Cyd\n';
    const rows = readSubscriberRows(Buffer.from(csv), rowDefaults);
    const report = await importSubscribers(rows, store, { now: noon, dryRun: false });
    expect([report.added, report.rejected.map(({ line }) => line)]).toEqual([2, [3]]);
  });
});

async function readAll(text: string, delimiter: string, size: number): Promise<CsvRecord[]> {
  async function* pieces(): AsyncGenerator<string> {
    for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
  }
  const records: CsvRecord[] = [];
  for await (const some of readRecords(pieces(), delimiter)) records.push(...some);
  return records;
}

type Read = { line: number; cells: string[] }[] | 'refused';

describe('what csv-parse reads is read alike, wherever the pieces of the text break', () => {
  const signs = ['a', 'b c', '"', '""', ',', ',', '\n', '\n\n', ' ', 'é', '"x"', '"y\nz"', '"",'];

  it.each(Array.from({ length: 60 }, (_, index) => index + 1))('in text %d', async (seed) => {
    let state = seed * 7_919;
    const next = (below: number): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    for (let round = 0; round < 40; round += 1) {
      const text = Array.from({ length: 1 + next(20) }, () => signs[next(signs.length)]).join('');
      const expected = judge(text);
      for (const size of [1, 2, 7, 1_000]) {
        const read: Read = await readAll(text, ',', size).then(
          (records): Read =>
            records.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) })),
          () => 'refused',
        );
        expect([text, size, withoutBlank(read)]).toEqual([text, size, withoutBlank(expected)]);
      }
    }
  });

  /** Rows of nothing are nobody; whether a line of spaces is one is a matter of taste. */
  function withoutBlank(read: Read): Read {
    return read === 'refused' ? read : read.filter(({ cells }) => cells.some((cell) => cell !== ''));
  }

  function judge(text: string): Read {
    try {
      const parsed: unknown = parse(text, {
        record_delimiter: '\n',
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        trim: true,
        info: true,
      });
      return (parsed as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
        line: info.lines - record.join('').split('\n').length + 1,
        cells: record.map((cell) => cell.trim()),
      }));
    } catch {
      return 'refused';
    }
  }
});
