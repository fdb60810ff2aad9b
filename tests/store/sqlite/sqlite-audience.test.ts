import type { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, it } from 'vitest';
import type { AudienceStore, KeepResult } from '../../../src/audience/audience-store.ts';
import { exportSubscribers } from '../../../src/audience/csv/export-subscribers.ts';
import type { SubscriberDraft } from '../../../src/audience/subscriber.ts';
import { erasureHash } from '../../../src/store/sqlite/erasure-hash.ts';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { createAudienceStore } from '../../../src/store/sqlite/sqlite-audience.ts';
import { createInboxStore } from '../../../src/store/sqlite/sqlite-inbox.ts';
import { createSubscriberRecords } from '../../../src/store/sqlite/subscriber-records.ts';
import { draft, noon } from './samples.ts';

let database: DatabaseSync;
let audience: AudienceStore;
beforeEach(() => {
  database = openDatabase(':memory:');
  audience = createAudienceStore(database);
});

const keep = (...drafts: readonly SubscriberDraft[]): KeepResult[] =>
  audience.allOrNothing(() => drafts.map((each) => audience.keep(each, noon)));
const namesOf = (status?: 'active' | 'unsubscribed'): string[] =>
  [...audience.list(status === undefined ? {} : { status })].map(({ canonical }) => canonical);

it('adds a person as active, with all that the draft says and its consent', () => {
  const full = draft('Ann', {
    name: 'Ann Lee',
    firstName: 'Ann',
    tags: ['hiring', 'cork'],
    fields: { city: 'Cork' },
    consent: { source: 'form', at: '2026-01-02T03:04:05Z', proof: 'ticked the box' },
  });
  expect(keep(full)).toEqual(['added']);
  expect(audience.find(full.canonical)).toEqual({
    ...full,
    id: 1,
    status: 'active',
    joinedAt: '2026-01-02T03:04:05Z',
    tags: ['cork', 'hiring'],
  });
});

it('merges a second draft: new values win, what it leaves out stays, the address stays as it was typed', () => {
  keep(
    draft('Ann', { name: 'Ann', firstName: 'Ann', tags: ['hiring'], fields: { city: 'Cork', team: 'Core' } }),
  );
  const again = draft('ANN', {
    name: 'Ann Lee',
    tags: ['speaker'],
    fields: { city: 'Galway' },
    consent: { source: 'other.csv', at: '2026-02-01T00:00:00Z' },
  });
  expect(keep(again)).toEqual(['updated']);
  expect(audience.find(again.canonical)).toMatchObject({
    address: 'Ann@Example.com',
    name: 'Ann Lee',
    firstName: 'Ann',
    tags: ['hiring', 'speaker'],
    fields: { city: 'Galway', team: 'Core' },
    consent: { source: 'list.csv', at: '2026-01-05T12:00:00Z' },
  });
});

it('says when a draft brings nothing new', () => {
  const known = draft('ann', { name: 'Ann', tags: ['hiring', 'cork'], fields: { city: 'Cork' } });
  expect(keep(known, known, draft('ANN'), draft('ann', { tags: ['cork'] }))).toEqual([
    'added',
    'unchanged',
    'unchanged',
    'unchanged',
  ]);
});

it.each(['unsubscribed', 'suppressed', 'erased'])('never brings back who is %s', (status) => {
  const ann = draft('ann');
  keep(ann);
  database.prepare('UPDATE subscriber SET status = ?').run(status);
  expect(keep(draft('ann', { name: 'Ann' }))).toEqual(['refused']);
  expect(audience.find(ann.canonical)?.name).toBeUndefined();
});

it('makes a pending person active, by the consent of the file: a stranger may have typed their address', () => {
  const ann = draft('ann', { status: 'pending' });
  const consent = { source: 'own list', at: '2026-02-01T00:00:00Z' };
  keep(ann);
  expect(keep(draft('ann', { status: 'pending', name: 'Ann' }))).toEqual(['updated']);
  expect(audience.find(ann.canonical)?.status).toBe('pending');
  expect(keep(draft('ann', { consent }), draft('ann', { consent }))).toEqual(['updated', 'unchanged']);
  expect(audience.find(ann.canonical)).toMatchObject({ status: 'active', consent, joinedAt: consent.at });
  expect(createSubscriberRecords(database).storyOf(ann.canonical)).toMatchObject({
    consents: [{ source: 'list.csv' }, { source: 'own list' }],
    events: [{ kind: 'updated' }, { kind: 'active', text: 'was pending (own list)' }],
  });
});

it('refuses an address that is suppressed, whether or not it ever joined', () => {
  keep(draft('ann'));
  database.exec(
    `INSERT INTO suppression VALUES ('ann@example.com', 'bounced', 0), ('bob@example.com', 'complained', 0)`,
  );
  expect(keep(draft('ann', { name: 'Ann' }), draft('bob'))).toEqual(['refused', 'refused']);
  expect(namesOf()).toEqual(['ann@example.com']);
});

