import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/**
 * The characters that a reference of HTML stands for; undefined when there is no such reference.
 *
 * @param name what stands between `&` and `;`
 */
export function decodeEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return decodeNamedCharacterReference(name) || undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return fromCode(code);
}

/** The character with this number in Unicode, if there is one. */
export function fromCode(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
