import { expect, it } from 'vitest';
import { type Audience, chooseAudience } from '../../src/audience/choose-audience.ts';
import { keepShelved, shelveSubscribers } from '../../src/audience/import-subscribers.ts';
import { parseAddress } from '../../src/audience/parse-address.ts';
import { rehearse } from '../../src/audience/rehearse.ts';
import { readToken } from '../../src/audience/signed-token.ts';
import type { SubscriberDraft } from '../../src/audience/subscriber.ts';
import { everybody, importCsv, rowsOf, store } from './fresh-store.ts';
import { noon } from './samples.ts';

const addressesOf = ({ members }: Audience): string[] => [...members].map(({ address }) => address);

function named(...addresses: string[]): Pick<SubscriberDraft, 'address' | 'canonical'>[] {
  return addresses.map((address) => {
    const parsed = parseAddress(address);
    if ('problem' in parsed) throw new Error(parsed.problem);
    return parsed;
  });
}

it('chooses all who are active, and nobody else', async () => {
  await importCsv([
    'email,status',
    'ann@example.com,active',
    'pat@example.com,pending',
    'una@example.com,unsubscribed',
    'sue@example.com,suppressed',
    'bob@example.com,',
  ]);
  expect(addressesOf(chooseAudience(store))).toEqual(['ann@example.com', 'bob@example.com']);
  expect(chooseAudience(store).excluded).toEqual([]);
});

it('gives each member all that a message needs', async () => {
  await importCsv(['email,name,first name,city', 'Ann@Example.com,Ann Lee,Ann,Cork', 'bob@example.com,,,']);
  const [ann, bob] = [...chooseAudience(store).members];
  expect(ann).toEqual({
    subscriberId: 1,
    address: 'Ann@Example.com',
    canonical: 'ann@example.com',
    name: 'Ann Lee',
    firstName: 'Ann',
    fields: { city: 'Cork' },
    unsubscribeToken: expect.any(String),
  });
  expect(Object.keys(bob ?? {}).sort()).toEqual([
    'address',
    'canonical',
    'fields',
    'subscriberId',
    'unsubscribeToken',
  ]);
  expect(readToken([store.secret], 'unsubscribe', bob?.unsubscribeToken ?? '')).toBe(2);
});

it('chooses those who were named, and says why the others are left out', async () => {
  await importCsv([
    'email,status',
    'ann@example.com,active',
    'pat@example.com,pending',
    'una@example.com,unsubscribed',
    'sue@example.com,suppressed',
    'bob@example.com,active',
  ]);
  const list = named(
    'SUE@example.com',
    'bob@example.com',
    'una@example.com',
    'pat@example.com',
    'eve@example.com',
  );
  const audience = chooseAudience(store, { named: list });
  expect(addressesOf(audience)).toEqual(['bob@example.com']);
  expect(audience.excluded).toEqual([
    { address: 'SUE@example.com', reason: 'is suppressed' },
    { address: 'una@example.com', reason: 'has unsubscribed' },
    { address: 'pat@example.com', reason: 'has not confirmed yet' },
    { address: 'eve@example.com', reason: 'is not on the list: the address left or was erased before' },
  ]);
});

it('reads the members anew each time they are walked', async () => {
  const audience = chooseAudience(store);
  expect(addressesOf(audience)).toEqual([]);
  await importCsv(['email', 'ann@example.com']);
  expect([addressesOf(audience), addressesOf(audience)]).toEqual([['ann@example.com'], ['ann@example.com']]);
});

it('shows who would be mailed from a file before the file is kept', async () => {
  await importCsv(['email,status', 'una@example.com,unsubscribed']);
  const shelved = await shelveSubscribers(rowsOf(['email', 'ann@example.com', 'una@example.com']), store);
  const plan = (): { addresses: string[]; excluded: Audience['excluded'] } => {
    keepShelved(shelved, store, noon);
    const audience = chooseAudience(store, { named: [...shelved.shelf.people()] });
    return { addresses: addressesOf(audience), excluded: audience.excluded };
  };
  const expected = {
    addresses: ['ann@example.com'],
    excluded: [{ address: 'una@example.com', reason: 'has unsubscribed' }],
  };
  expect(rehearse(store, plan)).toEqual(expected);
  expect(everybody().map(({ address }) => address)).toEqual(['una@example.com']);
  expect(store.allOrNothing(plan)).toEqual(expected);
  expect(everybody()).toHaveLength(2);
  shelved.shelf.close();
});

it('passes on what fails in a rehearsal', () => {
  expect(() =>
    rehearse(store, () => {
      throw new Error('the plan is wrong');
    }),
  ).toThrow('the plan is wrong');
});
