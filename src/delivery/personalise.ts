import type { Edition, Slot, Slotted } from '../render/edition.ts';
import type { Recipient } from './recipient.ts';

/** Where text goes decides how a person's own words are escaped. */
export type Escaping = 'html' | 'none';

/**
 * Fills an edition's slots for one person. A recipient's words are never markup: for HTML they are escaped for text
 * and for attributes alike.
 *
 * @param url the site's, without a slash at its end; unsubscribe links stand below it
 * @throws Error when a slot has neither a value nor a fallback; `findUnfillable` finds those before the first message.
 */
export function fillSlots(
  slotted: Slotted,
  recipient: Recipient,
  { url, escape: escaping }: { url: string; escape: Escaping },
): string {
  const write = escaping === 'html' ? escapeHtml : (text: string): string => text;
  const parts = slotted.map((part) => {
    if (typeof part === 'string') return part;
    const value = fillingOf(part, recipient, url);
    if (value === undefined)
      throw new Error(`${recipient.address} has no ${part.tag}, and the tag has no fallback`);
    return write(value);
  });
  return parts.join('');
}

function fillingOf(slot: Slot, recipient: Recipient, url: string): string | undefined {
  if (slot.tag === 'unsubscribeUrl') return unsubscribeUrl(recipient, url);
  return valueFor(slot, recipient) ?? slot.fallback;
}

/**
 * The bytes in UTF-8 of the HTML of the recipient for whom it is longest. An unfilled slot counts nothing; without a
 * recipient what is the same for all is counted.
 */
export function longestFilled(html: Slotted, recipients: Iterable<Recipient>, url: string): number {
  const fixed = html.filter((part) => typeof part === 'string').join('');
  const slots = html.filter((part) => typeof part !== 'string');
  let longest = 0;
  for (const recipient of recipients) {
    const filled = slots.map((slot) => escapeHtml(fillingOf(slot, recipient, url) ?? ''));
    longest = Math.max(longest, Buffer.byteLength(filled.join('')));
  }
  return Buffer.byteLength(fixed) + longest;
}

/** The person's own address for leaving the list. */
export function unsubscribeUrl({ unsubscribeToken }: Recipient, url: string): string {
  return `${url}/unsubscribe/${unsubscribeToken}`;
}

/** A merge tag that some recipients cannot fill. */
export interface UnfillableTag {
  readonly tag: string;
  readonly count: number;
  /** The address of one of them. */
  readonly example: string;
}

/** Every tag without a fallback for which somebody has no value. */
export function findUnfillable(edition: Edition, recipients: Iterable<Recipient>): readonly UnfillableTag[] {
  const bare = [...edition.subject, ...edition.html, ...edition.text].filter(isBareSlot);
  const byTag = new Map(bare.map((slot) => [slot.tag, slot]));
  const found = new Map<string, UnfillableTag>();
  for (const recipient of recipients) {
    for (const [tag, slot] of byTag) {
      if (valueFor(slot, recipient) !== undefined) continue;
      const { count, example } = found.get(tag) ?? { count: 0, example: recipient.address };
      found.set(tag, { tag, count: count + 1, example });
    }
  }
  return [...found.values()];
}

function isBareSlot(part: string | Slot): part is Slot {
  return typeof part !== 'string' && part.fallback === undefined && part.tag !== 'unsubscribeUrl';
}

/** An empty value counts as none. */
function valueFor({ tag }: Slot, recipient: Recipient): string | undefined {
  const own: Readonly<Record<string, string | undefined>> = {
    name: recipient.name,
    firstName: recipient.firstName,
    email: recipient.address,
  };
  const field = tag.replace(/^fields\./, '');
  const value =
    tag.startsWith('fields.') && Object.hasOwn(recipient.fields, field) ? recipient.fields[field] : own[tag];
  return value === '' ? undefined : value;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
