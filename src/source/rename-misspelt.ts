import { didYouMean } from './did-you-mean.ts';
import type { FieldPlaces } from './place.ts';

/** Values by their keys, and where they stand. */
export interface NamedValues {
  readonly value: Readonly<Record<string, unknown>>;
  readonly places: FieldPlaces;
}

/**
 * Values under the keys that were meant: `subtitel` is `subtitle`, unless that is there as well. Their places stay
 * where they are.
 *
 * @param keys those that belong there
 */
export function renameMisspelt({ value, places }: NamedValues, keys: readonly string[]): NamedValues {
  const taken = new Set(Object.keys(value));
  const renamed = new Map<string, string>();
  for (const key of Object.keys(value)) {
    const meant = keys.includes(key) ? undefined : didYouMean(key, keys);
    if (meant === undefined || taken.has(meant)) continue;
    renamed.set(key, meant);
    taken.add(meant);
  }
  const nameOf = (key: string): string => renamed.get(key) ?? key;
  return {
    value: Object.fromEntries(Object.entries(value).map(([key, one]) => [nameOf(key), one])),
    places: new Map(Array.from(places, ([path, place]) => [path.replace(/^[^.]*/, nameOf), place])),
  };
}
