import type { RootContent } from 'mdast';
import remarkHtml from 'remark-html';
import { unified } from 'unified';
import { collectDefinitions } from './collect-definitions.ts';
import { emailBoxes } from './email-boxes.ts';
import { footnoteHandlers } from './footnote-handlers.ts';
import { htmlHandlers } from './html-handlers.ts';
import { htmlSchema } from './html-schema.ts';
import type { Labels } from './labels.ts';
import { orderFootnotes } from './order-footnotes.ts';
import type { PictureSource } from './shown-pictures.ts';

export interface HtmlOptions {
  /** The level of the outermost headings; others follow without a gap. */
  readonly firstHeading: 2 | 3 | 4;
  /** `slots`: for {@link splitSlots}. `fallbacks`: what a reader whom we do not know sees. */
  readonly mergeTags: 'slots' | 'fallbacks';
  /**
   * Begins the ids of this piece's footnotes and must be unique on the page. Without it footnotes do not link to
   * and fro: mail programs do not follow links within a message, nor do feed readers.
   */
  readonly footnotePrefix?: string;
  /** Boxes as mail programs need them: quotes and code in tables of one cell. */
  readonly forEmail: boolean;
  /** Where the pictures of the issue are to be had. */
  readonly pictures: PictureSource;
  /** Of a mail, in pixels: what an image from the web gets that fills it. */
  readonly columnWidth?: number;
  /** What is read aloud. */
  readonly labels: Pick<Labels, 'backToMention' | 'table'>;
}

/**
 * An author's markdown as HTML that is safe to send: raw HTML is left out, only web, mail and telephone links and
 * images from the web survive. Text comes out character for character.
 */
export function markdownToHtml(children: readonly RootContent[], options: HtmlOptions): string {
  const notes = orderFootnotes(children, collectDefinitions(children));
  const flow = children.filter((child) => child.type !== 'footnoteDefinition');
  const processor = unified().use(remarkHtml, {
    handlers: {
      ...htmlHandlers(options),
      ...footnoteHandlers(notes, options),
      ...(options.forEmail ? emailBoxes(options.labels) : {}),
    },
    sanitize: htmlSchema,
    characterReferences: { useNamedReferences: true },
  });
  return processor.stringify({ type: 'root', children: [...flow, ...notes] }).trimEnd();
}
