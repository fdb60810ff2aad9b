import type { Issue } from '../issue/issue.ts';
import type { Letterhead, Templates } from '../render/letterhead.ts';
import { prepareWebLayout } from '../render/web-layout.ts';
import { relativeLinks } from '../render/web-links.ts';
import { renderWebPage } from '../render/web-page.ts';
import { renderFeed } from './feed.ts';
import { renderArchivePage, renderHomePage, renderNotFoundPage } from './list-pages.ts';
import type { SitePlan } from './site-plan.ts';
import { SitePlanError } from './site-plan-error.ts';

/** What a site is made of. The order of the issues does not matter; drafts may be among them. */
export interface SiteInput {
  readonly issues: readonly Issue[];
  readonly letterhead: Letterhead;
  readonly templates: Templates;
}

/**
 * Every file of the site. Pages come before the lists that link to them, and the same input gives the same bytes.
 * Drafts are left out.
 *
 * @throws SitePlanError when two issues have the same slug: one of them would be lost.
 * @throws TemplateError when a template or the style sheet cannot be used.
 */
export function planSite({ issues, letterhead, templates }: SiteInput): SitePlan {
  const layout = prepareWebLayout(letterhead, templates);
  const published = issues.filter((issue) => !issue.draft).sort((left, right) => right.number - left.number);
  refuseSameSlug(published);
  const pages = published.map((issue, index): [string, string] => {
    const path = `issues/${issue.slug}/`;
    const place = { link: relativeLinks(path), newer: published[index - 1], older: published[index + 1] };
    return [`${path}index.html`, renderWebPage(issue, layout, place)];
  });
  return new Map([
    ...pages,
    ['issues/index.html', renderArchivePage(published, layout)],
    ['index.html', renderHomePage(published, layout)],
    ['rss.xml', renderFeed(published, layout)],
    ['404.html', renderNotFoundPage(layout)],
  ]);
}

function refuseSameSlug(issues: readonly Issue[]): void {
  const files = new Map<string, string>();
  for (const { slug, file } of issues) {
    const other = files.get(slug);
    if (other !== undefined) {
      throw new SitePlanError(
        `${other} and ${file} have the same page, issues/${slug}/`,
        'give one of them another slug',
      );
    }
    files.set(slug, file);
  }
}
