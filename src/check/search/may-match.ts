import type { Pattern } from './pattern.ts';
import { patternFor } from './pattern-for.ts';

/**
 * Whether a pattern may match in one of these texts: where not, none of them has to be searched. A pattern is compiled
 * when it searches a text, anew for one that is not Latin-1, and once more when it is used again; one search in all of
 * them together spares most of that, which is most of the time of a short check.
 */
export function mayMatch(pattern: Pattern, texts: readonly string[]): boolean {
  const all = texts.join(between);
  return all.search(patternFor(pattern, all)) >= 0;
}

/** Where a text ends, as `patternFor` has it. There are two, for a pattern that refuses a text by the sign behind any other. */
const between = '\0\0';
