import type { Edition, Slot, Slotted } from '../render/edition.ts';
import type { Stationery } from './mailing.ts';
import type { Recipient } from './recipient.ts';
import { toWireAddress } from './wire-address.ts';

/** Where text goes decides how a person's own words are escaped. */
export type Escaping = 'html' | 'none';

interface Filling {
  /** By `leaveBase`. */
  readonly url: string;
  readonly escape: Escaping;
}

/**
 * Fills an edition's slots for one person. A recipient's words are never markup: for HTML they are escaped for text
 * and for attributes alike.
 *
 * @param url by `leaveBase`: what unsubscribe links start with
 * @throws Error when a slot has neither a value nor a fallback; `findGaps` finds those before the first message.
 */
export function fillSlots(slotted: Slotted, recipient: Recipient, filling: Filling): string {
  return slotted
    .map((part) => (typeof part === 'string' ? part : fillSlot(part, recipient, filling)))
    .join('');
}

/** Fills one slot, as `fillSlots` does. */
export function fillSlot(slot: Slot, recipient: Recipient, { url, escape: escaping }: Filling): string {
  const value = fillingOf(slot, recipient, url);
  if (value === undefined)
    throw new Error(`${recipient.address} has no ${slot.tag}, and the tag has no fallback`);
  return escaping === 'html' ? escapeHtml(value) : value;
}

function fillingOf(slot: Slot, recipient: Recipient, url: string): string | undefined {
  if (slot.tag === 'unsubscribeUrl') return unsubscribeUrl(recipient, url);
  return valueFor(slot, recipient) ?? slot.fallback;
}

/**
 * Measures the HTML, in bytes of UTF-8, as it is for one person: an unfilled slot counts nothing. Without a person what
 * is the same for all is counted.
 */
export function measureFilled(html: Slotted, url: string): (recipient?: Recipient) => number {
  const fixed = Buffer.byteLength(html.filter((part) => typeof part === 'string').join(''));
  const slots = html.filter((part) => typeof part !== 'string');
  return (recipient) => {
    if (recipient === undefined) return fixed;
    const filled = slots.map((slot) => escapeHtml(fillingOf(slot, recipient, url) ?? ''));
    return fixed + Buffer.byteLength(filled.join(''));
  };
}

/**
 * What the addresses for leaving the list start with: the site, or a mailbox where that is the only way. In ASCII: a
 * header holds nothing else (RFC 2369 §2, RFC 3986 §2), however the site's address is written in newsletter.yaml.
 */
export function leaveBase({
  url,
  replyTo,
  unsubscribe,
}: Pick<Stationery, 'url' | 'replyTo' | 'unsubscribe'>): string {
  return unsubscribe === 'mail'
    ? `mailto:${encodeMailbox(toWireAddress(replyTo))}`
    : new URL(url).href.replace(/\/+$/, '');
}

/**
 * The person's own address for leaving the list. The mail that a `mailto:` writes holds their token, because many
 * write from another address than the one they are on the list with.
 *
 * @param base by `leaveBase`
 */
export function unsubscribeUrl({ unsubscribeToken }: Recipient, base: string): string {
  return base.startsWith('mailto:')
    ? `${base}?subject=unsubscribe%20${unsubscribeToken}`
    : `${base}/unsubscribe/${unsubscribeToken}`;
}

/** An address within a `mailto:` (RFC 6068 §2): a `?` or `&` in it would start fields of its own. */
function encodeMailbox(address: string): string {
  const at = address.lastIndexOf('@');
  return `${encodeURIComponent(address.slice(0, at))}${address.slice(at)}`;
}

/** Finds the tags without a fallback for which a person has no value. */
export function findGaps(edition: Edition): (recipient: Recipient) => readonly string[] {
  const bare = [...edition.subject, ...edition.html, ...edition.text].filter(isBareSlot);
  const slots = [...new Map(bare.map((slot) => [slot.tag, slot])).values()];
  return (recipient) => slots.filter((slot) => valueFor(slot, recipient) === undefined).map(({ tag }) => tag);
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
  if (!/[&<>"']/.test(text)) return text;
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
