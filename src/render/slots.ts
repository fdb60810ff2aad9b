import type { Slot, Slotted } from './edition.ts';

/*
 * While an edition is rendered, a slot is a mark inside the string: two characters that Unicode keeps free for
 * such use, which no source may contain, around letters that no escaping changes. So a mark passes unharmed
 * through Handlebars, the HTML serialiser and the CSS inliner, in text and in attributes.
 */
const open = '\u{FDD0}';
const close = '\u{FDD1}';
const mark = new RegExp(`${open}([\\w-]+)(?::([\\w-]*))?${close}`, 'u');

/** The mark that stands for a slot in a string being rendered; {@link splitSlots} turns it back. */
export function markSlot(slot: Slot): string {
  const fallback = slot.fallback === undefined ? '' : `:${encode(slot.fallback)}`;
  return `${open}${encode(slot.tag)}${fallback}${close}`;
}

/** Cuts a rendered string at its marks. Neither empty stretches nor marks are left over. */
export function splitSlots(text: string): Slotted {
  const parts: (string | Slot)[] = [];
  let rest = text;
  for (let found = mark.exec(rest); found !== null; found = mark.exec(rest)) {
    const [whole, tag = '', fallback] = found;
    parts.push(rest.slice(0, found.index));
    parts.push({ tag: decode(tag), ...(fallback === undefined ? {} : { fallback: decode(fallback) }) });
    rest = rest.slice(found.index + whole.length);
  }
  return [...parts, rest].filter((part) => part !== '');
}

/** A rendered string as it reads for somebody of whom nothing is known: marks give way to their fallbacks. */
export function showFallbacks(text: string): string {
  return splitSlots(text)
    .map((part) => (typeof part === 'string' ? part : (part.fallback ?? '')))
    .join('');
}

function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}

function decode(text: string): string {
  return Buffer.from(text, 'base64url').toString('utf8');
}
