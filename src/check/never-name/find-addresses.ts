import { type Span, Spans } from './spans.ts';

/** The addresses of the web and of mail in a text, in which names stand with more written on to them. */
export interface Addresses {
  /**
   * Whether a name that opens or ends a word stands in an address, where nobody who reads it is in doubt: in a host, as
   * in `getacme.io`, or behind it, as in `/joinacme/`. There a name that is not long must open or end all that stands
   * between two signs, and hyphens are none: words of titles have them.
   */
  tellsName(name: Span, isLong: boolean): boolean;
}

/** Finds the addresses of a text, in time that grows as the text does. */
export function findAddresses(text: string): Addresses {
  const hosts = findAll(text, /(?<![\p{L}\p{N}.-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu);
  const whole = new Spans([...findAll(text, webAddress), ...findAll(text, mailbox)]);
  const inHost = new Spans(hosts);
  return {
    tellsName: ([start, end], isLong) => {
      const first: Span = [start, start + 1];
      if (inHost.holds(first)) return true;
      return whole.holds(first) && (isLong || isEdgeOfPart(text, [start, end]));
    },
  };
}

/** With its path, query and fragment. What may follow it in a page or in data ends it, too. */
const webAddress =
  /(?:https?:\/\/|(?<![\p{L}\p{N}.-])(?:www\.|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+[/?#]))(?:(?!&(?:quot|apos|lt|gt|#))[^\s<>"'()\\])*/giu;

/** What stands before the @ of a mail address. */
const mailbox = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+(?=@[\p{L}\p{N}])/gu;

function findAll(text: string, pattern: RegExp): readonly Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => [index, index + found.length]);
}

/** Whether a name opens or ends a part of an address that has no hyphens. */
function isEdgeOfPart(text: string, [start, end]: Span): boolean {
  const before = lengthOfWord(text, start, -1);
  const behind = lengthOfWord(text, end - 1, 1);
  if (before === undefined || behind === undefined) return false;
  return before === 0 || behind === 0;
}

/** Letters and digits beside an index, in one direction; undefined where a hyphen ends them, or where they do not end. */
function lengthOfWord(text: string, from: number, direction: 1 | -1): number | undefined {
  for (let length = 0; length <= mostLetters; length += 1) {
    const sign = text.charAt(from + direction * (length + 1));
    if (/^[-_\u2010\u2011]$/.test(sign)) return undefined;
    if (!/^[\p{L}\p{N}\p{M}\p{Cf}\p{Cs}]$/u.test(sign)) return length;
  }
  return undefined;
}

/** Longer words are no words. */
const mostLetters = 40;
