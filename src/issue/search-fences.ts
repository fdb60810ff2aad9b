import { findHidden, type HiddenLines } from './find-hidden.ts';

/** The next line from this one on that opens a block, and what hides it without making it content. Lines count from 0. */
export interface FoundFence {
  readonly line: number;
  readonly hiding?: HiddenLines;
}

/** A line of three dashes and a name, in column 1. Anything else that starts with dashes is content. */
export const fencePattern = /^---[ \t]*([\p{L}\p{N}].*)$/u;

/** How often, taken together, a text is read before nothing more is looked for that could hide a fence. */
const mostReadings = 8;

/**
 * Finds the lines that open blocks, passing over code. Markdown is read only as far as it takes to know what a line
 * stands in, and all searches together in linear time: in a file that is made to need more, lines count as they stand.
 */
export function searchFences(lines: readonly string[]): (from: number) => FoundFence | undefined {
  const candidates = lines.flatMap((line, index) => (fencePattern.test(line) ? [index] : []));
  let budget = mostReadings * lines.join('\n').length;

  return (from) => {
    const ahead = candidates.filter((candidate) => candidate >= from);
    const [first] = ahead;
    if (first === undefined || !mayHide(lines.slice(from, first))) return asFound(first);
    for (let end = first + 1; ; end = Math.min(lines.length, 3 * end - 2 * from)) {
      const text = lines.slice(from, end).join('\n');
      budget -= text.length;
      if (budget < 0) return { line: first };
      const answer = firstFence({ text, from, end, isAll: end === lines.length }, ahead);
      if (answer !== 'read on') return answer;
    }
  };
}

interface Window {
  readonly text: string;
  readonly from: number;
  readonly end: number;
  /** Whether it reaches to the end of the file. */
  readonly isAll: boolean;
}

function firstFence(
  { text, from, end, isAll }: Window,
  candidates: readonly number[],
): FoundFence | undefined | 'read on' {
  const hidden = findHidden({ text, line: from + 1 });
  for (const line of candidates) {
    if (line >= end) return 'read on';
    const hiding = hidden.find((stretch) => stretch.start <= line + 1 && line + 1 <= stretch.end);
    if (hiding === undefined) return { line };
    if (!isAll && hiding.end >= end) return 'read on';
    if (hiding.kind !== 'code') return { line, hiding };
  }
  return isAll ? undefined : 'read on';
}

function asFound(line: number | undefined): FoundFence | undefined {
  return line === undefined ? undefined : { line };
}

function mayHide(lines: readonly string[]): boolean {
  return lines.some((line) => /```|~~~|<!--/.test(line));
}
