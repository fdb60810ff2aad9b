import type { DatabaseSync } from 'node:sqlite';
import type { Ledger } from '../../delivery/ledger.ts';
import { prepareClaim } from './claim-deliveries.ts';
import { prepareHold } from './hold-mailing.ts';
import { prepareDotIntent } from './intend-dot.ts';
import { prepareRecover } from './recover-deliveries.ts';
import { prepareReports } from './report-mailing.ts';
import { prepareSettle } from './settle-delivery.ts';
import { prepareStart } from './start-mailing.ts';

/**
 * The ledger of `database`. Every statement is prepared once, here.
 *
 * Its methods throw a DatabaseError when the file cannot be written, and a HoldLostError when another process has
 * taken over what they were to write.
 */
export function createLedger(database: DatabaseSync): Ledger {
  return {
    ...prepareReports(database),
    ...prepareStart(database),
    ...prepareHold(database),
    ...prepareRecover(database),
    ...prepareClaim(database),
    ...prepareDotIntent(database),
    ...prepareSettle(database),
  };
}
