import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../../src/store/sqlite/sqlite-ledger.ts';
import { claimDue } from '../../fakes/claim-due.ts';
import { accepted, ada, mailingTo, noon, ours } from './samples.ts';

/** Started by durability.test.ts with a database's path: sends to four people, and is killed on the way. */
const [path = ''] = process.argv.slice(2);
const ledger = createLedger(openDatabase(path));
const mailing = ours(ledger.startMailing(mailingTo(['ann', 'bob', 'cyd', 'dan']), ada, noon));
const [ann, bob] = await claimDue(ledger, mailing, ada, { count: 3, now: noon });
if (ann === undefined || bob === undefined) throw new Error('nobody was claimed');
await ledger.intendDot(ann, ada, noon);
await ledger.settle(ann, ada, accepted, noon);
await ledger.intendDot(bob, ada, noon);
process.kill(process.pid, 'SIGKILL');
