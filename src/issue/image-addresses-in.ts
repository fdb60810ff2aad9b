import type { RootContent } from 'mdast';
import { nodesOf } from './nodes-of.ts';

/** The addresses at which markdown has its images, or defines what may be one's, each once, as they are written. */
export function imageAddressesIn(content: readonly RootContent[]): readonly string[] {
  const nodes = content.flatMap(nodesOf);
  const images = nodes.filter(({ type }) => type === 'image' || type === 'definition');
  return [...new Set(images.flatMap((node) => ('url' in node ? node.url : [])))];
}
