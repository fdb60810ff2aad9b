import type { Tag } from './read-tags.ts';

/** A piece of CSS in a template: a style sheet, or what stands in a style attribute. */
export interface CssPiece {
  readonly css: string;
  /** Where it starts in the template. */
  readonly start: number;
  /**
   * Inlined: its rules are written into style attributes before the mail is sent, with custom properties and nested
   * rules resolved. Head: sent as a style sheet, as it stands.
   */
  readonly kind: 'inlined' | 'head' | 'attribute';
  /** The element has its background colour from another attribute. */
  readonly onColour?: boolean;
  /** Only other mail clients than classic Outlook see it. */
  readonly hiddenFromOutlook?: boolean;
}

/** The CSS of a tag: its style attribute, and what stands in a `<style>`. */
export function cssPiecesOf(tag: Tag, html: string): readonly CssPiece[] {
  const pieces = tag.name === 'style' ? [pieceOfElement(tag, html)] : [];
  const attribute = tag.attributes.get('style');
  return attribute === undefined
    ? pieces
    : [...pieces, pieceOfAttribute(tag, html.slice(attribute.start, attribute.end), attribute.start)];
}

/** The inliner writes a plain `<style>` into the elements; one with `data-embed` stays. */
function pieceOfElement({ end: start, attributes, hiddenFromOutlook }: Tag, html: string): CssPiece {
  const closing = /<\/style/gi;
  closing.lastIndex = start;
  return {
    css: html.slice(start, closing.exec(html)?.index),
    start,
    kind: attributes.has('data-embed') ? 'head' : 'inlined',
    hiddenFromOutlook,
  };
}

/** As it is written, with blanks for entities: the semicolon of `&quot;` would end a declaration. */
function pieceOfAttribute(
  { attributes, hiddenFromOutlook }: Tag,
  written: string,
  writtenAt: number,
): CssPiece {
  const [opening = '', quote = ''] = /^[^=]*=?\s*(["']?)/.exec(written) ?? [];
  const css = written.slice(opening.length, written.length - quote.length);
  return {
    css: css.replaceAll(/&#?\w+;/g, (entity) => ' '.repeat(entity.length)),
    start: writtenAt + opening.length,
    kind: 'attribute',
    onColour: attributes.has('bgcolor'),
    hiddenFromOutlook,
  };
}
