import type { BlockView, CardView, EssayPartView, EssayView } from './block-view.ts';
import { type HtmlOptions, markdownToHtml } from './markdown-html.ts';

/** A block as HTML templates see it: its markdown is ready to be set, as `{{{bodyHtml}}}`. */
export type BlockHtml = CardHtml | EssayHtml;

export interface CardHtml extends Omit<CardView, 'body'> {
  readonly bodyHtml: string;
}

export interface EssayHtml extends Omit<EssayView, 'parts'> {
  readonly parts: readonly EssayPartHtml[];
}

export interface EssayPartHtml extends Omit<EssayPartView, 'body'> {
  readonly bodyHtml: string;
}

/**
 * Renders the markdown of a block.
 *
 * @param options of the block; the parts of an essay get footnote prefixes of their own.
 */
export function blockHtml(view: BlockView, options: HtmlOptions): BlockHtml {
  if (view.kind !== 'essay') {
    const { body, ...card } = view;
    return { ...card, bodyHtml: markdownToHtml(body, options) };
  }
  const { footnotePrefix } = options;
  const parts = view.parts.map(({ label, body }, index) => {
    const prefix = footnotePrefix === undefined ? {} : { footnotePrefix: `${footnotePrefix}-${index + 1}` };
    return { label, bodyHtml: markdownToHtml(body, { ...options, ...prefix }) };
  });
  return { ...view, parts };
}
