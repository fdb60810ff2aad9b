import { expect, it } from 'vitest';
import { type CsvRecord, type ReadRecords, readRecords } from '../../src/audience/csv/text/read-records.ts';
import { readRecordsInThread } from '../../src/cli/records-in-thread.ts';

const rows = 60_000;
/** Long enough for a thread, with all that a cell can hold. */
const long = `email,name,notes\n${Array.from(
  { length: rows },
  (_, row) =>
    `reader${row}@example.com,"Lee, ""Ann""\nof Cork ${row}",日本 \u2028 🙂 ${'x'.repeat(row % 60)}\n`,
).join('')}`;

/** A text in pieces whose ends fall anywhere, as a file is read. */
async function* inPieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 65_521) yield text.slice(at, at + 65_521);
}

async function all(read: ReadRecords, text: string): Promise<readonly CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const some of read(inPieces(text), ',')) records.push(...some);
  return records;
}

it.each([
  ['a long file', long],
  ['a long file without an end of its last line', long.trimEnd()],
  ['a short file', long.slice(0, 70_000).replace(/\n[^\n]*$/, '"')],
  ['an empty file', ''],
])('reads %s as it is read without a thread', async (_, text) => {
  expect(long.length).toBeGreaterThan(4_100_000);
  const records = await all(readRecordsInThread, text).catch(String);
  expect(records).toEqual(await all(readRecords, text).catch(String));
});

it('says where the quotes of a long file do not match', async () => {
  await expect(all(readRecordsInThread, `${long}"no end`)).rejects.toMatchObject({
    name: 'SubscriberFileError',
    message: `the quotes in the file do not match, around line ${2 * rows + 2}`,
    hint: expect.stringContaining('written twice'),
  });
});

it('ends its thread where nobody wants the rest', async () => {
  const threads = (): number =>
    process.getActiveResourcesInfo().filter((name) => name === 'MessagePort' || name === 'Worker').length;
  const before = threads();
  for await (const records of readRecordsInThread(inPieces(long), ',')) {
    expect(records.length).toBeGreaterThan(0);
    expect(threads()).toBeGreaterThan(before);
    break;
  }
  expect(threads()).toBe(before);
});
