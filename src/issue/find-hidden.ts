import { nodesOf } from './nodes-of.ts';
import { parseMarkdown, type TextPiece } from './parse-markdown.ts';

/** A stretch of lines in which a fence is not, or does not seem, a fence. Lines count from 1, both ends within. */
export interface HiddenLines {
  readonly kind: 'code' | 'unclosedCode' | 'comment';
  readonly start: number;
  readonly end: number;
}

/** Where the markdown of a piece has fenced code and HTML comments. */
export function findHidden(piece: TextPiece): HiddenLines[] {
  const lines = piece.text.split('\n');
  const found: HiddenLines[] = [];
  for (const { type, position } of nodesOf(parseMarkdown(piece))) {
    if (position === undefined) continue;
    const [start, end] = [position.start.line, position.end.line];
    const first = lines[start - piece.line]?.slice(position.start.column - 1) ?? '';
    const last = lines[end - piece.line] ?? '';
    if (type === 'code')
      found.push({ kind: isClosed(first, last, end > start) ? 'code' : 'unclosedCode', start, end });
    if (type === 'html' && first.startsWith('<!--')) found.push({ kind: 'comment', start, end });
  }
  return found;
}

/** Indented code has no fence, and needs none. */
function isClosed(first: string, last: string, severalLines: boolean): boolean {
  const [fence] = /^(`{3,}|~{3,})/.exec(first) ?? [];
  return fence === undefined || (severalLines && last.trim().startsWith(fence));
}
