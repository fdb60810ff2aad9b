import type { DatabaseSync } from 'node:sqlite';
import type { Ledger } from '../../delivery/ledger.ts';
import { prepareClaim } from './claim-deliveries.ts';
import { groupCommits } from './group-commits.ts';
import { prepareHold } from './hold-mailing.ts';
import { prepareDotIntent } from './intend-dot.ts';
import { prepareOutcomes } from './keep-outcomes.ts';
import { prepareReports } from './report-mailing.ts';
import { prepareSettleUnknown } from './settle-unknown.ts';
import { prepareStart } from './start-mailing.ts';
import { prepareSteering } from './steer-mailing.ts';
import { prepareSuspects } from './suspect-addresses.ts';

/**
 * The ledger of `database`. Every statement is prepared once, here.
 *
 * Its methods throw a DatabaseError when the file cannot be written, and a HoldLostError when another process has
 * taken over what they were to write.
 */
export function createLedger(database: DatabaseSync): Ledger {
  const join = groupCommits(database);
  const { suspects, decideSuspects } = prepareSuspects(database);
  const hold = prepareHold(database);
  const steering = prepareSteering(database);
  return {
    ...prepareReports(database),
    ...prepareStart(database),
    ...steering,
    ...prepareSettleUnknown(database),
    suspects,
    decideSuspects,
    ...prepareClaim(database, join),
    ...prepareDotIntent(database, join),
    ...hold,
    ...prepareOutcomes(database, { ...hold, ...steering, join }),
  };
}
