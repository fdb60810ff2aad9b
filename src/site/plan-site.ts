import { asOfDay } from '../issue/as-of-day.ts';
import type { Issue } from '../issue/issue.ts';
import type { Picture } from '../issue/picture.ts';
import { makeAnew, type Remember } from '../issue/remember.ts';
import type { Letterhead, Templates } from '../render/letterhead.ts';
import { picturesOnWeb } from '../render/shown-pictures.ts';
import { prepareWebLayout } from '../render/web-layout.ts';
import { feedPaths, issuePath, sitemapPath } from '../render/web-paths.ts';
import { serializeAtom } from './atom.ts';
import { planFeed } from './feed.ts';
import { serializeJsonFeed } from './json-feed.ts';
import { renderNotFoundPage } from './list-pages.ts';
import { planPages, type SitePage } from './plan-pages.ts';
import { serializeRss } from './rss.ts';
import type { SitePlan } from './site-plan.ts';
import { SitePlanError } from './site-plan-error.ts';
import { collectRoles, withNewestStatus } from './site-roles.ts';
import { serializeRobots, serializeSitemap } from './sitemap.ts';

/** What a site is made of. The order of the issues does not matter; drafts may be among them. */
export interface SiteInput {
  readonly issues: readonly Issue[];
  readonly letterhead: Letterhead;
  readonly templates: Templates;
  /** `YYYY-MM-DD`: a role that `closes` before it has closed, and a consent `until` before it has ended. */
  readonly today: string;
  /** The pages of issues and roles. */
  readonly remember?: Remember;
}

/**
 * Every file of the site. Pages come before the lists that link to them, and the same input gives the same bytes.
 * Drafts are left out.
 *
 * @throws SitePlanError when two issues have the same slug: one of them would be lost.
 * @throws TemplateError when a template or the style sheet cannot be used.
 */
export function planSite({ issues, letterhead, templates, today, remember = makeAnew }: SiteInput): SitePlan {
  const layout = prepareWebLayout(letterhead, templates);
  const newestFirst = issues
    .filter((issue) => !issue.draft)
    .sort((left, right) => right.number - left.number)
    .map((issue) => asOfDay(issue, today));
  refuseSameSlug(newestFirst);
  const roles = collectRoles(newestFirst);
  const published = newestFirst.map((issue) => withNewestStatus(issue, roles));
  const pages = planPages({ issues: published, roles: [...roles.values()], remember }, layout);
  const feed = planFeed(published, layout);
  const files = new Map([
    ...pages.map(({ path, html }): [string, string] => [`${path}index.html`, html]),
    [feedPaths.rss, serializeRss(feed)],
    [feedPaths.atom, serializeAtom(feed)],
    [feedPaths.json, serializeJsonFeed(feed)],
    [sitemapPath, planSitemap(pages, letterhead.url)],
    ['robots.txt', serializeRobots(`${letterhead.url}/${sitemapPath}`)],
    ['404.html', renderNotFoundPage(layout)],
  ]);
  const shown = [
    ...published.flatMap(picturesOnWeb),
    ...published.flatMap(({ shareImage }) => shareImage ?? []),
    ...(letterhead.shareImage === undefined ? [] : [letterhead.shareImage]),
    ...picturesOfLogo(letterhead),
  ];
  const pictures = new Map(shown.map(({ path, bytes }) => [path, bytes]));
  return { files, pictures, notes: pages.flatMap(({ note }) => note ?? []) };
}

/** Mails have theirs from the site, too. */
function picturesOfLogo({ logo }: Letterhead): readonly Picture[] {
  return logo === undefined ? [] : [logo.light, logo.dark, logo.grounded];
}

function planSitemap(pages: readonly SitePage[], url: string): string {
  const kept = pages.filter(({ isKept }) => isKept);
  return serializeSitemap(kept.map(({ path, changed }) => ({ url: `${url}/${path}`, changed })));
}

function refuseSameSlug(issues: readonly Issue[]): void {
  const files = new Map<string, string>();
  for (const { slug, file } of issues) {
    const other = files.get(slug);
    if (other !== undefined) {
      throw new SitePlanError(
        `${other} and ${file} have the same page, ${issuePath({ slug })}`,
        'give one of them another slug',
      );
    }
    files.set(slug, file);
  }
}
