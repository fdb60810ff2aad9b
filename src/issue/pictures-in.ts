import type { RootContent } from 'mdast';
import { imageAddressesIn } from './image-addresses-in.ts';
import type { Picture, Pictures } from './picture.ts';

/** The pictures that a stretch of markdown shows, each once. */
export function picturesIn(content: readonly RootContent[], pictures: Pictures): readonly Picture[] {
  if (pictures.size === 0) return [];
  const shown = imageAddressesIn(content).flatMap((address) => pictures.get(address) ?? []);
  return [...new Map(shown.map((picture) => [picture.path, picture])).values()];
}
