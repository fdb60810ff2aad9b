import { feedPaths } from '../render/web-paths.ts';
import type { Feed } from './feed.ts';

/**
 * JSON Feed 1.1 with whole articles.
 *
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function serializeJsonFeed(feed: Feed): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.url,
    feed_url: `${feed.url}${feedPaths.json}`,
    description: feed.description,
    authors: [{ name: feed.author, url: feed.url }],
    language: feed.language,
    items: feed.items.map(({ title, summary, url, date, language, tags, contentHtml }) => ({
      id: url,
      url,
      title,
      summary,
      content_html: contentHtml,
      date_published: `${date}T00:00:00Z`,
      language,
      tags: tags.length === 0 ? undefined : tags,
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