it('recognises who was erased by a hash that needs the secret', () => {
  const ann = draft('ann');
  database.prepare('INSERT INTO erasure VALUES (?, 0)').run(erasureHash(audience.secret)(ann.canonical));
  expect(keep(ann, draft('bob'))).toEqual(['refused', 'added']);
  expect(erasureHash(new Uint8Array(32))(ann.canonical)).not.toEqual(
    erasureHash(audience.secret)(ann.canonical),
  );
});

it('keeps nothing of a list when one row throws', () => {
  expect(() =>
    audience.allOrNothing(() => {
      audience.keep(draft('ann', { tags: ['hiring'] }), noon);
      throw new Error('row 2 is broken');
    }),
  ).toThrow('row 2 is broken');
  expect(namesOf()).toEqual([]);
  expect(keep(draft('ann'))).toEqual(['added']);
});

it('refuses to keep outside of allOrNothing', () => {
  expect(() => audience.keep(draft('ann'), noon)).toThrow(/allOrNothing/);
  expect(namesOf()).toEqual([]);
});

it('lists everybody in the order in which they joined, or those of one status', () => {
  const many = Array.from({ length: 1_001 }, (_, index) => draft(`reader${1_000 - index}`));
  keep(...many);
  database.exec(
    `UPDATE subscriber SET status = 'unsubscribed' WHERE canonical IN ('reader7@example.com', 'reader900@example.com')`,
  );
  expect(namesOf()).toEqual(many.map(({ canonical }) => canonical));
  expect(namesOf('unsubscribed')).toEqual(['reader900@example.com', 'reader7@example.com']);
  expect(namesOf('active')).toHaveLength(999);
});

it('never rewrites a consent', () => {
  keep(draft('ann'));
  expect(() => database.exec(`UPDATE consent SET source = 'forged'`)).toThrow(/append-only/);
});

it('has a secret of 32 bytes that stays the same', () => {
  expect(audience.secret).toHaveLength(32);
  expect(createAudienceStore(database).secret).toEqual(audience.secret);
});

it('takes a leaver from a file as one, known or new, and suppresses their address from then on', () => {
  keep(draft('ann'));
  expect(keep(draft('ann', { status: 'unsubscribed' }), draft('bob', { status: 'suppressed' }))).toEqual([
    'left',
    'added',
  ]);
  expect(database.prepare('SELECT canonical, reason, at FROM suppression ORDER BY canonical').all()).toEqual([
    { canonical: 'ann@example.com', reason: 'unsubscribed', at: noon },
    { canonical: 'bob@example.com', reason: 'suppressed', at: noon },
  ]);
  expect(namesOf('unsubscribed')).toEqual(['ann@example.com']);
  expect(keep(draft('ann', { status: 'active' }))).toEqual(['refused']);
});

it('puts drafts aside in their order, one an address, without a transaction', () => {
  const shelf = audience.setAside();
  const shelved = [draft('bob'), draft('ann', { tags: ['hiring'] }), draft('BOB')].map((each, index) => ({
    line: index + 2,
    draft: each,
  }));
  shelf.addAll(shelved);
  expect(shelf.leaveOneEach()).toEqual([
    { line: 4, address: 'BOB@Example.com', firstLine: 2, leaves: false },
  ]);
  expect([...shelf.people()].map(({ canonical }) => canonical)).toEqual([
    'bob@example.com',
    'ann@example.com',
  ]);
  expect([database.isTransaction, namesOf()]).toEqual([false, []]);
  expect([...audience.setAside().people()]).toEqual([]);
  shelf.close();
});

function eventsOf(of: DatabaseSync): unknown[] {
  return of
    .prepare(
      'SELECT canonical, kind, text FROM subscriber_event JOIN subscriber ON subscriber.id = subscriber_id',
    )
    .all()
    .map((row) => ({ ...row }))
    .toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
}

