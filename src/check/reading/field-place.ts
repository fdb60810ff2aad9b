import type { FieldPlaces, Place } from '../../source/place.ts';

/** Where a value of a block or of the front matter stands; the block's fence when it is not written. */
export function placeOfField({ places }: { readonly places: FieldPlaces }, path: string): Place {
  const found = places.get(path) ?? places.get('');
  if (found === undefined) throw new Error(`nothing says where “${path}” stands`);
  return found.value;
}
