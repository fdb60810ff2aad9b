import type { Subscriber } from './subscriber.ts';

/** Why somebody who was named is not mailed, for people; nothing when they are. */
export function whyNotMailed(subscriber: Subscriber | undefined): string | undefined {
  switch (subscriber?.status) {
    case 'active':
      return undefined;
    case 'pending':
      return 'has not confirmed yet';
    case 'unsubscribed':
      return 'has unsubscribed';
    case 'suppressed':
      return 'is suppressed';
    case 'erased':
      return 'was erased from the list';
    case undefined:
      return 'is not on the list: the address left or was erased before';
  }
}
