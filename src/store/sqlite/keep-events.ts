import type { DatabaseSync } from 'node:sqlite';
import type { CanonicalAddress } from '../../audience/subscriber.ts';
import { deliveryStates } from '../../delivery/ledger.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import type { Decided, InboxStore } from '../../inbox/inbox-store.ts';
import type { IssueResult } from '../../inbox/judge-bounce.ts';
import { bounceKinds } from '../../inbox/weigh-report.ts';
import { selectMailing, toMailing } from './read-mailing.ts';
import { integerOf, type Row, textOf, wordOf } from './read-row.ts';
import { prepareSettleOne } from './settle-unknown.ts';
import { prepareSuspects } from './suspect-addresses.ts';

type Events = 'findDelivery' | 'resultsOf' | 'keepEvent' | 'settle' | 'suspect' | 'decide';

/** Issues that are looked back at: more than any judgement asks for. */
const mostIssues = 50;

/** The statements about what came back of deliveries. They run in a transaction of their caller. */
export function prepareEvents(database: DatabaseSync): Pick<InboxStore, Events> {
  const readMailing = database.prepare(`${selectMailing} WHERE mailing.id = ?`);
  // One range of the unique index: the sender's domain stands behind the key, and may have been another.
  const findDelivery = database.prepare(
    `SELECT id, mailing_id, message_id, canonical, state FROM delivery
     WHERE message_id >= '<' || :key || '@' AND message_id < '<' || :key || 'A' LIMIT 1`,
  );
  // What came before somebody joined by the form says nothing more: they read the mail of that address.
  const readResults = database.prepare(
    `SELECT issue_number, coalesce(starts_at, started_at) AS sent_at, delivery.state,
       (SELECT kind FROM delivery_event WHERE delivery_id = delivery.id AND kind IN ('hard', 'ambiguous', 'soft', 'policy')
        ORDER BY CASE kind WHEN 'hard' THEN 1 WHEN 'ambiguous' THEN 2 WHEN 'soft' THEN 3 ELSE 4 END LIMIT 1) AS bounce
     FROM mailing JOIN delivery ON delivery.mailing_id = mailing.id AND delivery.canonical = ?
     WHERE transport = 'smtp' AND delivery.state IN ('accepted', 'failed', 'unknown')
       AND sent_at > (SELECT coalesce(max(confirmed_at), 0) FROM sign_up
         JOIN subscriber ON subscriber.id = subscriber_id WHERE subscriber.canonical = delivery.canonical)
     ORDER BY sent_at DESC, mailing.id DESC LIMIT ${mostIssues}`,
  );
  const keepEvent = database.prepare(
    `INSERT INTO delivery_event (delivery_id, kind, status, text, at) VALUES (:id, :kind, :status, :text, :now)
     ON CONFLICT DO NOTHING`,
  );
  const suspect = database.prepare(
    `INSERT INTO suspect (mailing_id, canonical, reason, text) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const settleOne = prepareSettleOne(database);
  const { suspects, decideByThemselves } = prepareSuspects(database);

  const decideOne = ({ id }: Mailing, now: number): Decided => {
    const mailing = toMailing(readMailing.get(id) ?? {});
    const ended = mailing.state === 'finished' || mailing.state === 'cancelled';
    const suppressed = ended ? decideByThemselves(mailing, now) : [];
    const addresses = suspects(mailing).length;
    if (addresses === 0) return { suppressed, waiting: [] };
    return { suppressed, waiting: [{ issue: mailing.issueNumber, addresses, sending: !ended }] };
  };

  return {
    findDelivery: (key) => {
      const row = findDelivery.get({ key });
      if (row === undefined) return undefined;
      return {
        id: integerOf(row, 'id'),
        mailing: toMailing(readMailing.get(integerOf(row, 'mailing_id')) ?? {}),
        messageId: textOf(row, 'message_id'),
        canonical: textOf(row, 'canonical') as CanonicalAddress,
        state: wordOf(row, 'state', deliveryStates),
      };
    },
    resultsOf: (canonical) => readResults.all(canonical).map(toResult),
    keepEvent: ({ id }, { kind, status = null, text }, now) =>
      keepEvent.run({ id, kind, status, text, now }).changes === 1,
    settle: ({ mailing, messageId }, as, text, now) =>
      settleOne(mailing, { messageId, as, source: 'log', text }, now),
    suspect: ({ mailing, canonical }, reason, text) => void suspect.run(mailing.id, canonical, reason, text),
    decide: (mailings, now): Decided => {
      const decided = mailings.map((mailing) => decideOne(mailing, now));
      return {
        suppressed: decided.flatMap(({ suppressed }) => suppressed),
        waiting: decided.flatMap(({ waiting }) => waiting),
      };
    },
  };
}

function toResult(row: Row): IssueResult {
  const result = {
    issueNumber: integerOf(row, 'issue_number'),
    startedAt: integerOf(row, 'sent_at'),
    state: wordOf(row, 'state', ['accepted', 'failed', 'unknown'] as const),
  };
  return row['bounce'] === null ? result : { ...result, bounce: wordOf(row, 'bounce', bounceKinds) };
}
