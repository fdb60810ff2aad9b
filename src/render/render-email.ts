import type { Block, Issue } from '../issue/issue.ts';
import { blockHtml, blockTemplates } from './block-html.ts';
import { viewBlock } from './block-view.ts';
import { columnWidthOf } from './column-width.ts';
import { fontFamilies } from './font-families.ts';
import type { Frame } from './frame.ts';
import { inlineStyles, styleElements } from './inline-styles.ts';
import type { Letterhead, Templates } from './letterhead.ts';
import { type HtmlOptions, markdownToHtml } from './markdown-html.ts';
import { mailLogo, mailPictures } from './shown-pictures.ts';
import { showFallbacks } from './slots.ts';
import { compileTemplates } from './template-engine.ts';
import { themeTokens } from './theme-tokens.ts';

/**
 * The HTML part of an issue, from `templates/email/`: `layout` around the blocks in the author's order, each by
 * the template of its kind. Slots are marked.
 *
 * @throws TemplateError
 */
export async function renderEmail(
  { issue, frame, letterhead }: { issue: Issue; frame: Frame; letterhead: Letterhead },
  templates: Templates,
): Promise<string> {
  const engine = compileTemplates(templates, 'email', letterhead);
  const options = (block?: Block): HtmlOptions => ({
    firstHeading: block === undefined ? 2 : 3,
    mergeTags: 'slots',
    forEmail: true,
    pictures: mailPictures(issue, letterhead, block),
    columnWidth: columnWidthOf(letterhead.theme),
    labels: letterhead.labels,
  });
  const blocks = issue.blocks.map((block) => {
    const view = viewBlock(block, issue, letterhead);
    return engine.fill(blockTemplates[view.kind], blockHtml(view, options(block)));
  });
  const html = engine.fill('layout', {
    ...frame,
    preheaderPaddingHtml: preheaderPadding(showFallbacks(frame.preheader ?? '')),
    stylesHtml: styleElements(templates, themeTokens(letterhead.theme)),
    outlookStyleHtml: outlookStyle(letterhead.theme),
    logo: mailLogo(letterhead),
    width: letterhead.theme.width,
    introductionHtml: markdownToHtml(issue.introduction.children, options()),
    blocksHtml: blocks.join(''),
  });
  return inlineStyles(html);
}

/** Classic Outlook reads this one, and forgets fonts in nested tables. */
function outlookStyle({ fonts }: Letterhead['theme']): string {
  const [text, essay] = [fonts.text, fonts.essay].map((one) => fontFamilies(one).inOutlook);
  return [
    '<style>',
    `td, th, p, a, li, h1, h2, h3, h4, h5, h6 { font-family: ${text} !important; mso-line-height-rule: exactly; }`,
    `.serif, .serif td, .serif th, .serif p, .serif li, .serif a { font-family: ${essay} !important; }`,
    '</style>',
  ].join('\n');
}

/** Keeps the text after a short preheader out of the inbox's preview, with characters that take room and show nothing. */
function preheaderPadding(preheader: string): string {
  const previewLength = 150;
  return '&#847;&zwnj;&nbsp;'.repeat(Math.max(0, previewLength - preheader.length));
}
