import type { WrittenIssue } from './issue.ts';

type WrittenBlock = WrittenIssue['blocks'][number];

/**
 * The text of an issue's file with the status of one block changed, and nothing else in it: a `status:` line that is
 * there gets the new word, otherwise one is added below the block's opening line.
 *
 * @param source with LF line ends, as places count in it
 */
export function changeStatus(source: string, { places }: WrittenBlock, status: string): string {
  const lines = source.split('\n');
  const { key, value: written } = places.get('status') ?? {};
  if (key !== undefined && written !== undefined && key.column === written.column) {
    // The key has no value yet.
    return lines.with(written.line - 1, `status: ${status}`).join('\n');
  }
  if (written !== undefined) {
    const line = lines[written.line - 1] ?? '';
    const changed = line.slice(0, written.column - 1) + status + line.slice(written.endColumn - 1);
    return lines.with(written.line - 1, changed).join('\n');
  }
  const fence = places.get('')?.value;
  if (fence === undefined) throw new Error('nothing says where the block opens');
  return lines.toSpliced(fence.line, 0, `status: ${status}`).join('\n');
}
