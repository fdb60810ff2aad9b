import { LatePattern, type Pattern } from './pattern.ts';

/**
 * The pattern with which to search a text: it finds the same, and takes a fraction of the time to compile where it can.
 * A pattern is compiled when it is first used, and a short check spends more time on that than on anything else: `\p{L}`
 * is six hundred ranges, and with the flags `i` and `u` together every single letter is looked up among the case
 * foldings of all scripts. A text of Latin letters and common signs needs neither.
 *
 * What follows `\0` or stands before it is for the pattern at an end of the text: texts can be searched together.
 *
 * @param pattern is not sticky; its `lastIndex` does not count
 */
export function patternFor(pattern: Pattern, text: string): RegExp {
  const isLight = pattern.flags.includes('u') && latin.test(text);
  const known = isLight ? knownLight : knownWhole;
  const made = known.get(pattern) ?? make(pattern, isLight ? lighten(pattern) : pattern);
  known.set(pattern, made);
  return made;
}

const knownLight = new WeakMap<Pattern, RegExp>();
const knownWhole = new WeakMap<Pattern, RegExp>();

/** Of a pattern, as text. */
interface Written {
  readonly source: string;
  readonly flags: string;
}

function make(pattern: Pattern, { source, flags }: Written): RegExp {
  const ending = source.replaceAll(anchors, (token) => ends.get(token) ?? token);
  const isAsItWas = ending === pattern.source && flags === pattern.flags;
  return isAsItWas && !(pattern instanceof LatePattern) ? pattern : new RegExp(ending, flags);
}

/** Or what looks like one: an escape, a class. */
const anchors = /\\.|\[(?:\\.|[^\]\\])*\]|[$^]/g;

const ends: ReadonlyMap<string, string> = new Map([
  ['^', '(?<=^|\\0)'],
  ['$', '(?=$|\\0)'],
]);

/**
 * Letters up to U+024F, and signs that are no letters, digits or marks. Without U+017F, which is an s for the flags `iu`
 * and not for `i`; all other letters among these have the same case for both.
 */
const latin = /^[\0-\u017e\u0180-\u024f\u2010-\u2027\u202f-\u205e\u20a0-\u20c0\u2190-\u2bff]*$/;

/** What the classes are in such a text. */
const classes: Readonly<Record<string, string>> = {
  '\\p{L}': 'A-Za-z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u024f',
  '\\p{N}': '0-9\\xb2\\xb3\\xb9\\xbc-\\xbe',
};

function lighten(pattern: Pattern): Written {
  let isInClass = false;
  const source = pattern.source.replaceAll(
    /\\[pP]\{\w+\}|\\.|[[\]]|[\ud800-\udbff][\udc00-\udfff]/g,
    (token) => {
      if (token === '[' || token === ']') isInClass = token === '[';
      if (token.charCodeAt(0) >= 0xd800) return isInClass ? '' : token;
      const members = classes[token];
      if (members === undefined) return token;
      return isInClass ? members : `[${members}]`;
    },
  );
  // What only the flag u understands stays as it is.
  if (/\\[pP]\{|\\u\{|[\ud800-\udfff]/.test(source)) return pattern;
  return { source, flags: pattern.flags.replace('u', '') };
}
