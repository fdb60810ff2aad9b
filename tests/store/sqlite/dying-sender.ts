import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../../src/store/sqlite/sqlite-ledger.ts';
import { accepted, ada, mailingTo, noon, ours } from './samples.ts';

/** Started by durability.test.ts with a database's path: sends to four people, and is killed on the way. */
const [path = ''] = process.argv.slice(2);
const ledger = createLedger(openDatabase(path));
const mailing = ours(ledger.startMailing(mailingTo(['ann', 'bob', 'cyd', 'dan']), ada, noon));
const [ann, bob] = ledger.claim(mailing, ada, 3, noon);
if (ann === undefined || bob === undefined) throw new Error('nobody was claimed');
ledger.intendDot(ann, ada, noon);
ledger.settle(ann, ada, accepted, noon);
ledger.intendDot(bob, ada, noon);
process.kill(process.pid, 'SIGKILL');
