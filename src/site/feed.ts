import type { Issue } from '../issue/issue.ts';
import { renderFeedContent } from '../render/web-content.ts';
import { viewIssue } from '../render/web-issue.ts';
import type { WebLayout } from '../render/web-layout.ts';
import { absoluteLinks } from '../render/web-links.ts';
import { type FeedItem, serializeRss } from './rss.ts';

/** How many issues a feed holds: readers fetch it often, and whole. */
const longestFeed = 50;

/**
 * The feed of the site: whole issues, as their pages show them.
 *
 * @param issues newest first
 */
export function renderFeed(issues: readonly Issue[], layout: WebLayout): string {
  const { name, tagline, url, language } = layout.letterhead;
  return serializeRss({
    title: name,
    description: tagline ?? name,
    url: `${url}/`,
    feedUrl: `${url}/rss.xml`,
    language,
    items: issues.slice(0, longestFeed).map((issue): FeedItem => {
      const { title, subtitle, date, href } = viewIssue(issue, absoluteLinks(url));
      const contentHtml = renderFeedContent(issue, layout);
      return { title, summary: subtitle, url: href, date, tags: issue.tags, contentHtml };
    }),
  });
}
