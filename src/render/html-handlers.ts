import type { Element, ElementContent, Properties } from 'hast';
import type * as markdown from 'mdast';
import type { MergeTag } from '../issue/issue.ts';
import {
  element,
  type Handler,
  type HandlerParent,
  type HandlerState,
  type Handlers,
  text,
} from './html-element.ts';
import type { Labels } from './labels.ts';
import { safeImageUrl, safeLinkUrl } from './safe-url.ts';
import type { PictureSource } from './shown-pictures.ts';
import { markSlot } from './slots.ts';
import { tableHandler } from './table-handler.ts';

export interface HandlerOptions {
  readonly firstHeading: 2 | 3 | 4;
  readonly mergeTags: 'slots' | 'fallbacks';
  readonly forEmail: boolean;
  readonly pictures: PictureSource;
  readonly columnWidth?: number;
  readonly labels: Pick<Labels, 'table'>;
}

/** How nodes become HTML where remark's own way does not fit a newsletter. For one document only. */
export function htmlHandlers(options: HandlerOptions): Handlers {
  const image = imageHandler(options);
  return {
    heading: headingHandler(options.firstHeading),
    paragraph,
    link,
    linkReference: link,
    image,
    imageReference: image,
    mergeTag: mergeTagHandler(options.mergeTags),
    table: tableHandler(options.labels),
  };
}

/** Nests headings below `first` as their depths ask for, and never skips a level. */
function headingHandler(first: number): Handler {
  const open: number[] = [];
  return (state, node: markdown.Heading) => {
    while ((open.at(-1) ?? 0) >= node.depth) open.pop();
    open.push(node.depth);
    return element(`h${Math.min(first + open.length - 1, 6)}`, {}, state.all(node));
  };
}

/** A task's checkbox is text: mail has no working inputs, and the sanitiser drops remark's. */
function paragraph(state: HandlerState, node: markdown.Paragraph, parent: HandlerParent): Element {
  const content = state.all(node);
  if (parent?.type !== 'listItem' || typeof parent.checked !== 'boolean' || parent.children[0] !== node) {
    return element('p', {}, content);
  }
  return element('p', {}, [text(parent.checked ? '[x] ' : '[ ] '), ...content]);
}

function link(state: HandlerState, node: markdown.Link | markdown.LinkReference): ElementContent[] | Element {
  const target = targetOf(state, node);
  const href = target === undefined ? undefined : safeLinkUrl(target.url);
  if (href === undefined) return state.all(node);
  return element('a', { href, ...titleOf(target) }, state.all(node));
}

/** An image that may not be loaded leaves its description. Pages load those below the fold when a reader gets there. */
function imageHandler({ pictures, forEmail, columnWidth }: HandlerOptions): Handler {
  return (state, node: markdown.Image | markdown.ImageReference, parent) => {
    const target = targetOf(state, node);
    const alt = node.alt ?? '';
    if (target === undefined) return text(alt);
    const shared = { alt, ...titleOf(target), ...(forEmail ? {} : { loading: 'lazy' }) };
    const picture = pictures(target.url);
    if (picture !== undefined) return element('img', { ...picture, ...shared }, []);
    const src = safeImageUrl(target.url);
    if (src === undefined) return text(alt);
    const fillsColumn = parent?.type === 'paragraph' && parent.children.length === 1;
    // Classic Outlook takes an image's width from its attribute; everybody else from the style sheet.
    const width = columnWidth !== undefined && fillsColumn ? { width: columnWidth } : {};
    return element('img', { src, ...shared, ...width }, []);
  };
}

function targetOf(
  state: HandlerState,
  node: markdown.Link | markdown.Image | markdown.LinkReference | markdown.ImageReference,
): markdown.Resource | undefined {
  return 'url' in node ? node : state.definitionById.get(node.identifier.toUpperCase());
}

function titleOf(target: markdown.Resource | undefined): Properties {
  return target?.title == null ? {} : { title: target.title };
}

function mergeTagHandler(as: HandlerOptions['mergeTags']): Handler {
  return (_state, tag: MergeTag) => text(as === 'slots' ? markSlot(tag) : (tag.fallback ?? ''));
}
