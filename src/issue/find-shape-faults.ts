import type { Fault } from '../source/fault.ts';
import { blockNames } from './block-names.ts';
import type { WrittenIssue } from './issue.ts';

/** Signs that no text needs and that rendering uses as marks of its own. */
const reserved = /[\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/** Quotes and lists within each other, deeper than anybody writes: reading them would exhaust the program. */
const tooDeep = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])(?=[ \t>]|$)){51}|^[ \t]{200}[ \t]*[>*+-]/;

/**
 * What keeps a text from being read at all: signs that are no characters, nesting without end, and paragraphs that
 * would keep a markdown parser busy for minutes.
 */
export function findSourceFaults(source: string): Fault[] {
  const lines = source.split('\n');
  const deep = lines.findIndex((line) => tooDeep.test(line));
  const tangled = findTangled(lines);
  return [
    ...findReserved(lines),
    ...(deep < 0 ? [] : [describeDepth(deep + 1)]),
    ...(tangled === undefined ? [] : [describeTangle(tangled)]),
  ];
}

/** Lines and signs of markup without an empty line between them: more than anybody writes, and costly to read. */
const most = { lines: 5_000, signs: 3_000 };

/** The first line of the first paragraph that holds too much. */
function findTangled(lines: readonly string[]): number | undefined {
  let start = 0;
  let signs = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      start = index + 1;
      signs = 0;
      continue;
    }
    signs += line.match(/[[\]*_~`<@&!{]|www\./g)?.length ?? 0;
    if (signs > most.signs || index - start >= most.lines) return start + 1;
  }
  return undefined;
}

function describeTangle(line: number): Fault {
  return {
    line,
    column: 1,
    endLine: line,
    endColumn: 2,
    severity: 'error',
    rule: 'file/too-tangled',
    message: `the text that starts here has more than ${most.signs} signs of markup, or ${most.lines} lines, without an empty line`,
    hint: 'put empty lines between paragraphs; if this came from another program, take it out',
  };
}

function describeDepth(line: number): Fault {
  return {
    line,
    column: 1,
    endLine: line,
    endColumn: 2,
    severity: 'error',
    rule: 'file/too-deep',
    message: 'quotes or lists are nested more than fifty deep here',
    hint: 'take some of the signs at the start of the line out',
  };
}

function findReserved(lines: readonly string[]): Fault[] {
  return lines.flatMap((line, index) => {
    const column = line.search(reserved) + 1;
    if (column === 0) return [];
    return [
      {
        line: index + 1,
        column,
        endLine: index + 1,
        endColumn: column + 1,
        severity: 'error',
        rule: 'file/encoding',
        message: 'here stands a sign that is no character (U+FDD0 and the like)',
        hint: 'delete it; it came from another program',
      },
    ];
  });
}

/** What is wrong with the blocks taken together. `found` is what is known already: nothing is said twice. */
export function findShapeFaults({ blocks, source }: WrittenIssue, found: readonly Fault[]): Fault[] {
  const essays = blocks.filter(({ kind }) => kind === 'essay');
  const repeated = essays.slice(1).map((essay): Fault => {
    const place = essay.places.get('')?.value ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
    return {
      ...place,
      severity: 'error',
      rule: 'block/second-essay',
      message: 'an issue has one essay, and this is another',
      hint: 'put its text into the first one, or into an issue of its own',
    };
  });
  const blockIsBroken = found.some(({ rule }) => rule.startsWith('block/') || rule === 'issue/front-matter');
  return blocks.length > 0 || blockIsBroken ? repeated : [noBlock(source)];
}

function noBlock(source: string): Fault {
  const line = source.trimEnd().split('\n').length;
  const names = Object.keys(blockNames).map((name) => `---${name}`);
  return {
    line,
    column: 1,
    endLine: line,
    endColumn: 1,
    severity: 'error',
    rule: 'block/none',
    message: 'the issue has no block',
    hint: `start one with a line ${names.join(', ')}, then a line ---`,
  };
}
