import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { parseAddress } from '../../../src/audience/parse-address.ts';
import type { SignUpRequest, SignUpStore } from '../../../src/audience/sign-up-store.ts';
import { keyName } from '../../../src/audience/signed-token.ts';
import { DatabaseError } from '../../../src/store/sqlite/database-error.ts';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { createAudienceStore } from '../../../src/store/sqlite/sqlite-audience.ts';
import { createInboxStore } from '../../../src/store/sqlite/sqlite-inbox.ts';
import { createSignUpStore } from '../../../src/store/sqlite/sqlite-sign-ups.ts';
import { renewTokenSecret } from '../../../src/store/sqlite/token-secrets.ts';

const noon = Date.UTC(2026, 0, 5, 12);

function requestOf(text: string): SignUpRequest {
  const parsed = parseAddress(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return {
    address: parsed.address,
    canonical: parsed.canonical,
    topics: ['hiring'],
    wording: 'you get a mail',
  };
}

const ann = requestOf('ann@example.com');

it.each([
  ['removed', 'DELETE FROM subscriber'],
  ['marked as erased', `UPDATE subscriber SET status = 'erased'`],
])('keeps nothing of what somebody asked who is %s', async (_, erase) => {
  using database = openDatabase(':memory:');
  const store = createSignUpStore(database, async () => {});
  await store.ask({ ...ann, name: 'Ann' }, noon);
  database.exec(erase);
  expect(database.prepare('SELECT * FROM sign_up').all()).toEqual([]);
  expect(await store.takeDue(noon)).toBeUndefined();
});

it('forgets nobody who was known before they asked, or has asked again since', async () => {
  using database = openDatabase(':memory:');
  const store = createSignUpStore(database, async () => {});
  const known = requestOf('known@example.com');
  const audience = createAudienceStore(database);
  const consent = { source: 'list.csv', at: new Date(noon).toISOString() };
  audience.allOrNothing(() =>
    audience.keep({ ...known, tags: [], fields: {}, status: 'pending', consent }, noon),
  );
  const again = requestOf('again@example.com');
  for (const request of [known, again, ann]) await store.ask(request, noon);
  const later = noon + 8 * 86_400_000;
  await store.ask(again, later);
  expect(await store.forgetLate(later)).toBe(1);
  expect([...audience.list()].map(({ address }) => address)).toEqual([
    'known@example.com',
    'again@example.com',
  ]);
});

it('takes a used link of somebody who has left since for one that is over', async () => {
  using database = openDatabase(':memory:');
  const store = createSignUpStore(database, async () => {});
  await store.ask(ann, noon);
  expect(await store.confirm(1, noon)).toBe('open');
  expect([store.lookAt(1, noon), await store.confirm(1, noon)]).toEqual(['confirmed', 'confirmed']);
  await store.leave(1, 'page', noon);
  expect([store.lookAt(1, noon), await store.confirm(1, noon)]).toEqual(['late', 'late']);
  expect(createAudienceStore(database).find(ann.canonical)?.status).toBe('unsubscribed');
});

it.each([
  ['left, and meant it', 'late', (store: SignUpStore) => store.leave(1, 'page', noon + 1)],
  ['left before they asked', 'open', (store: SignUpStore) => store.leave(1, 'page', noon - 1)],
])('takes a link of somebody who %s for one that is %s', async (_, standing, leave) => {
  using database = openDatabase(':memory:');
  const store = createSignUpStore(database, async () => {});
  const audience = createAudienceStore(database);
  const consent = { source: 'list.csv', at: new Date(noon).toISOString() };
  audience.allOrNothing(() => audience.keep({ ...ann, name: 'Ann', tags: [], fields: {}, consent }, noon));
  await store.ask({ ...ann, name: 'Mallory' }, noon);
  await leave(store);
  expect([store.lookAt(1, noon + 2), await store.confirm(1, noon + 2)]).toEqual([standing, standing]);
  expect(audience.find(ann.canonical)).toMatchObject({
    name: 'Ann',
    status: standing === 'late' ? 'unsubscribed' : 'active',
  });
});

it('takes none of two names that were typed before somebody confirmed', async () => {
  using database = openDatabase(':memory:');
  const store = createSignUpStore(database, async () => {});
  const audience = createAudienceStore(database);
  await store.ask({ ...ann, name: 'some joke' }, noon);
  await store.ask({ ...ann, name: 'Ann' }, noon + 1);
  await store.confirm(1, noon + 2);
  expect(audience.find(ann.canonical)?.name).toBeUndefined();
  const bob = requestOf('bob@example.com');
  await store.ask({ ...bob, name: 'Bob' }, noon);
  await store.ask({ ...bob, name: 'Bob' }, noon + 1);
  await store.confirm(2, noon + 2);
  expect(audience.find(bob.canonical)?.name).toBe('Bob');
});

it('keeps the name by which a file knew somebody who confirms by the form, with another or without one', async () => {
  using database = openDatabase(':memory:');
  const store = createSignUpStore(database, async () => {});
  const audience = createAudienceStore(database);
  const consent = { source: 'list.csv', at: new Date(noon).toISOString() };
  const [bob, cyd] = [requestOf('bob@example.com'), requestOf('cyd@example.com')];
  audience.allOrNothing(() => {
    for (const each of [bob, cyd])
      audience.keep({ ...each, name: 'known', status: 'pending', tags: [], fields: {}, consent }, noon);
  });
  await store.ask(bob, noon);
  await store.ask({ ...cyd, name: 'some joke' }, noon);
  for (const id of [1, 2]) expect(await store.confirm(id, noon)).toBe('open');
  expect([audience.find(bob.canonical)?.name, audience.find(cyd.canonical)?.name]).toEqual([
    'known',
    'known',
  ]);
});

it('believes no name before the address is confirmed', async () => {
  using database = openDatabase(':memory:');
  const store = createSignUpStore(database, async () => {});
  await store.ask({ ...ann, name: 'Ann' }, noon);
  expect(createAudienceStore(database).find(ann.canonical)?.name).toBeUndefined();
  await store.confirm(1, noon);
  expect(createAudienceStore(database).find(ann.canonical)?.name).toBe('Ann');
});

it('lets nobody who knows the address change the name of somebody on the list', async () => {
  using database = openDatabase(':memory:');
  const store = createSignUpStore(database, async () => {});
  const audience = createAudienceStore(database);
  await store.ask({ ...ann, name: 'Ann' }, noon);
  await store.confirm(1, noon);
  await store.ask({ ...ann, name: 'your bank' }, noon);
  expect(await store.confirm(2, noon)).toBe('open');
  expect(audience.find(ann.canonical)?.name).toBe('Ann');
});

it('does not bring back by the form who complained, though they had left before', async () => {
  using database = openDatabase(':memory:');
  const store = createSignUpStore(database, async () => {});
  const inbox = createInboxStore(database);
  await store.ask(ann, noon);
  await store.confirm(1, noon);
  await store.leave(1, 'one click', noon);
  expect(inbox.suppress(ann.canonical, 'abuse', noon)).toBe(true);
  expect(inbox.suppress(ann.canonical, 'abuse', noon)).toBe(false);
  await store.leave(1, 'page', noon);
  await store.ask(ann, noon);
  expect(await store.takeDue(noon)).toBeUndefined();
});

it.each([
  ['does not bring back who had left: there may have been a complaint', 'unsubscribed', undefined],
  ['lets come back by the form whose mail came back here', 'no such address: 5.1.1', 1],
])('of whom a file calls suppressed, %s', async (_, reason, signUpId) => {
  using database = openDatabase(':memory:');
  const store = createSignUpStore(database, async () => {});
  const audience = createAudienceStore(database);
  const { address, canonical } = ann;
  const consent = { source: 'list.csv', at: new Date(noon).toISOString() };
  const draft = { address, canonical, tags: [], fields: {}, consent } as const;
  audience.allOrNothing(() => audience.keep(draft, noon));
  database.prepare('INSERT INTO suppression VALUES (?, ?, 0)').run(canonical, reason);
  const shelf = audience.setAside();
  shelf.addAll([{ line: 2, draft: { ...draft, status: 'suppressed' } }]);
  expect(audience.allOrNothing(() => audience.keepShelf(shelf, noon)).refused).toHaveLength(1);
  shelf.close();
  await store.ask(ann, noon);
  expect((await store.takeDue(noon))?.signUpId).toBe(signUpId);
});

it('tries again while another process writes, and gives up in the end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'penny-locked-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'penny.db');
  using other = openDatabase(path);
  using database = openDatabase(path, { patience: 0 });
  let waits = 0;
  const store = createSignUpStore(database, async () => {
    waits += 1;
    if (waits === 3) other.exec('COMMIT');
  });
  other.exec('BEGIN IMMEDIATE');
  await store.ask(ann, noon);
  expect(waits).toBe(3);
  expect((await store.takeDue(noon))?.address).toBe('ann@example.com');

  other.exec('BEGIN IMMEDIATE');
  await expect(store.ask(requestOf('bob@example.com'), noon)).rejects.toThrow(DatabaseError);
  other.exec('ROLLBACK');
  expect(waits).toBeGreaterThan(900);
});

