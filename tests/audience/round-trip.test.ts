import { expect, it } from 'vitest';
import type { AudienceStore } from '../../src/audience/audience-store.ts';
import { exportSubscribers } from '../../src/audience/csv/export-subscribers.ts';
import { readSubscriberRows } from '../../src/audience/csv/read-subscriber-rows.ts';
import { importSubscribers } from '../../src/audience/import-subscribers.ts';
import { parseAddress } from '../../src/audience/parse-address.ts';
import { type SubscriberDraft, subscriberStatuses } from '../../src/audience/subscriber.ts';
import { contentOf, newStore } from './fresh-store.ts';
import { difficultNames, noon, rowDefaults } from './samples.ts';

/** Numbers that come again with the same seed: https://en.wikipedia.org/wiki/Lehmer_random_number_generator */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** What spreadsheets, terminals and other programs have stumbled over. */
const texts = [
  ...difficultNames,
  '=HYPERLINK("https://evil.example";"hi")',
  "'=1+1",
  "''x",
  "'",
  '+49 30 555',
  '-1',
  '@sum(A1)',
  '＝1',
  'a,b;c|d',
  'say ""',
  '"',
  '1e5',
  '0049',
  'TRUE',
  '{"a": 1}',
  'ﷺ',
  '\u200eעברית',
];

/** Titles of our own columns, of other tools' exports, and of no sense at all. */
const titles = [
  'city',
  'City',
  'source',
  'Source',
  'status',
  'email',
  'Email Address',
  'tags',
  'name',
  'First Name',
  'Last Name',
  'consented at',
  'fields.city',
  'active_subscription',
  'email_disabled',
  'utm_source',
  'referring_site',
  'subscription_tier',
  'LEID',
  'EUID',
  'E-mail 1 - Value',
  'joined at',
  '=1+1',
  '__proto__',
  'constructor',
  '李',
];

const tags = ['hiring', 'cork', 'C++', '=tag', "'tag'", 'two words', '李', '* all'];
const statuses = subscriberStatuses.filter((status) => status !== 'erased');

function draftOf(person: number, next: (below: number) => number): SubscriberDraft {
  const parsed = parseAddress(`${['reader', '=r', "o'r", '+r', 'jürgen'][next(5)]}${person}@example.com`);
  if ('problem' in parsed) throw new Error(parsed.problem);
  const pick = <Item>(items: readonly Item[]): Item => items[next(items.length)] as Item;
  const some = <Item>(items: readonly Item[]): Item[] => items.filter(() => next(3) === 0);
  const moment = (): string => new Date(1_600_000_000_000 + next(2_000_000_000)).toISOString();
  return {
    address: parsed.address,
    canonical: parsed.canonical,
    ...(next(2) === 0 ? {} : { name: pick(texts) }),
    ...(next(2) === 0 ? {} : { firstName: pick(texts) }),
    status: pick(statuses),
    tags: some(tags),
    fields: Object.fromEntries(some(titles).map((title) => [title, pick(texts)])),
    consent: {
      source: pick(texts),
      at: moment(),
      ...(next(2) === 0 ? {} : { proof: pick(texts) }),
      ...(next(2) === 0 ? {} : { wording: pick(texts) }),
    },
    ...(next(2) === 0 ? {} : { joinedAt: moment() }),
  };
}

function fill(store: AudienceStore, seed: number): void {
  const next = numbersFrom(seed);
  store.allOrNothing(() => {
    for (let person = 0; person < 20; person += 1) store.keep(draftOf(person, next), noon);
  });
}

it.each(Array.from({ length: 40 }, (_, index) => index + 1))(
  '95: an export of list %d holds no formula, and imports again to an equal list',
  async (seed) => {
    const [store, copy] = [newStore(), newStore()];
    fill(store, seed);
    const csv = [...exportSubscribers(store)].join('');
    const rows = readSubscriberRows(Buffer.from(csv), rowDefaults);
    const report = await importSubscribers(rows, copy, { now: noon, dryRun: false });
    expect(report).toMatchObject({ added: 20, skipped: [], rejected: [] });
    expect(contentOf(copy)).toEqual(contentOf(store));
    expect([...exportSubscribers(copy)].join('')).toBe(csv);
    expect(cellsOf(csv).filter((cell) => /^[=+\-@\t\r＝＋－＠]/u.test(cell))).toEqual([]);
  },
);

function cellsOf(csv: string): string[] {
  return csv
    .slice(1)
    .split('\n')
    .flatMap((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/))
    .map((cell) => cell.replace(/^"/, ''));
}
