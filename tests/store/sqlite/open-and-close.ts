import { openDatabase } from '../../../src/store/sqlite/open-database.ts';

/** Started by durability.test.ts with a database's path. */
const [path = ''] = process.argv.slice(2);
openDatabase(path).close();