it('signs new links with a new key, of a name of its own, and knows erased addresses by the first one', () => {
  using database = openDatabase(':memory:');
  const before = createAudienceStore(database);
  expect(before.tokenSecret).toEqual(before.secret);
  for (let times = 0; times < 3; times += 1) renewTokenSecret(database);
  const after = createAudienceStore(database);
  expect(after.secret).toEqual(before.secret);
  const secrets = createSignUpStore(database, async () => {}).secrets();
  expect(secrets).toHaveLength(4);
  expect(secrets[0]).toEqual(after.tokenSecret);
  expect(secrets[3]).toEqual(before.secret);
  expect(new Set(secrets.map((secret) => keyName(secret).toString('hex'))).size).toBe(4);
});

const day = 86_400_000;

it('forgets whoever asked twice and never confirmed', async () => {
  using database = openDatabase(':memory:');
  const store = createSignUpStore(database, async () => {});
  await store.ask(ann, noon);
  await store.ask(ann, noon + 3 * day);
  for (let at = noon + 4 * day; at < noon + 12 * day; at += day / 2) await store.forgetLate(at);
  expect([...createAudienceStore(database).list()]).toEqual([]);
});

it('lets somebody who left after they had asked ask again at once', async () => {
  using database = openDatabase(':memory:');
  const store = createSignUpStore(database, async () => {});
  await store.ask(ann, noon);
  await store.takeDue(noon);
  await store.leave(1, 'page', noon + 1_000);
  expect(store.lookAt(1, noon + 2_000)).toBe('late');
  await store.ask(ann, noon + 3_000);
  expect(await store.takeDue(noon + 3_000)).toMatchObject({ signUpId: 2 });
  await store.ask(ann, noon + 4_000);
  expect(await store.takeDue(noon + 4_000)).toBeUndefined();
});

it.each([
  ['complained', `INSERT INTO suppression VALUES ('ann@example.com', 'complaint: abuse', ${noon + 1})`],
  ['left', `INSERT INTO suppression VALUES ('ann@example.com', 'unsubscribed', ${noon + 1})`],
])('mails nobody a link who %s since they asked', async (_, sql) => {
  using database = openDatabase(':memory:');
  const store = createSignUpStore(database, async () => {});
  await store.ask(ann, noon);
  await store.ask(requestOf('bo@example.com'), noon + 1);
  database.exec(sql);
  expect(await store.takeDue(noon + 2)).toMatchObject({ address: 'bo@example.com' });
  expect(await store.takeDue(noon + 2)).toBeUndefined();
});

it('calls somebody who was kept away at their wish unsubscribed, also when their address is typed into the form', async () => {
  using database = openDatabase(':memory:');
  const store = createSignUpStore(database, async () => {});
  database.exec(`INSERT INTO suppression VALUES ('ann@example.com', 'unsubscribed', ${noon - 1})`);
  await store.ask(ann, noon);
  expect([...createAudienceStore(database).list()]).toMatchObject([{ status: 'unsubscribed' }]);
});
