import { type Document, LineCounter, parseDocument } from 'yaml';

/** A text that YAML does not read as one, for want of quotation marks: `Notice Periods: a love story`. */
export interface UnquotedValue {
  /** In the piece, from 1. */
  readonly line: number;
  /** Where it starts, from 1. */
  readonly column: number;
  readonly text: string;
  /** What stands before it on the line, such as `title:`. */
  readonly key: string;
}

export interface QuotedYaml {
  readonly document: Document.Parsed;
  /** Counts in the text in which the values stand in quotation marks. */
  readonly lines: LineCounter;
  readonly unquoted: readonly UnquotedValue[];
}

/**
 * Parses YAML in which texts with a colon, or with a sign at the start that YAML keeps for itself, are read as if
 * they stood in quotation marks, so that one that does not hides nothing else.
 */
export function parseWithQuotes(text: string): QuotedYaml {
  const unquoted: UnquotedValue[] = [];
  let lines = text.split('\n');
  for (let round = 1; ; round += 1) {
    const parsed = parse(lines.join('\n'));
    const found = findUnquoted(parsed, lines).filter(({ line }) =>
      unquoted.every((value) => value.line !== line),
    );
    if (found.length === 0 || round > mostRounds) return { ...parsed, unquoted };
    unquoted.push(...found);
    const byLine = new Map(found.map((value) => [value.line, value]));
    lines = lines.map((line, index) => quoteIn(line, byLine.get(index + 1)));
  }
}

/** One is enough for what people write. */
const mostRounds = 5;

function parse(text: string): Pick<QuotedYaml, 'document' | 'lines'> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    prettyErrors: false,
    strict: true,
  });
  return { document, lines };
}

const missingQuotes: ReadonlySet<string> = new Set(['BLOCK_AS_IMPLICIT_KEY', 'BAD_SCALAR_START']);

function findUnquoted(
  { document, lines }: Pick<QuotedYaml, 'document' | 'lines'>,
  texts: readonly string[],
): readonly UnquotedValue[] {
  const found = document.errors.flatMap(({ code, pos }): UnquotedValue[] => {
    const { line, col: column } = lines.linePos(pos[0]);
    const whole = texts[line - 1] ?? '';
    const key = whole.slice(0, column - 1).trim();
    const [text = ''] = /^.*?(?=\s+#|\s*$)/.exec(whole.slice(column - 1)) ?? [];
    return missingQuotes.has(code) && text !== '' && /[:-]$/.test(key) ? [{ line, column, text, key }] : [];
  });
  // Of two on one line, the first holds the other.
  const firstLast = found.toSorted((left, right) => right.column - left.column);
  return [...new Map(firstLast.map((value) => [value.line, value])).values()];
}

function quoteIn(line: string, value: UnquotedValue | undefined): string {
  if (value === undefined) return line;
  const start = value.column - 1;
  return line.slice(0, start) + JSON.stringify(value.text) + line.slice(start + value.text.length);
}
