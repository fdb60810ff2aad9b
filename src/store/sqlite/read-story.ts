import type { DatabaseSync } from 'node:sqlite';
import type {
  MailingToThem,
  RecordedConsent,
  SubscriberEvent,
  SubscriberRecords,
} from '../../audience/subscriber-records.ts';
import { integerOf, optionalIntegerOf, optionalTextOf, type Row, textOf } from './read-row.ts';
import { selectSubscriber, toConsent, toSubscriber } from './read-subscriber.ts';

/** The statements that read all that is known of one person. */
export function prepareStory(database: DatabaseSync): Pick<SubscriberRecords, 'storyOf'> {
  const find = database.prepare(`${selectSubscriber} WHERE canonical = ?`);
  const consents = database.prepare(
    `SELECT consent.* FROM consent JOIN subscriber ON subscriber.id = subscriber_id
     WHERE canonical = ? ORDER BY consent.id`,
  );
  const events = database.prepare(
    `SELECT at, kind, text FROM (
       SELECT subscriber_event.at, kind, text, subscriber_event.id AS turn
       FROM subscriber_event JOIN subscriber ON subscriber.id = subscriber_id WHERE canonical = :canonical
       UNION ALL
       SELECT delivery_event.at, iif(kind IN ('complaint', 'delayed'), kind, 'bounced'),
         'issue ' || issue_number || iif(kind IN ('complaint', 'delayed'), '', ', ' || kind) || ': ' || delivery_event.text, 0
       FROM delivery_event JOIN delivery ON delivery.id = delivery_id JOIN mailing ON mailing.id = mailing_id
       WHERE delivery.canonical = :canonical
     ) ORDER BY at, turn`,
  );
  const suppression = database.prepare('SELECT reason, at FROM suppression WHERE canonical = ?');
  const mailings = database.prepare(
    `SELECT issue_number, slug, transport, started_at, delivery.state, attempt, delivery.text
     FROM delivery JOIN mailing ON mailing.id = mailing_id WHERE delivery.canonical = ? ORDER BY mailing.id`,
  );
  return {
    storyOf: (canonical) => {
      const [row, suppressed] = [find.get(canonical), suppression.get(canonical)];
      return {
        ...(row === undefined ? {} : { subscriber: toSubscriber(row) }),
        consents: consents.all(canonical).map(toRecordedConsent),
        events: events.all({ canonical }).map(toEvent),
        ...(suppressed === undefined
          ? {}
          : { suppression: { reason: textOf(suppressed, 'reason'), at: integerOf(suppressed, 'at') } }),
        mailings: mailings.all(canonical).map(toMailing),
      };
    },
  };
}

function toRecordedConsent(row: Row): RecordedConsent {
  const recordedAt = optionalIntegerOf(row, 'recorded_at');
  return { ...toConsent(row), ...(recordedAt === undefined ? {} : { recordedAt }) };
}

function toEvent(row: Row): SubscriberEvent {
  return { at: integerOf(row, 'at'), kind: textOf(row, 'kind'), text: textOf(row, 'text') };
}

function toMailing(row: Row): MailingToThem {
  const text = optionalTextOf(row, 'text');
  return {
    issue: integerOf(row, 'issue_number'),
    slug: textOf(row, 'slug'),
    transport: textOf(row, 'transport'),
    startedAt: integerOf(row, 'started_at'),
    state: textOf(row, 'state'),
    attempts: integerOf(row, 'attempt'),
    ...(text === undefined ? {} : { text }),
  };
}
