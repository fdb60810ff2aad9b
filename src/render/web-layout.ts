import { requireTokens } from './fill-tokens.ts';
import type { Letterhead, Templates } from './letterhead.ts';
import { shareCardOfSite, type ViewedShareImage, viewShareImage } from './share-cards.ts';
import { webLogo } from './shown-pictures.ts';
import { type StructuredData, serializeStructuredData } from './structured-data.ts';
import { compileTemplates, type TemplateEngine } from './template-engine.ts';
import { TemplateError } from './template-error.ts';
import { textDirection } from './text-direction.ts';
import { type ThemeTokens, themeTokens } from './theme-tokens.ts';
import type { WebLink } from './web-links.ts';
import { archivePath, feedPaths, homePath, rolesPath } from './web-paths.ts';

/** What all pages of a newsletter share: made once, for any number of pages. */
export interface WebLayout {
  readonly letterhead: Letterhead;
  readonly engine: TemplateEngine;
  /** The style sheet that every page holds, so that none is fetched. */
  readonly style: string;
}

/** @throws TemplateError when a template or the style sheet of `templates/web/` is malformed or missing. */
export function prepareWebLayout(letterhead: Letterhead, templates: Templates): WebLayout {
  const file = 'web/style.css';
  const sheet = templates.get(file);
  if (sheet === undefined) throw new TemplateError(`there is no style sheet ${file}`, { file });
  const tokens = themeTokens(letterhead.theme);
  requireTokens(sheet, tokens, file);
  const style = `${customProperties(tokens)}\n${sheet.trim()}`;
  return { letterhead, engine: compileTemplates(templates, 'web', letterhead), style };
}

/** The theme as `var(--text)` and so on, for light and dark screens. */
function customProperties({ light, dark, measures }: ThemeTokens): string {
  const declare = (tokens: ThemeTokens['light']): string =>
    Object.entries(tokens)
      .map(([name, colour]) => `--${name}: ${colour};`)
      .join(' ');
  return `:root { ${declare({ ...light, ...measures })} }\n@media (prefers-color-scheme: dark) { :root { ${declare(dark)} } }`;
}

/** One page: which template fills it with what, and what its head says. */
export interface WebPage {
  /** In `templates/web/`, without `.hbs`. */
  readonly template: string;
  /** What only this template sees. */
  readonly data: object;
  readonly title: string;
  readonly description?: string | undefined;
  /** BCP 47. */
  readonly language: string;
  /** Below the site's root; absent when the page has no address of its own and no search engine should keep it. */
  readonly path?: string;
  /** `YYYY-MM-DD`; only what is published on a day has one. */
  readonly published?: string;
  /** Whether no search engine should keep it although it has an address. */
  readonly isHidden?: boolean;
  /** False where the form to subscribe helps nobody, such as below one that confirms. */
  readonly hasForm?: boolean;
  readonly structuredData?: readonly StructuredData[];
  /** Stands for the page where its address is shared; without one the newsletter’s does. */
  readonly shareImage?: ViewedShareImage | undefined;
  readonly link: WebLink;
}

/**
 * A complete page: `template` within `layout.hbs`. Both see the newsletter and the links of the site.
 *
 * @throws TemplateError when a template names something that is not there.
 */
export function renderPage({ letterhead, engine, style }: WebLayout, page: WebPage): string {
  const { url } = letterhead;
  const { hasForm = true } = page;
  const shared = { newsletter: viewNewsletter(letterhead), links: siteLinks(page.link, hasForm) };
  return engine.fill('layout', {
    ...shared,
    logo: webLogo(letterhead, page.link),
    page: {
      title: page.title,
      description: page.description,
      language: page.language,
      direction: textDirection(page.language),
      url: page.path === undefined ? undefined : `${url}/${page.path}`,
      published: page.published,
      image: page.path === undefined ? undefined : (page.shareImage ?? imageOfSite(letterhead)),
      isHome: page.path === homePath,
      hasForm,
      isHidden: page.isHidden === true || page.path === undefined,
      structuredData: (page.structuredData ?? []).map((data) => ({
        dataHtml: serializeStructuredData(data),
      })),
    },
    styleHtml: style,
    contentHtml: engine.fill(page.template, { ...shared, ...page.data }).trimEnd(),
  });
}

function imageOfSite(letterhead: Letterhead): ViewedShareImage | undefined {
  const { shareImage, url } = letterhead;
  return shareImage === undefined ? undefined : viewShareImage(shareImage, shareCardOfSite(letterhead), url);
}

function viewNewsletter({ name, tagline, url, language, sender, topics = [] }: Letterhead): object {
  return {
    name,
    tagline,
    url,
    language,
    direction: textDirection(language),
    postalAddress: sender.postalAddress,
    topics,
  };
}

function siteLinks(link: WebLink, hasForm: boolean): object {
  return {
    home: link(homePath),
    archive: link(archivePath),
    roles: link(rolesPath),
    feed: link(feedPaths.rss),
    subscribe: hasForm ? '#subscribe' : `${link(homePath)}#subscribe`,
  };
}
