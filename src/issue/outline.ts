import type { Fault } from '../source/fault.ts';
import { blockKindOf, meantBlockKind, suggestBlockName } from './block-names.ts';
import type { BlockKind } from './issue.ts';
import { type FoundFence, fencePattern, searchFences } from './search-fences.ts';

/** Which lines of an issue are what. Lines count from 0 here; an end is exclusive. */
export interface Outline {
  /** The line that closes the front matter; `undefined` when there is none to read. */
  readonly frontMatterEnd: number | undefined;
  /** Where the introduction ends: at the first fence, well-formed or not. */
  readonly introductionEnd: number;
  readonly blocks: readonly OutlineBlock[];
  readonly faults: readonly Fault[];
}

export interface OutlineBlock {
  readonly kind: BlockKind;
  readonly fence: number;
  /** The `---` that closes the block's YAML. */
  readonly close: number;
  readonly end: number;
}

/** More blocks than anybody reads; keeps a hostile file cheap. */
const mostBlocks = 100;

const closePattern = /^---[ \t]*$/;

/**
 * Finds where the front matter and each block begin and end. A block that is not well-formed has a fault, and is
 * left out; the others are found all the same.
 */
export function outlineIssue(lines: readonly string[]): Outline {
  const faults: Fault[] = [];
  const frontMatterEnd = closeFrontMatter(lines, faults);
  const blocks: OutlineBlock[] = [];
  const search = searchFences(lines);
  const nextFence = (from: number): number | undefined => reportHiding(search(from), lines, faults);
  const first = nextFence(frontMatterEnd === undefined ? afterOpening(lines) : frontMatterEnd + 1);
  let fence = first;
  for (let count = 1; fence !== undefined; count += 1) {
    if (count > mostBlocks) {
      faults.push(
        onLine(lines, fence, {
          rule: 'block/too-many',
          message: `this is block ${count}`,
          hint: `an issue has at most ${mostBlocks} blocks`,
        }),
      );
      break;
    }
    const close = closeBlock(lines, fence);
    const end = nextFence(close === undefined ? fence + 1 : close + 1);
    const kind = checkBlock(lines, { fence, close }, faults);
    if (kind !== undefined && close !== undefined)
      blocks.push({ kind, fence, close, end: end ?? lines.length });
    fence = end;
  }
  return { frontMatterEnd, introductionEnd: first ?? lines.length, blocks, faults };
}

function closeFrontMatter(lines: readonly string[], faults: Fault[]): number | undefined {
  const first = lines[0] ?? '';
  if (!closePattern.test(first)) {
    faults.push(onLine(lines, 0, describeOpening(first)));
    return undefined;
  }
  const end = lines.findIndex((line, index) => index > 0 && (closePattern.test(line) || isBlockFence(line)));
  if (end < 0 || !closePattern.test(lines[end] ?? '')) {
    const hint = 'close it with a line --- before the first block';
    faults.push(
      onLine(lines, 0, { rule: 'issue/front-matter', message: 'the front matter is not closed', hint }),
    );
    return undefined;
  }
  return end;
}

/** A first line that names a language was told of already, and opens nothing. */
function afterOpening([first = '']: readonly string[]): number {
  return fencePattern.test(first) && !isBlockFence(first) ? 1 : 0;
}

function isBlockFence(line: string): boolean {
  const name = fencePattern.exec(line)?.[1];
  return name !== undefined && blockKindOf(name) !== undefined;
}

function describeOpening(first: string): Words {
  const [, language] = fencePattern.exec(first) ?? [];
  if (language === undefined) {
    const hint = 'start the file with a line ---, then title:, number: and date:, then --- again';
    return { rule: 'issue/front-matter', message: 'the file does not start with front matter', hint };
  }
  if (blockKindOf(language) !== undefined) {
    return {
      rule: 'issue/front-matter',
      message: 'the front matter is missing',
      hint: 'put title:, number: and date: between two lines --- before the first block',
    };
  }
  return {
    rule: 'issue/front-matter',
    message: `“${language}” is not read: front matter is YAML, and nothing in an issue is ever run`,
    hint: 'write --- alone on the first line',
  };
}

/** The `---` that ends the block's YAML, unless another block begins before it. */
function closeBlock(lines: readonly string[], fence: number): number | undefined {
  for (let index = fence + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (closePattern.test(line)) return index;
    if (isBlockFence(line)) return undefined;
  }
  return undefined;
}

function checkBlock(
  lines: readonly string[],
  { fence, close }: { fence: number; close: number | undefined },
  faults: Fault[],
): BlockKind | undefined {
  const name = fencePattern.exec(lines[fence] ?? '')?.[1] ?? '';
  const kind = blockKindOf(name);
  if (kind === undefined) {
    faults.push(
      onLine(lines, fence, {
        rule: 'block/unknown',
        message: `no block is called “${name.trim()}”`,
        hint: suggestBlockName(name),
      }),
    );
    // What stands in the block that was meant is looked at all the same.
    return meantBlockKind(name);
  }
  if (close === undefined) {
    faults.push(
      onLine(lines, fence, {
        rule: 'block/not-closed',
        message: `the fields of “${name.trim()}” are not closed`,
        hint: 'write a line --- after them, before the text',
      }),
    );
  }
  return kind;
}

/** A fence that something hides without making it content is a fault, and a fence all the same. */
function reportHiding(
  found: FoundFence | undefined,
  lines: readonly string[],
  faults: Fault[],
): number | undefined {
  if (found?.hiding === undefined || found.hiding.kind === 'code') return found?.line;
  const { kind, start } = found.hiding;
  faults.push(onLine(lines, kind === 'comment' ? found.line : start - 1, hidingWords[kind]));
  return found.line;
}

const hidingWords = {
  comment: {
    rule: 'block/in-comment',
    message: 'this block stands in an HTML comment, which hides nothing: it would be published',
    hint: 'delete the block, or the comment around it',
  },
  unclosedCode: {
    rule: 'block/in-code',
    message: 'the code that starts here is never closed, and swallows the blocks after it',
    hint: 'close it with the same sign, ``` or ~~~, on a line of its own',
  },
} as const;

interface Words {
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
}

function onLine(lines: readonly string[], index: number, words: Words): Fault {
  const endColumn = (lines[index] ?? '').length + 1;
  return { line: index + 1, column: 1, endLine: index + 1, endColumn, severity: 'error', ...words };
}
