import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { AudienceStore } from '../../audience/audience-store.ts';
import { unprovenProof } from '../../audience/consent-proof.ts';
import { isoOf } from '../../audience/iso-of.ts';
import {
  isLeaving,
  type Subscriber,
  type SubscriberConsent,
  type SubscriberDraft,
} from '../../audience/subscriber.ts';
import { erasureHash } from './erasure-hash.ts';
import { describeSince } from './new-leavers.ts';
import { integerOf, optionalIntegerOf } from './read-row.ts';
import { selectSubscriber, toSubscriber } from './read-subscriber.ts';
import { prepareReturnedSince } from './returned-since.ts';
import { prepareTell } from './tell-event.ts';

/** The statements that add a person, or merge what a file says into what is known. */
export function prepareKeep(database: DatabaseSync, secret: Uint8Array): Pick<AudienceStore, 'keep'> {
  const hashErased = erasureHash(secret);
  const find = database.prepare(`${selectSubscriber} WHERE canonical = ?`);
  const findSuppression = database.prepare('SELECT 1 FROM suppression WHERE canonical = ?');
  const findAnyErasure = database.prepare('SELECT 1 FROM erasure LIMIT 1');
  const findErasure = database.prepare('SELECT 1 FROM erasure WHERE hash = ?');
  const add = database.prepare(
    `INSERT INTO subscriber (address, canonical, name, first_name, status, fields, joined_at)
     VALUES (:address, :canonical, :name, :firstName, :status, :fields, :joinedAt) RETURNING id`,
  );
  const addConsent = database.prepare(
    'INSERT INTO consent (subscriber_id, source, at, proof, wording, recorded_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const addTag = database.prepare(
    'INSERT INTO subscriber_tag (subscriber_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const findRecorded = database.prepare(
    'SELECT recorded_at FROM consent WHERE subscriber_id = ? ORDER BY id DESC LIMIT 1',
  );
  const update = database.prepare(
    `UPDATE subscriber SET name = :name, first_name = :firstName, status = :status, fields = :fields,
       joined_at = :joinedAt WHERE id = :id`,
  );
  const returnedSince = prepareReturnedSince(database);
  const tell = prepareTell(database);
  const suppress = database.prepare('INSERT INTO suppression (canonical, reason, at) VALUES (?, ?, ?)');

  // Most lists have nobody to compare the hash with, and need not make it.
  const isErased = (canonical: string): boolean =>
    findAnyErasure.get() !== undefined && findErasure.get(hashErased(canonical)) !== undefined;

  const addTags = (id: number, tags: readonly string[]): void => {
    for (const tag of tags) addTag.run(id, tag);
  };

  const cameBack = ({ canonical, leftAt }: SubscriberDraft): boolean =>
    leftAt !== undefined && returnedSince(canonical, Date.parse(leftAt) + day);

  const keepConsent = (id: number, { source, at, proof, wording }: SubscriberConsent, now: number): void =>
    void addConsent.run(id, source, at, proof ?? null, wording ?? null, now);

  /** Whether nobody has told when they agreed, so that the day of an import stands for it, and this file tells an earlier one. */
  const tellsDay = (known: Subscriber, { consent }: SubscriberDraft): boolean => {
    if (known.status !== 'active' || consent.at >= known.consent.at) return false;
    if (consent.proof === unprovenProof) return false;
    const recorded = optionalIntegerOf(findRecorded.get(known.id) ?? {}, 'recorded_at');
    const isUndated = recorded !== undefined && isoOf(recorded) === known.consent.at;
    return isUndated && known.consent.proof === undefined;
  };

  const addSubscriber = (draft: SubscriberDraft, now: number): void => {
    const { status = 'active' } = draft;
    const { address, canonical, consent } = draft;
    const details = detailsOf({ ...draft, status, joinedAt: joinedBy(draft) });
    const id = integerOf(add.get({ address, canonical, ...details }) ?? {}, 'id');
    keepConsent(id, consent, now);
    addTags(id, draft.tags);
    if (!isLeaving(draft.status)) return;
    suppress.run(canonical, status, now);
    tell(id, now, status, `${describeSince(draft.leftAt)} (${consent.source})`);
  };

  return {
    keep: (draft, now) => {
      if (!database.isTransaction) throw new Error('keep must run inside allOrNothing');
      const { canonical } = draft;
      if (findSuppression.get(canonical) !== undefined || isErased(canonical)) return 'refused';
      const row = find.get(canonical);
      if (row === undefined) {
        addSubscriber(draft, now);
        return 'added';
      }
      const known = toSubscriber(row);
      if (known.status !== 'active' && known.status !== 'pending') return 'refused';
      const leaves = isLeaving(draft.status);
      if (leaves && cameBack(draft)) return 'came back';
      const merged = merge(tellsDay(known, draft) ? withDay(known, draft) : known, draft);
      if (isDeepStrictEqual(merged, known)) return 'unchanged';
      if (merged.consent !== known.consent) keepConsent(known.id, merged.consent, now);
      update.run({ id: known.id, ...detailsOf(merged) });
      addTags(known.id, draft.tags);
      if (leaves) suppress.run(canonical, merged.status, now);
      for (const { kind, text } of describeChanges(known, merged, draft))
        tell(known.id, now, kind, `${text} (${draft.consent.source})`);
      return leaves ? 'left' : 'updated';
    },
  };
}

