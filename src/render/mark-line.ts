import { parseLine } from '../issue/merge-tag.ts';
import { markSlot } from './slots.ts';

/** A one-line value of the author's, such as the subject, with its merge tags marked as slots. */
export function markLine(line: string): string {
  return parseLine(line)
    .map((part) => (typeof part === 'string' ? part : markSlot(part)))
    .join('');
}
