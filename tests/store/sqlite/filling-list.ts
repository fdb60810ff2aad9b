/** Fills the list of nobody in the database that is named, with a hundred thousand people: a test kills it in the middle. */
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { createAudienceStore } from '../../../src/store/sqlite/sqlite-audience.ts';
import { draft, noon } from './samples.ts';

const database = openDatabase(process.argv[2] ?? '');
const audience = createAudienceStore(database);
const shelf = audience.setAside();
shelf.addAll(
  Array.from({ length: 100_000 }, (_, at) => ({
    line: at + 2,
    draft: draft(`reader${at}`, {
      tags: ['hiring', 'cork'],
      fields: { city: 'Cork', about: 'x'.repeat(99) },
    }),
  })),
);
shelf.leaveOneEach();
audience.inOneGo(() => audience.keepShelf(shelf, noon));
shelf.close();
database.close();
