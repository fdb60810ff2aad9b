import type { AudienceStore } from './audience-store.ts';
import type { CanonicalAddress, Subscriber, SubscriberStatus } from './subscriber.ts';
import { makeUnsubscribeToken } from './unsubscribe-token.ts';

/** Somebody who will be mailed, with all that a message needs to know of them. */
export interface AudienceMember {
  readonly subscriberId: number;
  readonly address: string;
  readonly canonical: string;
  readonly name?: string;
  readonly firstName?: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly unsubscribeToken: string;
}

export interface Audience {
  readonly recipients: readonly AudienceMember[];
  readonly excluded: readonly { readonly address: string; readonly reason: string }[];
}

/**
 * Who gets an issue: all active subscribers, or those of them whom a file named. Who was named and is not active is
 * listed with the reason; nobody else is.
 */
export function chooseAudience(store: AudienceStore, { only }: { readonly only?: readonly CanonicalAddress[] } = {}): Audience {
  const candidates = only === undefined ? [...store.list({ status: 'active' })] : only.flatMap((canonical) => store.find(canonical) ?? []);
  return {
    recipients: candidates.filter(({ status }) => status === 'active').map((subscriber) => toMember(subscriber, store.secret)),
    excluded: candidates
      .filter(({ status }) => status !== 'active')
      .map(({ address, status }) => ({ address, reason: reasons[status] })),
  };
}

const reasons: Readonly<Record<SubscriberStatus, string>> = {
  active: '',
  pending: 'has not confirmed yet',
  unsubscribed: 'has unsubscribed',
  suppressed: 'is suppressed',
  erased: 'was erased',
};

function toMember({ id, address, canonical, name, firstName, fields }: Subscriber, secret: Uint8Array): AudienceMember {
  return {
    subscriberId: id,
    address,
    canonical,
    ...(name === undefined ? {} : { name }),
    ...(firstName === undefined ? {} : { firstName }),
    fields,
    unsubscribeToken: makeUnsubscribeToken(secret, id),
  };
}
