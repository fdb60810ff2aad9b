import type { Image, ImageReference, Link, LinkReference, Nodes } from 'mdast';
import { safeLinkUrl } from './safe-url.ts';
import { markSlot } from './slots.ts';
import type { TextNotes } from './text-notes.ts';

/** The text of a paragraph's content. Line ends of the source are spaces, as they are in HTML. */
export function inlineText(nodes: readonly Nodes[], notes: TextNotes): string {
  return nodes.map((node) => renderInline(node, notes)).join('');
}

function renderInline(node: Nodes, notes: TextNotes): string {
  switch (node.type) {
    case 'text':
      return node.value.replaceAll('\n', ' ');
    case 'inlineCode':
      return node.value.replaceAll('\n', ' ');
    case 'break':
      return '\n';
    case 'emphasis':
    case 'strong':
      return inlineText(node.children, notes);
    case 'delete':
      return `~~${inlineText(node.children, notes)}~~`;
    case 'link':
      return renderLink(node, node.url, notes);
    case 'linkReference':
      return renderLink(node, notes.urlOf(node), notes);
    case 'image':
    case 'imageReference':
      return renderImage(node);
    case 'footnoteReference':
      return `[${notes.numberOfFootnote(node) ?? `^${node.label ?? node.identifier}`}]`;
    case 'mergeTag':
      return markSlot(node);
    default:
      return '';
  }
}

/** A link whose text is its address needs no note. */
function renderLink(node: Link | LinkReference, url: string | undefined, notes: TextNotes): string {
  const label = inlineText(node.children, notes);
  const href = url === undefined ? undefined : safeLinkUrl(url);
  if (href === undefined || isAddressItself(label, href)) return label;
  return `${label} [${notes.numberOfLink(href)}]`;
}

function isAddressItself(label: string, href: string): boolean {
  const written = [href, href.replace(/^mailto:/, ''), href.replace(/^http:\/\/(?=www\.)/, '')];
  return written.includes(label) || safeLinkUrl(label) === href;
}

function renderImage({ alt }: Image | ImageReference): string {
  return alt ? `[Image: ${alt.replaceAll('\n', ' ')}]` : '';
}
