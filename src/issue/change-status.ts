import type { Edit } from '../source/apply-edits.ts';
import type { Place } from '../source/place.ts';
import type { WrittenBlock } from './issue.ts';

/**
 * The edit that gives a block another status: a `status:` that is there gets the new word, otherwise a line is put in
 * below the block's opening line.
 *
 * @param source the text in which the block's places count
 */
export function changeStatus(source: string, { places }: WrittenBlock, status: string): Edit {
  const { key, value } = places.get('status') ?? {};
  if (key !== undefined && value !== undefined) {
    // A key without a value has the value's place at its own start.
    const isBare = key.line === value.line && key.column === value.column;
    return isBare
      ? { place: lineOf(source, key), text: `status: ${status}` }
      : { place: value, text: status };
  }
  const fence = places.get('')?.value;
  if (fence === undefined) throw new Error('nothing says where the block opens');
  const { line, endColumn } = lineOf(source, fence);
  return { place: { line, column: endColumn, endLine: line, endColumn }, text: `\nstatus: ${status}` };
}

function lineOf(source: string, { line }: Place): Place {
  const text = source.split('\n')[line - 1] ?? '';
  return { line, column: 1, endLine: line, endColumn: text.length + 1 };
}
