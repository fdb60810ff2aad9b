import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5';
import type { LetterLink } from '../../preview/letter.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** Where the links of a mail lead, and under which heading each stands, in the mail's order. */
export function listLinks(html: string): readonly LetterLink[] {
  const links: LetterLink[] = [];
  let under = 'at the top';
  const visit = (node: Node): void => {
    if (tree.isElementNode(node)) {
      const href = attributeOf(node, 'href');
      if (node.tagName === 'a' && href !== undefined)
        links.push({ label: textOf(node) || (attributeOf(node, 'aria-label') ?? ''), address: href, under });
      if (/^h[12]$/.test(node.tagName)) under = textOf(node);
      if (/(?:^|\s)footer(?:\s|$)/.test(attributeOf(node, 'class') ?? '')) under = 'at the foot';
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return links;
}

function attributeOf(element: DefaultTreeAdapterTypes.Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** What is read there; of a picture, its words. */
function textOf(node: Node): string {
  const read = (piece: Node): string => {
    if (tree.isTextNode(piece)) return piece.value;
    if (tree.isElementNode(piece) && piece.tagName === 'img') return attributeOf(piece, 'alt') ?? '';
    return 'childNodes' in piece ? piece.childNodes.map(read).join('') : '';
  };
  return read(node).replaceAll(/\s+/g, ' ').trim();
}
