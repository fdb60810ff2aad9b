import type { DatabaseSync } from 'node:sqlite';
import { lease } from '../../delivery/hold.ts';
import type { Ledger, MailingStart, Started } from '../../delivery/ledger.ts';
import { prepareCopyMark } from './copy-mark.ts';
import { inTransaction } from './in-transaction.ts';
import { selectMailing, toHolder, toMailing } from './read-mailing.ts';
import { integerOf, optionalIntegerOf, type Row } from './read-row.ts';

/** The statements that freeze a mailing: its snapshot, itself, and one queued row for each canonical address. */
export function prepareStart(database: DatabaseSync): Pick<Ledger, 'startMailing'> {
  // A finished mailing stands in the way like a live one: whoever looked before it began and starts after it ended
  // would mail everybody a second time. Only what was written to the outbox may still be sent by a server.
  const findMailing = database.prepare(
    `${selectMailing} WHERE issue_number = :issueNumber AND state <> 'cancelled'
       AND NOT (state = 'finished' AND transport = 'outbox' AND :transport = 'smtp')
     ORDER BY mailing.id DESC LIMIT 1`,
  );
  const keepSnapshot = database.prepare(
    // Says nothing new when the same snapshot is there, so that RETURNING gives its id in both cases.
    `INSERT INTO snapshot (digest, content) VALUES (:digest, :content)
     ON CONFLICT (digest) DO UPDATE SET digest = excluded.digest RETURNING id`,
  );
  const addMailing = database.prepare(
    `INSERT INTO mailing (key, issue_number, slug, transport, state, started_at, starts_at, send_window, audience,
       snapshot_id, worker_id, worker_host, worker_pid, worker_started, worker_copy, held_since, lease_until)
     VALUES (:key, :issueNumber, :slug, :transport, 'sending', :now, :startsAt, :window, 0,
       :snapshot, :workerId, :workerHost, :workerPid, :workerStarted, :workerCopy, :now, :leaseUntil) RETURNING id`,
  );
  const addDelivery = database.prepare(
    `INSERT INTO delivery (mailing_id, canonical, address, recipient, message_id, state)
     SELECT :mailing, :canonical, :address, :recipient, :messageId, 'queued'
     WHERE NOT EXISTS (SELECT 1 FROM mailing JOIN delivery ON delivery.mailing_id = mailing.id
         AND delivery.canonical = :canonical
       WHERE mailing.issue_number = :issueNumber AND mailing.id <> :mailing
         AND mailing.transport = 'smtp' AND :transport = 'smtp'
         AND delivery.state IN ('accepted', 'committing', 'unknown'))
     ON CONFLICT (mailing_id, canonical) DO NOTHING`,
  );
  const writeAudience = database.prepare(
    `UPDATE mailing SET audience = (SELECT count(*) FROM delivery WHERE mailing_id = mailing.id) WHERE id = ?`,
  );
  const readMailing = database.prepare(`${selectMailing} WHERE mailing.id = ?`);

  const mark = prepareCopyMark(database);

  const addDeliveries = (mailing: number, { deliveries, issueNumber, transport }: MailingStart): void => {
    for (const { recipient, messageId } of deliveries) {
      const { canonical, address } = recipient;
      const row = { mailing, canonical, address, recipient: JSON.stringify(recipient), messageId };
      addDelivery.run({ ...row, issueNumber, transport });
    }
  };

  return {
    startMailing: (start, worker, now) => {
      const started = inTransaction(database, (): Started => {
        if (mark.isOlder() && start.moved !== true) return { olderCopy: true };
        const existing = findMailing.get({ issueNumber: start.issueNumber, transport: start.transport });
        if (existing !== undefined)
          return isLeased(existing, now) ? toHolder(existing) : { there: toMailing(existing) };
        mark.advance();
        const added = addMailing.get({
          key: start.key,
          issueNumber: start.issueNumber,
          slug: start.slug,
          transport: start.transport,
          now,
          startsAt: start.startsAt ?? null,
          window: start.window ?? null,
          snapshot: idOf(
            keepSnapshot.get({ digest: start.snapshotDigest, content: JSON.stringify(start.snapshot) }),
          ),
          workerId: worker.id,
          workerHost: worker.host,
          workerPid: worker.pid,
          workerStarted: worker.started,
          workerCopy: worker.copy,
          leaseUntil: now + lease,
        });
        const id = idOf(added);
        addDeliveries(id, start);
        writeAudience.run(id);
        return toMailing(readMailing.get(id) ?? {});
      });
      if ('id' in started) mark.leave();
      return started;
    },
  };
}

/** Whether somebody may be sending it at this moment. */
function isLeased(row: Row, now: number): boolean {
  return (optionalIntegerOf(row, 'lease_until') ?? 0) > now;
}

function idOf(row: Row | undefined): number {
  return integerOf(row ?? {}, 'id');
}
