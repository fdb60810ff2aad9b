import type { Subscriber } from '../audience/subscriber.ts';
import { safe } from './safe-text.ts';
import { formatTable } from './table.ts';

/** A list, and how many they are. */
export function formatSubscribers(subscribers: readonly Subscriber[]): string {
  if (subscribers.length === 0) return 'nobody is on this list';
  const rows = subscribers.map(({ address, name, status, tags }) => [
    safe(address),
    safe(name ?? ''),
    status,
    safe(tags.join(', ')),
  ]);
  return `${formatTable([['address', 'name', 'status', 'tags'], ...rows])}\n${countOf(subscribers.length)}`;
}

/** Those who were erased: nobody can list them. */
export function formatErasedCount(erased: number): string {
  if (erased === 0) return 'nobody was erased';
  const were =
    erased === 1
      ? '1 address was erased; a keyed hash is left, which names nobody'
      : `${erased} addresses were erased; keyed hashes are left, which name nobody`;
  return `${were}\n  hint: penny subscribers show ADDRESS says whether an address was erased`;
}

function countOf(people: number): string {
  return people === 1 ? '1 person' : `${people} people`;
}

/** What became of one person who was typed. */
export function formatAdded(address: string, { result, name, firstName }: AddedPerson): string {
  const told =
    result === 'unchanged'
      ? `${safe(address)} is on the list already, with all of that`
      : `${safe(address)} was ${result}`;
  const isOfAnother = name !== undefined && firstName !== undefined && !name.includes(firstName);
  return isOfAnother
    ? `${told}\n  hint: mails greet them as ${safe(firstName)}: --first-name changes that`
    : told;
}

interface AddedPerson {
  readonly result: string;
  readonly name: string | undefined;
  readonly firstName: string | undefined;
}

interface PersonResult {
  readonly address: string;
  readonly result: string;
  /** An address on the list that is nearly the same. */
  readonly meant?: string;
}

export function formatLeavers(people: readonly PersonResult[]): string {
  return people.flatMap((person) => [formatLeaver(person), ...formatMeant(person)]).join('\n');
}

function formatLeaver({ address, result }: PersonResult): string {
  if (result === 'left before') return `${safe(address)} had left before`;
  if (result !== 'not on the list') return `${safe(address)} is unsubscribed, and no import brings them back`;
  return `${safe(address)} was not on the list, and no import brings it in`;
}

function formatMeant({ meant }: PersonResult): string[] {
  return meant === undefined ? [] : [`  hint: did you mean ${safe(meant)}? They are still mailed`];
}

/** Whom nothing is known of any more, and what a person still has to do for it. */
export function formatErasures(
  people: readonly PersonResult[],
  { rewritten, traces }: { readonly rewritten: boolean; readonly traces: Traces },
): string {
  const sentences: Readonly<Record<string, string>> = {
    erased: 'is erased; a keyed hash keeps the address from coming back',
    'erased before': 'was erased before',
    'not on the list': 'was not on the list; a keyed hash keeps the address from coming in',
  };
  return [
    ...people.flatMap((person) => [
      `${safe(person.address)} ${sentences[person.result] ?? person.result}`,
      ...formatMeant(person),
    ]),
    ...(rewritten
      ? []
      : ['the database is in use, and its files may still hold traces: run this again when nothing else is']),
    ...traces.found.map((path) => `${safe(path)} still holds the address`),
    ...traces.unread.map((path) => `${safe(path)} cannot be read, and may hold it`),
    traces.found.length + traces.unread.length > 0
      ? '  hint: delete these files, or take the person out of them; and out of what you exported elsewhere'
      : '  hint: what you exported or imported elsewhere is yours to delete',
  ].join('\n');
}

/** Files outside of the database. */
interface Traces {
  readonly found: readonly string[];
  readonly unread: readonly string[];
}

interface TaggedPerson {
  readonly address: string;
  readonly tags: readonly string[];
  readonly changed: boolean;
}

export function formatTagged(people: readonly TaggedPerson[]): string {
  return people
    .map(({ address, tags, changed }) => {
      const list = tags.length === 0 ? 'no tags' : safe(tags.join(', '));
      return `${safe(address)}: ${list}${changed ? '' : ' (as before)'}`;
    })
    .join('\n');
}
