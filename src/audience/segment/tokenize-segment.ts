import { SegmentError } from './segment-error.ts';

export interface Token {
  /** `word` stands bare, `text` in quotes; a sign compares. */
  readonly kind: 'word' | 'text' | 'sign' | 'colon' | 'open' | 'close' | 'end';
  /** Without quotes. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What is no word: a bare value ends before it. */
const piece =
  /\s+|(?<text>"(?:[^"\\]|\\.)*")|(?<sign>!=|<=|>=|[=<>~])|(?<colon>:)|(?<open>\()|(?<close>\))|(?<word>[^\s"'=<>~!:()]+)/suy;

/**
 * The tokens of a segment, with one more at its end.
 *
 * @throws SegmentError at a sign that has no meaning here
 */
export function tokenizeSegment(text: string): readonly Token[] {
  const tokens: Token[] = [];
  piece.lastIndex = 0;
  for (let start = 0; start < text.length; start = piece.lastIndex) {
    const groups = piece.exec(text)?.groups;
    if (groups === undefined) throw unknownSign(text, start);
    const [kind, found] = Object.entries(groups).find(([, value]) => value !== undefined) ?? [];
    if (kind === undefined || found === undefined) continue;
    tokens.push({ kind: kindOf(kind), value: unquote(kind, found), start, end: piece.lastIndex });
  }
  return [...tokens, { kind: 'end', value: '', start: text.length, end: text.length + 1 }];
}

const kinds = ['text', 'sign', 'colon', 'open', 'close', 'word'] as const;

function kindOf(group: string): Token['kind'] {
  return kinds.find((kind) => kind === group) ?? 'word';
}

function unquote(kind: string, found: string): string {
  return kind === 'text' ? found.slice(1, -1).replaceAll(/\\(.)/gsu, '$1') : found;
}

function unknownSign(text: string, start: number): SegmentError {
  const sign = text.charAt(start);
  if (sign === '"')
    return new SegmentError('the quote is never closed', {
      hint: 'end the text with another "',
      start,
      end: text.length,
    });
  const hint =
    sign === "'"
      ? 'put texts in double quotes: "sf"'
      : 'join conditions by and, or, not: tag:hiring and not tag:cork';
  return new SegmentError(`“${sign}” has no meaning here`, { hint, start, end: start + 1 });
}
