import { readItem } from './read-list.ts';
import type { Line } from './remark.ts';

/** The parts of an advertisement, and no titles. */
const part =
  /^(?:what|why|who|how|about|requirements?|responsibilities|benefits|perks|compensation|must[- ]haves?|nice[- ]to[- ]haves?|you(?:['’](?:ll|re)| will| are|r)?|the (?:role|team|company|offer)|p\.?s\.?)(?![\p{L}])/iu;

/** Whether a line may be the title of a role or of a candidate: few words that are no sentence, no item and no field. */
export function readsLikeTitle(line: Line): boolean {
  return (
    isShort(line) && !/[.!?…;,:]$/u.test(line.text) && readItem(line) === undefined && !part.test(line.text)
  );
}

/** Lines of a block are short, and running text is not. */
export function isShort({ text }: Line): boolean {
  return text.length <= 80;
}
