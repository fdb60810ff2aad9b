import { join } from 'node:path';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';

/**
 * Started by start-together.test.ts with a folder and the moment of the first round: makes fifty databases, all at
 * moments that it shares with other processes, and says why those failed that did.
 */
const [folder = '', first = ''] = process.argv.slice(2);
const failures: string[] = [];
for (let round = 1; round <= 50; round += 1) {
  const moment = Number(first) + round * 40;
  while (performance.timeOrigin + performance.now() < moment);
  try {
    openDatabase(join(folder, `${round}.db`)).close();
  } catch (error) {
    failures.push(String(error));
  }
}
process.stdout.write(JSON.stringify(failures));