it('keeps a shelf as it would keep each of its drafts', () => {
  const known = [draft('ann', { name: 'Ann' }), draft('bob'), draft('una', { status: 'unsubscribed' })];
  const shelved = [
    draft('zoe', { tags: ['cork', 'hiring'], fields: { city: 'Cork' }, name: 'Zoe Lee', firstName: 'Zoe' }),
    draft('una'),
    draft('ann', { name: 'Ann Lee', tags: ['speaker'] }),
    draft('bob'),
    draft('eve'),
    draft('sue', { status: 'suppressed', leftAt: '2024-03-01T00:00:00.000Z' }),
    draft('tom', { status: 'unsubscribed' }),
    draft('max', {
      joinedAt: '2024-01-01T00:00:00.000Z',
      consent: { source: 'form', at: '2024-02-01T00:00:00.000Z', proof: 'ticked', wording: 'yes, please' },
    }),
    draft('pat', { status: 'pending' }),
  ];
  const otherDatabase = openDatabase(':memory:');
  const other = createAudienceStore(otherDatabase);
  for (const store of [audience, other])
    store.allOrNothing(() => {
      for (const each of known) store.keep(each, noon);
    });
  const forget = (store: AudienceStore): Uint8Array => erasureHash(store.secret)(draft('eve').canonical);
  database.prepare('INSERT INTO erasure VALUES (?, 0)').run(forget(audience));

  const shelf = audience.setAside();
  shelf.addAll(shelved.map((each, index) => ({ line: index + 2, draft: each })));
  const kept = audience.allOrNothing(() => audience.keepShelf(shelf, noon));
  shelf.close();
  const oneByOne = other.allOrNothing(() =>
    shelved.map((each) => (each.address.startsWith('eve') ? 'refused' : other.keep(each, noon))),
  );

  expect(kept).toEqual({
    added: 5,
    updated: 1,
    unchanged: 1,
    left: 0,
    cameBack: [],
    refused: [
      { line: 3, address: 'una@Example.com', canonical: 'una@example.com' },
      { line: 6, address: 'eve@Example.com', canonical: 'eve@example.com' },
    ],
  });
  expect(oneByOne.toSorted()).toEqual(
    ['added', 'added', 'added', 'added', 'added', 'refused', 'refused', 'unchanged', 'updated'].toSorted(),
  );
  const contentOf = (store: AudienceStore): unknown[] =>
    [...store.list()].map(({ id: _, ...content }) => content);
  expect(contentOf(audience)).toEqual(contentOf(other));
  expect(eventsOf(database)).toEqual(eventsOf(otherDatabase));
  expect(eventsOf(database)).toEqual(
    expect.arrayContaining([
      { canonical: 'sue@example.com', kind: 'suppressed', text: 'since 2024-03-01 (list.csv)' },
      { canonical: 'tom@example.com', kind: 'unsubscribed', text: 'before (list.csv)' },
    ]),
  );
  expect(namesOf('active').at(-1)).toBe('max@example.com');
});

it('never lists a person as active who is suppressed, whatever else is written about them', () => {
  const ann = draft('ann');
  keep(ann, draft('bob'));
  database.exec(`INSERT INTO suppression VALUES ('ann@example.com', 'bounced', 1)`);
  expect(namesOf('active')).toEqual(['bob@example.com']);
  expect(audience.find(ann.canonical)?.status).toBe('suppressed');
});

it('lists nobody as active of whom no consent is written down, and makes nobody active without one', () => {
  keep(draft('ann', { status: 'pending' }));
  database.exec(
    `INSERT INTO subscriber (address, canonical, status, fields, joined_at)
     VALUES ('bob@example.com', 'bob@example.com', 'active', '{}', '2026-01-05T12:00:00Z')`,
  );
  expect(namesOf('active')).toEqual([]);
  database.exec(`UPDATE subscriber SET status = 'active' WHERE canonical = 'ann@example.com'`);
  expect(namesOf('active')).toEqual(['ann@example.com']);
  database.exec(`UPDATE subscriber SET status = 'pending' WHERE canonical = 'bob@example.com'`);
  const activate = `UPDATE subscriber SET status = 'active' WHERE canonical = 'bob@example.com'`;
  expect(() => database.exec(activate)).toThrow('nobody is active without a consent');
});

it('shows and exports the stronger of two reasons, and whoever is kept away without having been on the list', () => {
  keep(draft('ann'), draft('una'));
  const records = createSubscriberRecords(database);
  const inbox = createInboxStore(database);
  const zoe = draft('zoe').canonical;
  audience.allOrNothing(() => {
    for (const { canonical } of [draft('ann'), draft('una')]) records.unsubscribe(canonical, 'by hand', noon);
    inbox.suppress(draft('ann').canonical, 'abuse', noon);
    records.unsubscribe(zoe, 'by hand', noon);
    inbox.suppress(draft('yan').canonical, 'abuse', noon);
  });
  const rows = [...exportSubscribers(audience)].join('').split('\n').slice(1, -1);
  expect(rows.map((row) => row.split(',').filter((_, at) => at === 0 || at === 4))).toEqual([
    ['ann@Example.com', 'suppressed'],
    ['una@Example.com', 'unsubscribed'],
    ['yan@example.com', 'suppressed'],
    ['zoe@example.com', 'unsubscribed'],
  ]);
  expect([...audience.list({ status: 'suppressed' })].map(({ canonical }) => canonical)).toEqual([
    'ann@example.com',
  ]);
});
