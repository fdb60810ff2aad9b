import { lighterPattern } from './lighter-pattern.ts';
import type { Pattern } from './pattern.ts';

/**
 * Whether a pattern may match in one of these texts: where not, none of them has to be searched. A pattern is compiled
 * when it searches a text, anew for one that is not Latin-1, and once more when it is used again; one search in all of
 * them together spares most of that, which is most of the time of a short check.
 */
export function mayMatch(pattern: Pattern, texts: readonly string[]): boolean {
  const all = texts.join(between);
  return all.search(amongOthers(lighterPattern(pattern, all))) >= 0;
}

/** No text has these. There are two, for a pattern that refuses a text by the sign behind any other. */
const between = '\0\0';

const known = new WeakMap<RegExp, RegExp>();

/** The pattern, for which each of the texts starts and ends as if there were no others. */
function amongOthers(pattern: RegExp): RegExp {
  const made = known.get(pattern) ?? withEnds(pattern);
  known.set(pattern, made);
  return made;
}

function withEnds(pattern: RegExp): RegExp {
  const source = pattern.source.replaceAll(
    /\\.|\[(?:\\.|[^\]\\])*\]|[$^]/g,
    (token) => ends.get(token) ?? token,
  );
  return source === pattern.source ? pattern : new RegExp(source, pattern.flags);
}

const ends: ReadonlyMap<string, string> = new Map([
  ['^', '(?<=^|\\0)'],
  ['$', '(?=$|\\0)'],
]);
