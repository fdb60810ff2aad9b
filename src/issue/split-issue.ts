import matter from 'gray-matter';
import type { Fault } from '../source/fault.ts';
import type { Place } from '../source/place.ts';
import { type LocatedYaml, readYaml } from '../source/read-yaml.ts';
import type { BlockKind } from './issue.ts';
import { type Outline, outlineIssue } from './outline.ts';
import type { TextPiece } from './parse-markdown.ts';

/** An issue's text taken apart: YAML with places, markdown with the line at which it starts. */
export interface SplitIssue {
  readonly frontMatter: SplitSection;
  readonly introduction: TextPiece;
  readonly blocks: readonly SplitBlock[];
  readonly faults: readonly Fault[];
}

interface SplitSection {
  /** The line of its fence: where to point when something is missing. */
  readonly fence: Place;
  readonly yaml: LocatedYaml;
}

export interface SplitBlock extends SplitSection {
  readonly kind: BlockKind;
  readonly body: TextPiece;
}

/** Marks content that gray-matter would take for a fence. The parser refuses sources in which it stands. */
const guard = '\uFDD0';

/**
 * Splits an issue with gray-matter in its `sections` form. gray-matter never sees more than the outline found: what
 * only looks like a fence is guarded, and lines that belong to no well-formed block are blank.
 *
 * @param source LF line ends, no byte order mark
 */
export function splitIssue(source: string): SplitIssue {
  const lines = source.split('\n');
  const outline = outlineIssue(lines);
  const { frontMatterEnd, blocks, faults } = outline;
  const fences = new Set(blocks.flatMap(({ fence, close }) => [fence, close]));
  if (frontMatterEnd !== undefined) fences.add(0).add(frontMatterEnd);
  const kept = lines.map((line, index) => {
    if (fences.has(index)) return line.trimEnd();
    return isKept(index, outline) ? guardLine(line) : '';
  });

  let frontMatter: LocatedYaml = readYaml('', { line: 2 });
  const readFrontMatter = (text: string): object => {
    frontMatter = readYaml(unguard(text.replace(/^\n/, '')), { line: 2 });
    return frontMatter.value;
  };
  // A file without front matter still has blocks to look at: it is given an empty one.
  const text = frontMatterEnd === undefined ? ['---', '---', ...kept].join('\n') : kept.join('\n');
  const options = { language: 'yaml', engines: engines(readFrontMatter), sections: true };
  const file = matter<string, object>(text, options) as unknown as SectionedFile;
  if (file.sections.length !== blocks.length)
    throw new Error('gray-matter sees other sections than the outline');

  return {
    frontMatter: { fence: placeOfLine(lines, 0), yaml: frontMatter },
    introduction: { text: unguard(file.content), line: (frontMatterEnd ?? -1) + 2 },
    blocks: blocks.map(({ kind, fence, close }, index) => ({
      kind,
      fence: placeOfLine(lines, fence),
      yaml: readYaml(unguard(file.sections[index]?.data ?? ''), { line: fence + 2 }),
      body: { text: unguard(file.sections[index]?.content ?? ''), line: close + 2 },
    })),
    faults,
  };
}

/** What gray-matter gives with `sections`; its own types leave that out. */
interface SectionedFile {
  readonly content: string;
  readonly sections: readonly { readonly data: string; readonly content: string }[];
}

/** YAML and nothing else: gray-matter would run JavaScript, and the outline has already refused it. */
function engines(parseYaml: (text: string) => object): Record<string, { parse(text: string): object }> {
  const refuse = {
    parse(): never {
      throw new Error('only YAML is read in an issue');
    },
  };
  const others = ['js', 'javascript', 'json', 'toml', 'coffee', 'coffeescript', 'cson'];
  return { ...Object.fromEntries(others.map((name) => [name, refuse])), yaml: { parse: parseYaml } };
}

/** Whether a line is front matter, introduction, or in a well-formed block. */
function isKept(index: number, { introductionEnd, blocks }: Outline): boolean {
  return index < introductionEnd || blocks.some(({ fence, end }) => fence <= index && index < end);
}

function guardLine(line: string): string {
  return line.trimStart().startsWith('---') ? guard + line : line;
}

function unguard(text: string): string {
  return text.replaceAll(guard, '');
}

function placeOfLine(lines: readonly string[], index: number): Place {
  return { line: index + 1, column: 1, endLine: index + 1, endColumn: (lines[index] ?? '').length + 1 };
}
