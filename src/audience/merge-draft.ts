import type { Subscriber, SubscriberDraft } from './subscriber.ts';

/**
 * A person as they are known, with what a new draft says of them. The draft's names and fields win where it has any,
 * tags add up; the address as first typed, the status and the first consent stay.
 */
export function mergeDraft(known: Subscriber, draft: SubscriberDraft): Subscriber {
  return {
    ...known,
    ...(draft.name === undefined ? {} : { name: draft.name }),
    ...(draft.firstName === undefined ? {} : { firstName: draft.firstName }),
    tags: [...new Set([...known.tags, ...draft.tags])],
    fields: { ...known.fields, ...draft.fields },
  };
}
