import { expect, it } from 'vitest';
import { type GatheredAudience, gatherAudience } from '../../src/audience/gather-audience.ts';
import { shelveSubscribers } from '../../src/audience/import-subscribers.ts';
import { everybody, importCsv, rowsOf, store } from './fresh-store.ts';
import { noon } from './samples.ts';

interface Gathering {
  readonly dryRun?: boolean;
  readonly approve?: (audience: GatheredAudience) => void;
}

async function gather(
  lines: readonly string[],
  { dryRun = false, ...others }: Gathering = {},
): Promise<GatheredAudience> {
  const list = await shelveSubscribers(rowsOf(lines), store);
  try {
    return gatherAudience(store, { list, dryRun, now: noon, ...others });
  } finally {
    list.shelf.close();
  }
}

const addressesOf = ({ recipients }: GatheredAudience): string[] => recipients.map(({ address }) => address);

it('is everybody who is active where no list was named', async () => {
  await importCsv(['email,status', 'ann@example.com,', 'una@example.com,unsubscribed']);
  const audience = gatherAudience(store, { list: undefined, dryRun: false, now: noon });
  expect([addressesOf(audience), audience.excluded]).toEqual([['ann@example.com'], []]);
});

it('makes subscribers of the people on a list, and leaves out whoever else is on file', async () => {
  await importCsv(['email', 'ann@example.com']);
  expect(addressesOf(await gather(['email', 'bob@example.com']))).toEqual(['bob@example.com']);
  expect(everybody().map(({ address }) => address)).toEqual(['ann@example.com', 'bob@example.com']);
});

it('names those who are left out by what stood in their row, with its line', async () => {
  await importCsv(['email,status', 'una@example.com,unsubscribed']);
  const { excluded } = await gather(['email', 'una@example.com', 'nobody', 'bob@example.com']);
  expect(excluded).toEqual([
    { address: 'una@example.com', reason: 'has unsubscribed' },
    { address: 'nobody', reason: 'cannot be read in line 3: the address has no @' },
  ]);
});

it('keeps nobody in a dry run, and nobody whom the caller does not approve of', async () => {
  expect(addressesOf(await gather(['email', 'bob@example.com'], { dryRun: true }))).toEqual([
    'bob@example.com',
  ]);
  const approve = ({ recipients }: GatheredAudience): void => {
    throw new Error(`${recipients.length} is too many`);
  };
  await expect(gather(['email', 'bob@example.com'], { approve })).rejects.toThrow('1 is too many');
  expect(everybody()).toEqual([]);
});
