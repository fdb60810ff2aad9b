import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../../src/store/sqlite/sqlite-ledger.ts';
import { ada, mailingTo, noon } from './samples.ts';

/**
 * Started by start-together.test.ts with a database's path, a name, and the moment of the first round: starts a
 * hundred issues, all at moments that it shares with another process, and says which of them are its own.
 */
const [path = '', name = '', first = ''] = process.argv.slice(2);
const ledger = createLedger(openDatabase(path));
const own: number[] = [];
for (let issueNumber = 1; issueNumber <= 100; issueNumber += 1) {
  const start = mailingTo([], { issueNumber, key: `${name}-${issueNumber}` });
  const moment = Number(first) + issueNumber * 10;
  while (performance.timeOrigin + performance.now() < moment);
  if ('id' in ledger.startMailing(start, { ...ada, id: name }, noon)) own.push(issueNumber);
}
process.stdout.write(JSON.stringify(own));
