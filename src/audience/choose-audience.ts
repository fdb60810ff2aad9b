import type { AudienceStore } from './audience-store.ts';
import { tokenMaker } from './signed-token.ts';
import type { Subscriber, SubscriberDraft } from './subscriber.ts';
import { whyNotMailed } from './why-not-mailed.ts';

/** Those chosen for a mailing, and those who were named and cannot be. */
export interface Audience {
  /** Read from the store each time they are walked, so that a million of them take no memory. */
  readonly members: Iterable<AudienceMember>;
  readonly excluded: readonly ExcludedMember[];
  /** Of the people of a file: how many were not on the list before, mailed or not. */
  readonly added?: number;
}

/** A person as a mailing needs them, complete: nobody looks them up again. */
export interface AudienceMember {
  readonly subscriberId: number;
  readonly address: string;
  readonly canonical: string;
  readonly name?: string;
  readonly firstName?: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly unsubscribeToken: string;
}

export interface ExcludedMember {
  readonly address: string;
  readonly reason: string;
}

type Named = Pick<SubscriberDraft, 'address' | 'canonical'>;

/** Whether somebody belongs to the part of the list that is meant. */
export type IsMeant = (subscriber: Subscriber) => boolean;

export interface Choice {
  /** People who were kept in the store before; walked more than once. */
  readonly named?: Iterable<Named>;
  readonly isMeant?: IsMeant | undefined;
}

/**
 * Chooses all active subscribers or, with `named`, those of them who were named, and of these who is meant. Whoever was
 * named and has left, or has not confirmed, is excluded with the reason: no list overrules a person.
 */
export function chooseAudience(store: AudienceStore, { named, isMeant = () => true }: Choice = {}): Audience {
  const of = (subscribers: Iterable<Subscriber>): Iterator<AudienceMember> =>
    members(Iterator.from(subscribers).filter(isMeant), store.tokenSecret);
  if (named === undefined) {
    return { members: again(() => of(store.list({ status: 'active' }))), excluded: [] };
  }
  return { members: again(() => of(find(named, store))), excluded: exclude(named, store, isMeant) };
}

/** A fresh walk for every loop. */
function again<Item>(walk: () => Iterator<Item>): Iterable<Item> {
  return { [Symbol.iterator]: walk };
}

function* members(subscribers: Iterable<Subscriber>, secret: Uint8Array): Generator<AudienceMember> {
  const makeToken = tokenMaker(secret, 'unsubscribe');
  for (const subscriber of subscribers) {
    if (whyNotMailed(subscriber) !== undefined) continue;
    const { id, address, canonical, name, firstName, fields } = subscriber;
    yield {
      subscriberId: id,
      address,
      canonical,
      ...(name === undefined ? {} : { name }),
      ...(firstName === undefined ? {} : { firstName }),
      fields,
      unsubscribeToken: makeToken(id),
    };
  }
}

function* find(named: Iterable<Named>, store: AudienceStore): Generator<Subscriber> {
  for (const { canonical } of named) {
    const subscriber = store.find(canonical);
    if (subscriber !== undefined) yield subscriber;
  }
}

function exclude(named: Iterable<Named>, store: AudienceStore, isMeant: IsMeant): ExcludedMember[] {
  const excluded: ExcludedMember[] = [];
  for (const { address, canonical } of named) {
    const subscriber = store.find(canonical);
    const reason = whyNotMailed(subscriber) ?? whyNotMeant(subscriber, isMeant);
    if (reason !== undefined) excluded.push({ address, reason });
  }
  return excluded;
}

function whyNotMeant(subscriber: Subscriber | undefined, isMeant: IsMeant): string | undefined {
  return subscriber !== undefined && !isMeant(subscriber) ? 'is not in the segment' : undefined;
}
