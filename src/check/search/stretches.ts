import type { Nodes, Root } from 'mdast';
import type { WrittenBlock, WrittenFields, WrittenIssue } from '../../issue/issue.ts';
import { placeOfNode } from '../../issue/parse-markdown.ts';
import type { Place } from '../../source/place.ts';
import { sourceAt } from './source-offsets.ts';

/** Text that readers read in one go: a field, or a paragraph, a heading or a cell without markdown’s signs. */
export interface Stretch {
  readonly place: Place;
  /** What readers read. */
  readonly text: string;
  /** In the order of the text, which they are together. */
  readonly pieces: readonly Piece[];
  /** The block in which it stands; absent in the front matter and in the introduction. */
  readonly block?: WrittenBlock;
  /** The field that it is, such as `title`; absent in markdown. */
  readonly field?: string;
}

/** A piece of a stretch that the author wrote in one go, and where in the file to look for it. */
export interface Piece {
  readonly text: string;
  /** Absent where the parser does not say, as of some bare links: it follows the piece before it. */
  readonly place?: Place;
}

/** The fields of the front matter and of blocks whose text readers see. */
export const shownFields: readonly string[] = [
  ...['title', 'subtitle', 'subject', 'preheader', 'company', 'location', 'location.city', 'location.region'],
  ...['workplace', 'available', 'pay', 'payWanted', 'benefits', 'cta.lead', 'cta.label'],
];

/**
 * What readers read of an issue, section by section in the author’s order. Code and the words that stand for an image
 * divide stretches, or are pieces of them `withCode`.
 */
export function stretchesOf(
  { source, frontMatter, introduction, blocks }: WrittenIssue,
  { withCode }: { readonly withCode: boolean },
): readonly Stretch[] {
  return [
    ...fieldsOf(frontMatter, source),
    ...stretchesIn(introduction, withCode),
    ...blocks.flatMap((block) => stretchesOfBlock(block, source, withCode)),
  ];
}

/** Dozens of patterns are looked for in each block, which nobody changes. With its code a block is read once anyway. */
const known = new WeakMap<WrittenBlock, readonly Stretch[]>();

function stretchesOfBlock(block: WrittenBlock, source: string, withCode: boolean): readonly Stretch[] {
  const before = withCode ? undefined : known.get(block);
  if (before !== undefined) return before;
  const found = [...fieldsOf(block, source), ...stretchesIn(block.body, withCode)];
  const stretches = found.map((stretch) => ({ ...stretch, block }));
  if (!withCode) known.set(block, stretches);
  return stretches;
}

function fieldsOf({ fields, places }: WrittenFields<object>, source: string): Stretch[] {
  return shownFields.flatMap((field) => {
    const place = places.get(field)?.value;
    if (place === undefined) return [];
    const value = field.split('.').reduce(entryOf, fields);
    // What is no text, or not valid, is looked at as it is written.
    const text = typeof value === 'string' ? value : sourceAt(source, place);
    return [{ field, place, text, pieces: [{ text, place }] }];
  });
}

function entryOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function stretchesIn(root: Root, withCode: boolean): Stretch[] {
  const stretches: Stretch[] = [];
  let pieces: Piece[] = [];
  let place = startOfFile;
  const end = (): void => {
    if (pieces.length > 0) stretches.push({ place, pieces, text: pieces.map(({ text }) => text).join('') });
    pieces = [];
  };
  const waiting: Nodes[] = [root];
  // Not recursive: nothing limits how deep an author nests quotes.
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const own = placeOfNode(node);
    if (!isInline(node)) {
      end();
      place = own ?? place;
    }
    if ('children' in node) {
      for (const child of node.children.toReversed()) waiting.push(child);
      continue;
    }
    const text = textOfLeaf(node, withCode);
    if (text === undefined) end();
    else if (text !== '') pieces.push({ text, ...(own === undefined ? {} : { place: own }) });
  }
  end();
  return stretches;
}

const startOfFile: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** Whether a node goes on with the text before it; every other one is a paragraph, a cell or what holds those. */
function isInline({ type }: Nodes): boolean {
  return inline.has(type);
}

const inline: ReadonlySet<Nodes['type']> = new Set([
  ...(['text', 'emphasis', 'strong', 'delete', 'link', 'linkReference', 'inlineCode', 'break'] as const),
  ...(['html', 'image', 'imageReference', 'mergeTag', 'footnoteReference'] as const),
]);

/** What readers read of a leaf; undefined where something else than text stands. HTML is left out of what is published. */
function textOfLeaf(leaf: Nodes, withCode: boolean): string | undefined {
  switch (leaf.type) {
    case 'text':
      return leaf.value.replaceAll('\n', ' ');
    case 'html':
      return '';
    case 'break':
      return '\n';
    case 'mergeTag':
      return leaf.fallback;
    case 'inlineCode':
    case 'code':
      return withCode ? leaf.value : undefined;
    case 'image':
    case 'imageReference':
      return withCode ? (leaf.alt ?? '') : undefined;
    default:
      return undefined;
  }
}
