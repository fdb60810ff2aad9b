import { type Document, LineCounter, parseDocument } from 'yaml';
import { findSlips, type MendedLine, mendLines, type Slip } from './yaml-slips.ts';

export interface LenientYaml {
  readonly document: Document.Parsed;
  /** Counts in the mended text. */
  readonly lines: LineCounter;
  /** What was mended to read it. */
  readonly slips: readonly Slip[];
  /** By line, from 1: how it stands in the file and in the mended text. */
  readonly mended: ReadonlyMap<number, MendedLine>;
}

/** More slips than this in one piece are nobody's typing errors, nor are more errors or a longer piece; each costs some readings. */
const mostSlips = 3;
const mostErrors = 20;
const mostCharacters = 2000;

/**
 * Parses YAML in which a line has a slip that has one remedy (a text without quotation marks, a space that is missing)
 * as if it had none, so that it hides nothing else. A remedy counts when fewer errors are left with it.
 */
export function parseLeniently(text: string): LenientYaml {
  let mended: ReadonlyMap<number, MendedLine> = new Map();
  let slips: readonly Slip[] = [];
  let best = parse(text);
  const isTyped = text.length <= mostCharacters && best.document.errors.length <= mostErrors;
  while (isTyped && best.document.errors.length > 0 && slips.length < mostSlips) {
    const next = findBest(best, text, mended);
    if (next === undefined) break;
    slips = [...slips, next.slip];
    mended = next.mended;
    best = next.parsed;
  }
  return { ...best, slips, mended };
}

type Parsed = Pick<LenientYaml, 'document' | 'lines'>;

function findBest(
  { document, lines }: Parsed,
  text: string,
  mended: ReadonlyMap<number, MendedLine>,
):
  | { readonly slip: Slip; readonly mended: ReadonlyMap<number, MendedLine>; readonly parsed: Parsed }
  | undefined {
  const before = document.errors.length;
  const [first, second = first] = document.errors;
  if (first === undefined || second === undefined) return undefined;
  const at = [first, second].map(({ pos }) => lines.linePos(pos[0]).line);
  const attempts = findSlips(text.split('\n'), at)
    .filter(({ line }) => !mended.has(line))
    .map((slip) => {
      const all = new Map([...mended, [slip.line, slip]]);
      return { slip, mended: all, parsed: parse(mendLines(text, all)) };
    });
  const left = attempts.map(({ parsed }) => parsed.document.errors.length);
  const fewest = Math.min(...left);
  return fewest < before ? attempts[left.indexOf(fewest)] : undefined;
}

function parse(text: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    prettyErrors: false,
    strict: true,
  });
  return { document, lines };
}
