import type { BlockView, CardView, EssayPartView, EssayView } from './block-view.ts';
import { type HtmlOptions, markdownToHtml } from './markdown-html.ts';

/** A block as HTML templates see it: its markdown is ready to be set, as `{{{bodyHtml}}}`. */
export type BlockHtml = CardHtml | EssayHtml;

export interface CardHtml extends Omit<CardView, 'body'> {
  readonly bodyHtml: string;
}

interface EssayHtml extends Omit<EssayView, 'parts'> {
  readonly parts: readonly EssayPartHtml[];
}

interface EssayPartHtml extends Omit<EssayPartView, 'body'> {
  readonly bodyHtml: string;
}

/** The template of each kind of block, in mail and on the web. */
export const blockTemplates = { openRole: 'role', activeCandidate: 'candidate', essay: 'essay' } as const;

/**
 * Renders the markdown of a block.
 *
 * @param options of the block; the parts of an essay get footnote prefixes of their own.
 */
export function blockHtml(view: BlockView, options: HtmlOptions): BlockHtml {
  if (view.kind !== 'essay') return cardHtml(view, options);
  const { footnotePrefix } = options;
  const parts = view.parts.map(({ label, body }, index) => {
    const prefix = footnotePrefix === undefined ? {} : { footnotePrefix: `${footnotePrefix}-${index + 1}` };
    return { label, bodyHtml: markdownToHtml(body, { ...options, ...prefix }) };
  });
  return { ...view, parts };
}

/** Renders the markdown of an open role or an active candidate. */
export function cardHtml({ body, ...card }: CardView, options: HtmlOptions): CardHtml {
  return { ...card, bodyHtml: markdownToHtml(body, options) };
}
