import {
  type CanonicalAddress,
  type EmailAddress,
  type Subscriber,
  type SubscriberConsent,
  subscriberStatuses,
} from '../../audience/subscriber.ts';
import { leftByThemselves } from '../../audience/way-back.ts';
import { integerOf, optionalTextOf, type Row, textOf, wordOf } from './read-row.ts';

/** `leavingStatusOf` the reason of a suppression. */
export const standingByReason = `iif(reason = '${leftByThemselves}', 'unsubscribed', 'suppressed')`;

/** How a subscriber stands. A suppression is the one truth about who must not be mailed, whatever else is written. */
export const standing = `ifnull((SELECT ${standingByReason}
  FROM suppression WHERE suppression.canonical = subscriber.canonical), subscriber.status)`;

/** Every subscriber with tags as JSON and the newest consent; a condition follows. */
export const selectSubscriber = `
  SELECT subscriber.*, ${standing} AS standing, consent.source, consent.at, consent.proof, consent.wording,
    (SELECT json_group_array(tag) FROM subscriber_tag WHERE subscriber_id = subscriber.id) AS tags
  FROM subscriber JOIN consent
    ON consent.id = (SELECT max(id) FROM consent WHERE subscriber_id = subscriber.id)`;

/** A row of `selectSubscriber` as audience/ knows it. Only checked addresses are ever stored. */
export function toSubscriber(row: Row): Subscriber {
  const name = optionalTextOf(row, 'name');
  const firstName = optionalTextOf(row, 'first_name');
  const tags: readonly string[] = JSON.parse(textOf(row, 'tags'));
  const fields: Readonly<Record<string, string>> = JSON.parse(textOf(row, 'fields'));
  return {
    id: integerOf(row, 'id'),
    address: textOf(row, 'address') as EmailAddress,
    canonical: textOf(row, 'canonical') as CanonicalAddress,
    ...(name === undefined ? {} : { name }),
    ...(firstName === undefined ? {} : { firstName }),
    status: wordOf(row, 'standing', subscriberStatuses),
    tags,
    fields,
    consent: toConsent(row),
    joinedAt: textOf(row, 'joined_at'),
  };
}

/** The columns of `consent` as audience/ knows them. */
export function toConsent(row: Row): SubscriberConsent {
  const proof = optionalTextOf(row, 'proof');
  const wording = optionalTextOf(row, 'wording');
  return {
    source: textOf(row, 'source'),
    at: textOf(row, 'at'),
    ...(proof === undefined ? {} : { proof }),
    ...(wording === undefined ? {} : { wording }),
  };
}
