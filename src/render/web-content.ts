import { isOnWeb } from '../issue/is-on-web.ts';
import type { Block, Issue } from '../issue/issue.ts';
import { blockHtml, blockTemplates } from './block-html.ts';
import { viewBlock } from './block-view.ts';
import { type HtmlOptions, markdownToHtml } from './markdown-html.ts';
import { linkPictures } from './shown-pictures.ts';
import type { WebLayout } from './web-layout.ts';
import { absoluteLinks, type WebLink } from './web-links.ts';
import { rolePath } from './web-paths.ts';

/**
 * What stands on an issue's page below its title: the introduction and the blocks in the author's order, each by
 * the template of its kind. Merge tags show their fallbacks.
 *
 * @throws TemplateError
 */
export function renderWebContent(issue: Issue, layout: WebLayout, link: WebLink): string {
  return renderContent(issue, { layout, link, footnotePrefix: (piece) => ({ footnotePrefix: piece }) });
}

/**
 * The same for feeds: it needs no style, and every address in it is absolute. Footnotes are not linked, because
 * readers show many issues on one page.
 *
 * @throws TemplateError
 */
export function renderFeedContent(issue: Issue, layout: WebLayout): string {
  const link = absoluteLinks(layout.letterhead.url);
  return renderContent(issue, { layout, link, footnotePrefix: () => ({}) });
}

interface ContentContext {
  readonly layout: WebLayout;
  readonly link: WebLink;
  readonly footnotePrefix: (piece: string) => Pick<HtmlOptions, 'footnotePrefix'>;
}

function renderContent(issue: Issue, context: ContentContext): string {
  const { layout, link, footnotePrefix } = context;
  const options = (piece: string): HtmlOptions => ({
    firstHeading: 3,
    mergeTags: 'fallbacks',
    forEmail: false,
    labels: layout.letterhead.labels,
    pictures: linkPictures(issue, link),
    ...footnotePrefix(piece),
  });
  const introductionHtml = markdownToHtml(issue.introduction.children, {
    ...options('introduction'),
    firstHeading: 2,
  });
  const introduction = layout.engine.fill('introduction', { introductionHtml });
  const blocks = issue.blocks.map((block, index) =>
    renderBlock(block, { ...context, issue, options: options(`block-${index + 1}`) }),
  );
  return [introduction, ...blocks].join('').trimEnd();
}

interface BlockContext extends ContentContext {
  readonly issue: Issue;
  readonly options: HtmlOptions;
}

function renderBlock(block: Block, { issue, layout, link, options }: BlockContext): string {
  const { engine, letterhead } = layout;
  if (block.kind === 'activeCandidate' && !isOnWeb(block)) {
    return engine.fill('withheld-candidate', { subscribeUrl: `${letterhead.url}/#subscribe` });
  }
  const html = blockHtml(viewBlock(block, issue, letterhead), options);
  const page = block.kind === 'openRole' ? { href: link(rolePath(block)) } : {};
  return engine.fill(blockTemplates[block.kind], { ...html, ...page });
}
