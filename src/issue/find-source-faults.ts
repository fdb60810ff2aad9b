import type { Fault } from '../source/fault.ts';

/** Signs that no text needs and that rendering uses as marks of its own. */
const reserved = /[\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/** Quotes and lists within each other, deeper than anybody writes: reading them would exhaust the program. */
const tooDeep = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])(?=[ \t>]|$)){51}|^[ \t]{200}[ \t]*[>*+-]/;

/** Lines and signs of markup without an empty line between them: more than anybody writes, and costly to read. */
const most = { lines: 5_000, signs: 3_000, inBrackets: 5_000 };

/**
 * What keeps a text from being read at all: signs that are no characters, nesting without end, and paragraphs that
 * would keep a markdown parser busy for minutes.
 */
export function findSourceFaults(source: string): Fault[] {
  const lines = source.split('\n');
  const tangle = findTangle(lines);
  return [
    ...findReserved(lines),
    ...findDepth(lines),
    ...(tangle.length > 0 ? tangle : findEndlessBracket(lines)),
  ];
}

function findReserved(lines: readonly string[]): Fault[] {
  return lines.flatMap((line, index) => {
    const column = line.search(reserved) + 1;
    if (column === 0) return [];
    return report(index, column, {
      rule: 'file/encoding',
      message: 'here stands a sign that is no character (U+FDD0 and the like)',
      hint: 'delete it; it came from another program',
    });
  });
}

/** The first line that is too deep. */
function findDepth(lines: readonly string[]): Fault[] {
  const index = lines.findIndex((line) => tooDeep.test(line));
  if (index < 0) return [];
  return report(index, 1, {
    rule: 'file/too-deep',
    message: 'quotes or lists are nested more than fifty deep here',
    hint: 'take some of the signs at the start of the line out',
  });
}

/** The first paragraph that holds too much. */
function findTangle(lines: readonly string[]): Fault[] {
  let start = 0;
  let signs = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      start = index + 1;
      signs = 0;
      continue;
    }
    signs += line.match(/[[\]*_~`<@&!{\\]|www\./g)?.length ?? 0;
    if (signs <= most.signs && index - start < most.lines) continue;
    return report(start, 1, {
      rule: 'file/too-tangled',
      message: `the text that starts here has more than ${most.signs} signs of markup, or ${most.lines} lines, without an empty line`,
      hint: 'put empty lines between paragraphs; if this came from another program, take it out',
    });
  }
  return [];
}

/** The first bracket behind which a paragraph goes on and on: every word is looked at from each word after it. */
function findEndlessBracket(lines: readonly string[]): Fault[] {
  let open: { readonly index: number; readonly column: number; readonly offset: number }[] = [];
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') open = [];
    for (const { 0: sign, index: at } of [...line.matchAll(/(?<!\\)[[\]]/g), { 0: '', index: line.length }]) {
      const [first] = open;
      if (first !== undefined && offset + at - first.offset > most.inBrackets) {
        return report(first.index, first.column, {
          rule: 'file/too-tangled',
          message: `behind the bracket that opens here stand more than ${most.inBrackets} signs without an empty line`,
          hint: 'close it with ], or write \\[ if it is only a bracket',
        });
      }
      if (sign === ']') open.pop();
      if (sign === '[') open.push({ index, column: at + 1, offset: offset + at });
    }
    offset += line.length + 1;
  }
  return [];
}

function report(index: number, column: number, words: Pick<Fault, 'rule' | 'message' | 'hint'>): [Fault] {
  const line = index + 1;
  return [{ line, column, endLine: line, endColumn: column + 1, severity: 'error', ...words }];
}
