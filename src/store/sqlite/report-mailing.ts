import type { DatabaseSync } from 'node:sqlite';
import {
  type DeliveryCounts,
  type DeliveryReport,
  deliveryStates,
  type Ledger,
} from '../../delivery/ledger.ts';
import type { Snapshot } from '../../delivery/mailing.ts';
import { isHeld } from './is-held.ts';
import { prepareWalk } from './prepare-walk.ts';
import { selectMailing, toHolder, toMailing } from './read-mailing.ts';
import { integerOf, optionalIntegerOf, optionalTextOf, type Row, textOf, wordOf } from './read-row.ts';
import { standing } from './read-subscriber.ts';

type Reports =
  | 'findMailing'
  | 'listMailings'
  | 'holderOf'
  | 'snapshotOf'
  | 'counts'
  | 'countOthers'
  | 'contradictions'
  | 'nextDue'
  | 'recipients';

/** The statements that only read. */
export function prepareReports(database: DatabaseSync): Pick<Ledger, Reports> {
  const findMailing = database.prepare(
    `${selectMailing} WHERE issue_number = ? AND state <> 'cancelled' ORDER BY mailing.id DESC LIMIT 1`,
  );
  const listMailings = database.prepare(`${selectMailing} ORDER BY mailing.id`);
  const readHold = database.prepare(`${selectMailing} WHERE mailing.id = ?`);
  const readSnapshot = database.prepare('SELECT content FROM snapshot WHERE digest = ?');
  const count = database.prepare(
    'SELECT state, count(*) AS deliveries FROM delivery WHERE mailing_id = ? GROUP BY state',
  );
  const countOthers = database.prepare(
    `SELECT count(*) AS others FROM subscriber WHERE ${standing} = 'active' AND NOT EXISTS (
       SELECT 1 FROM delivery WHERE mailing_id = ? AND delivery.canonical = subscriber.canonical)`,
  );
  const findContradictions = database.prepare(
    `SELECT 'delivery ' || id || ' was accepted ' || yes || ' times' AS sentence FROM (
       SELECT delivery.id,
         (SELECT count(*) FROM attempt WHERE delivery_id = delivery.id
           AND attempt.state = 'accepted' AND code BETWEEN 200 AND 299)
         + (SELECT count(*) FROM settlement WHERE delivery_id = delivery.id AND settlement.state = 'accepted') AS yes
       FROM delivery WHERE mailing_id = :mailing AND state = 'accepted') WHERE yes <> 1
     UNION ALL
     SELECT 'delivery ' || delivery.id || ' was tried again after it was ' || earlier.state
     FROM delivery JOIN attempt AS earlier ON earlier.delivery_id = delivery.id
     WHERE mailing_id = :mailing AND earlier.state IN ('accepted', 'unknown') AND earlier.number < delivery.attempt
       AND NOT EXISTS (SELECT 1 FROM settlement WHERE settlement.delivery_id = delivery.id
         AND settlement.number = earlier.number AND settlement.state = 'resend')
     LIMIT 10`,
  );
  const findNextDue = database.prepare(
    `SELECT min(ready_at) AS ready_at FROM (
       SELECT min(ready_at) AS ready_at FROM delivery WHERE mailing_id = :mailing AND state = 'deferred'
       UNION ALL SELECT min(ready_at) FROM delivery WHERE mailing_id = :mailing AND state = 'queued'
       UNION ALL SELECT min(doubt_until) FROM delivery WHERE mailing_id = :mailing AND state = 'committing')`,
  );
  const walk = prepareWalk(
    database,
    `SELECT canonical, address, delivery.state AS state, delivery.attempt AS attempts, delivery.text AS text,
       last.code AS code, due_at, message_id
     FROM delivery LEFT JOIN attempt AS last ON last.delivery_id = delivery.id AND last.number = delivery.attempt
       AND last.text = delivery.text -- whoever was skipped or settled since has another reason
     WHERE mailing_id = :mailing AND canonical > :after ORDER BY canonical`,
    { key: 'canonical', start: '' },
  );

  return {
    findMailing: (issueNumber) => {
      const row = findMailing.get(issueNumber);
      return row === undefined ? undefined : toMailing(row);
    },
    listMailings: () => listMailings.all().map(toMailing),
    holderOf: (mailing, now, isAlive) => {
      const row = readHold.get(mailing.id);
      return row !== undefined && isHeld(row, { now, isAlive }) ? toHolder(row).heldBy : undefined;
    },
    snapshotOf: (mailing) => {
      const snapshot: Snapshot = JSON.parse(
        textOf(readSnapshot.get(mailing.snapshotDigest) ?? {}, 'content'),
      );
      return snapshot;
    },
    counts: (mailing) => toCounts(count.all(mailing.id)),
    countOthers: ({ id }) => integerOf(countOthers.get(id) ?? {}, 'others'),
    contradictions: (mailing) =>
      findContradictions.all({ mailing: mailing.id }).map((row) => textOf(row, 'sentence')),
    nextDue: (mailing) => optionalIntegerOf(findNextDue.get({ mailing: mailing.id }) ?? {}, 'ready_at'),
    recipients: (mailing) => walk({ mailing: mailing.id }).map(toReport),
  };
}

function toCounts(rows: readonly Row[]): DeliveryCounts {
  const found = new Map(
    rows.map((row) => [wordOf(row, 'state', deliveryStates), integerOf(row, 'deliveries')]),
  );
  const countOf = (state: (typeof deliveryStates)[number]): number => found.get(state) ?? 0;
  return {
    queued: countOf('queued'),
    attempting: countOf('attempting'),
    committing: countOf('committing'),
    accepted: countOf('accepted'),
    deferred: countOf('deferred'),
    failed: countOf('failed'),
    held: countOf('held'),
    unknown: countOf('unknown'),
    skipped: countOf('skipped'),
    cancelled: countOf('cancelled'),
  };
}

function toReport(row: Row): DeliveryReport {
  const text = optionalTextOf(row, 'text');
  const [code, dueAt] = [optionalIntegerOf(row, 'code'), optionalIntegerOf(row, 'due_at')];
  return {
    address: textOf(row, 'address'),
    state: wordOf(row, 'state', deliveryStates),
    attempts: integerOf(row, 'attempts'),
    ...(text === undefined ? {} : { text }),
    ...(code === undefined ? {} : { code }),
    ...(dueAt === undefined ? {} : { dueAt }),
    messageId: textOf(row, 'message_id'),
  };
}
