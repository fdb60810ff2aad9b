import { decodeEntity, fromCode } from './decode-character.ts';
import { type TextView, viewOf } from './text-view.ts';

/**
 * Where each character of a text that was read from a stretch of a file stands there: an escape or an entity is the
 * character that it stands for, and signs in between, such as those of a quote that goes on, are passed over.
 *
 * @param span the stretch, as offsets in the source, the end exclusive
 */
export function alignText(source: string, [from, to]: readonly [number, number], text: string): TextView {
  const written = source.slice(from, to);
  const exact = written.indexOf(text);
  if (exact >= 0) return viewOf(text, from + exact);
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; starts.length < text.length; ) {
    const next = readNext(written, at, text, starts.length);
    // What is not found has the place at which the stretch ends.
    const units = at < written.length ? (next?.units ?? 0) : text.length - starts.length;
    const after = Math.min(at + (next?.length ?? 1), written.length);
    for (let unit = 0; unit < units; unit += 1) {
      starts.push(from + at);
      ends.push(from + after);
    }
    at = after;
  }
  return { text, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** What stands in a file for the next characters of the text: so many code units for so many of the text. */
interface Written {
  readonly length: number;
  readonly units: number;
}

/** How the characters that the text goes on with are written here, if they are. */
function readNext(written: string, at: number, text: string, position: number): Written | undefined {
  const sign = written[at];
  const expected = text[position];
  if (sign === '&' || sign === '\\') {
    const { code, meaning } = readEscape(written.slice(at, at + longestEscape));
    if (meaning !== undefined && text.startsWith(meaning, position)) {
      return { length: code.length, units: meaning.length };
    }
  }
  return sign === expected || (sign === '\n' && expected === ' ') ? { length: 1, units: 1 } : undefined;
}

const longestEscape = 34;

/** An entity of markdown, an escape of YAML in quotation marks, or a backslash in front of a sign of markdown. */
const escapes =
  /^(?:&(?<entity>#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});|\\(?:u(?<four>[0-9a-f]{4})|x(?<two>[0-9a-f]{2})|(?<sign>[!-/:-@[-`{-~])))/i;

function readEscape(written: string): { readonly code: string; readonly meaning: string | undefined } {
  const found = escapes.exec(written);
  const { entity, four, two, sign } = found?.groups ?? {};
  const hexadecimal = four ?? two;
  const coded = hexadecimal === undefined ? sign : fromCode(Number.parseInt(hexadecimal, 16));
  return { code: found?.[0] ?? '', meaning: entity === undefined ? coded : decodeEntity(entity) };
}
