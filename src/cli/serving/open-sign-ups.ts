import { setTimeout as wait } from 'node:timers/promises';
import type { SignUpStore } from '../../audience/sign-up-store.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import { createSignUpStore } from '../../store/sqlite/sqlite-sign-ups.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** Milliseconds for which the database may stop everybody who is served; what takes longer is tried again. */
const patience = 20;

export interface OpenSignUps extends Disposable {
  readonly signUps: SignUpStore;
}

/** The list as the public endpoints use it, over a connection of its own. */
export function openSignUps(workspace: Workspace): OpenSignUps {
  const database = openDatabase(workspace.paths.database);
  // From here on others are waiting to be served, whoever else writes.
  database.exec(`PRAGMA busy_timeout = ${patience}`);
  return {
    signUps: createSignUpStore(database, (milliseconds) => wait(milliseconds)),
    [Symbol.dispose]: () => database.close(),
  };
}
