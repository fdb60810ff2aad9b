import type { HeldElsewhere, MailingHalted } from '../../delivery/ledger.ts';
import { type Mailing, mailingStates } from '../../delivery/mailing.ts';
import { integerOf, optionalIntegerOf, optionalTextOf, type Row, textOf, wordOf } from './read-row.ts';

/** Every mailing with the digest of its snapshot; a condition follows. */
export const selectMailing =
  'SELECT mailing.*, snapshot.digest FROM mailing JOIN snapshot ON snapshot.id = mailing.snapshot_id';

/** A row of `selectMailing` as delivery/ knows it. */
export function toMailing(row: Row): Mailing {
  const reason = optionalTextOf(row, 'reason');
  const finishedAt = optionalIntegerOf(row, 'finished_at');
  const startsAt = optionalIntegerOf(row, 'starts_at');
  const window = optionalTextOf(row, 'send_window');
  return {
    id: integerOf(row, 'id'),
    key: textOf(row, 'key'),
    issueNumber: integerOf(row, 'issue_number'),
    slug: textOf(row, 'slug'),
    transport: wordOf(row, 'transport', ['smtp', 'outbox']),
    state: wordOf(row, 'state', mailingStates),
    ...(reason === undefined ? {} : { reason }),
    startedAt: integerOf(row, 'started_at'),
    ...(startsAt === undefined ? {} : { startsAt }),
    ...(window === undefined ? {} : { window }),
    ...(finishedAt === undefined ? {} : { finishedAt }),
    audience: integerOf(row, 'audience'),
    snapshotDigest: textOf(row, 'digest'),
  };
}

/** Who holds the mailing of a row, or who held it last. */
export function toHolder(row: Row): HeldElsewhere {
  return {
    heldBy: {
      id: textOf(row, 'worker_id'),
      host: textOf(row, 'worker_host'),
      pid: integerOf(row, 'worker_pid'),
      started: textOf(row, 'worker_started'),
      copy: textOf(row, 'worker_copy'),
    },
    since: integerOf(row, 'held_since'),
  };
}

/** Whether somebody stopped a mailing, from its `state` and `reason`. */
export function findHalt(row: Row): MailingHalted | undefined {
  const state = wordOf(row, 'state', mailingStates);
  const reason = optionalTextOf(row, 'reason');
  if (state !== 'paused' && state !== 'cancelled') return undefined;
  return { halted: state, ...(reason === undefined ? {} : { reason }) };
}