/** A file may give the day alone, and in the time of any place: that somebody came back must be beyond doubt. */
const day = 86_400_000;

/** What the draft leaves out stays as it was; its tags and fields come on top. It brings nobody back who has left. */
function merge(known: Subscriber, draft: SubscriberDraft): Subscriber {
  // Strangers can type an address into the form: that nobody has confirmed it takes no consent away that came from elsewhere.
  const joins = known.status === 'pending' && (draft.status ?? 'active') === 'active';
  return {
    ...known,
    ...(isLeaving(draft.status) ? { status: draft.status } : {}),
    ...(joins ? { status: 'active', consent: draft.consent, joinedAt: joinedBy(draft) } : {}),
    ...(draft.name === undefined ? {} : { name: draft.name }),
    ...(draft.firstName === undefined ? {} : { firstName: draft.firstName }),
    tags: [...new Set([...known.tags, ...draft.tags])],
    fields: { ...known.fields, ...draft.fields },
  };
}

/** They joined no later than they agreed. */
function withDay(known: Subscriber, draft: SubscriberDraft): Subscriber {
  const joinedAt = joinedBy(draft);
  return {
    ...known,
    consent: draft.consent,
    joinedAt: joinedAt < known.joinedAt ? joinedAt : known.joinedAt,
  };
}

function joinedBy({ joinedAt, consent }: SubscriberDraft): string {
  return joinedAt ?? consent.at;
}

/** What a draft has changed of a person, for their story. */
function describeChanges(
  known: Subscriber,
  merged: Subscriber,
  draft: SubscriberDraft,
): readonly { readonly kind: string; readonly text: string }[] {
  const tags = merged.tags.filter((tag) => !known.tags.includes(tag));
  const fields = Object.keys(merged.fields).filter((field) => merged.fields[field] !== known.fields[field]);
  const names = (['name', 'firstName'] as const).filter((key) => merged[key] !== known[key]);
  const consent = known.status === 'active' && merged.consent !== known.consent ? ['day of consent'] : [];
  const changed = [...names, ...fields, ...consent].join(', ');
  return [
    ...(changed === '' ? [] : [{ kind: 'updated', text: changed }]),
    ...(tags.length === 0 ? [] : [{ kind: 'tagged', text: tags.join(', ') }]),
    ...(merged.status === known.status ? [] : [{ kind: merged.status, text: describeEnd(known, draft) }]),
  ];
}

function describeEnd(known: Subscriber, { status, leftAt }: SubscriberDraft): string {
  return isLeaving(status) ? `was ${known.status}; ${describeSince(leftAt)}` : `was ${known.status}`;
}

type Details = Pick<Subscriber, 'name' | 'firstName' | 'status' | 'fields' | 'joinedAt'>;

function detailsOf({ name, firstName, status, fields, joinedAt }: Details) {
  return {
    name: name ?? null,
    firstName: firstName ?? null,
    status,
    fields: JSON.stringify(fields),
    joinedAt,
  };
}
