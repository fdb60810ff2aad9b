import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * What somebody reads who subscribes by the form of a page: all words of what the form stands in, piece by piece, for
 * the proof of their consent. Of a page without that form it is everything.
 */
export function readFormWording(page: string): string {
  const document = parse(page);
  return piecesOf(findForm(document)?.parentNode ?? document)
    .join('')
    .split(piece)
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join(' · ');
}

/** The one that leads to `POST /subscribe`. */
function findForm(node: Node): Element | undefined {
  if (
    tree.isElementNode(node) &&
    node.tagName === 'form' &&
    attributeOf(node, 'action')?.endsWith('/subscribe')
  )
    return node;
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = findForm(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A character that HTML cannot hold. */
const piece = '\0';

/** Their text runs on; all other elements stand for themselves. */
const inline: ReadonlySet<string> = new Set(['a', 'abbr', 'b', 'bdi', 'em', 'i', 'small', 'span', 'strong']);

function piecesOf(node: Node): readonly string[] {
  if (tree.isTextNode(node)) return [node.value];
  if (!('childNodes' in node)) return [];
  const pieces = node.childNodes.flatMap(piecesOf);
  if (!tree.isElementNode(node)) return pieces;
  if (isUnseen(node)) return [];
  return inline.has(node.tagName) ? pieces : [piece, ...pieces, piece];
}

function isUnseen(element: Element): boolean {
  return (
    /^(?:head|script|style|template)$/.test(element.tagName) || attributeOf(element, 'aria-hidden') === 'true'
  );
}

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}
