import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { AudienceStore } from '../../audience/audience-store.ts';
import type { Subscriber, SubscriberDraft } from '../../audience/subscriber.ts';
import { hashErased } from './erasure-hash.ts';
import { integerOf } from './read-row.ts';
import { selectSubscriber, toSubscriber } from './read-subscriber.ts';

/** The statements that add a person, or merge what a file says into what is known. */
export function prepareKeep(database: DatabaseSync, secret: Uint8Array): Pick<AudienceStore, 'keep'> {
  const find = database.prepare(`${selectSubscriber} WHERE canonical = ?`);
  const findRefusal = database.prepare(
    `SELECT 1 FROM suppression WHERE canonical = :canonical UNION ALL SELECT 1 FROM erasure WHERE hash = :hash`,
  );
  const add = database.prepare(
    `INSERT INTO subscriber (address, canonical, name, first_name, status, fields, joined_at)
     VALUES (:address, :canonical, :name, :firstName, 'active', :fields, :joinedAt) RETURNING id`,
  );
  const addConsent = database.prepare(
    'INSERT INTO consent (subscriber_id, source, at, proof) VALUES (?, ?, ?, ?)',
  );
  const addTag = database.prepare(
    'INSERT INTO subscriber_tag (subscriber_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const update = database.prepare(
    'UPDATE subscriber SET name = :name, first_name = :firstName, fields = :fields WHERE id = :id',
  );

  const addTags = (id: number, tags: readonly string[]): void => {
    for (const tag of tags) addTag.run(id, tag);
  };

  const addSubscriber = (draft: SubscriberDraft): void => {
    const { address, canonical, consent } = draft;
    const id = integerOf(
      add.get({ address, canonical, ...detailsOf(draft), joinedAt: consent.at }) ?? {},
      'id',
    );
    addConsent.run(id, consent.source, consent.at, consent.proof ?? null);
    addTags(id, draft.tags);
  };

  return {
    keep: (draft) => {
      if (!database.isTransaction) throw new Error('keep must run inside allOrNothing');
      const { canonical } = draft;
      if (findRefusal.get({ canonical, hash: hashErased(canonical, secret) }) !== undefined) return 'refused';
      const row = find.get(canonical);
      if (row === undefined) {
        addSubscriber(draft);
        return 'added';
      }
      const known = toSubscriber(row);
      if (known.status !== 'active' && known.status !== 'pending') return 'refused';
      const merged = merge(known, draft);
      if (isDeepStrictEqual(merged, known)) return 'unchanged';
      update.run({ id: known.id, ...detailsOf(merged) });
      addTags(known.id, draft.tags);
      return 'updated';
    },
  };
}

/** What the draft leaves out stays as it was; its tags and fields come on top. */
function merge(known: Subscriber, draft: SubscriberDraft): Subscriber {
  return {
    ...known,
    ...(draft.name === undefined ? {} : { name: draft.name }),
    ...(draft.firstName === undefined ? {} : { firstName: draft.firstName }),
    tags: [...new Set([...known.tags, ...draft.tags])],
    fields: { ...known.fields, ...draft.fields },
  };
}

function detailsOf({ name, firstName, fields }: Pick<SubscriberDraft, 'name' | 'firstName' | 'fields'>) {
  return { name: name ?? null, firstName: firstName ?? null, fields: JSON.stringify(fields) };
}
