import { splitTags } from '../../audience/split-tags.ts';
import { readName } from './read-name.ts';

/** @throws UsageError when one cannot be a tag */
export function readTags(option: string, texts: readonly string[] = []): readonly string[] {
  return texts.flatMap((text) => splitTags(readName(option, text)));
}
