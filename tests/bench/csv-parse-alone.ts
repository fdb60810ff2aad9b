/** Reads a CSV file row by row with csv-parse, as its documentation shows it, and does nothing with the rows. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

let rows = 0;
for await (const _ of createReadStream(process.argv[2] ?? '').pipe(parse())) rows += 1;
if (rows === 0) throw new Error('there are no rows');
