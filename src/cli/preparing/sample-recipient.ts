import type { Recipient } from '../../delivery/recipient.ts';
import type { Edition, Slot } from '../../render/edition.ts';

/** Somebody to look at an issue as: every tag that has no fallback is filled with its own name. */
export function sampleRecipient(address: string, edition: Edition): Recipient {
  const slots = [...edition.subject, ...edition.html, ...edition.text].filter(
    (part): part is Slot => typeof part !== 'string',
  );
  const bare = slots.filter(({ fallback }) => fallback === undefined).map(({ tag }) => tag);
  const fields = bare.filter((tag) => tag.startsWith('fields.')).map((tag) => tag.slice('fields.'.length));
  return {
    subscriberId: 0,
    address,
    canonical: address,
    ...(bare.includes('name') ? { name: 'name' } : {}),
    ...(bare.includes('firstName') ? { firstName: 'first name' } : {}),
    fields: Object.fromEntries(fields.map((field) => [field, field])),
    unsubscribeToken: 'sample',
  };
}
