import { feedPaths } from '../render/web-paths.ts';
import type { Feed, FeedItem } from './feed.ts';
import { cdata, element, escapeXml } from './xml.ts';

/**
 * RSS 2.0 with `atom:link` to itself and whole articles in `content:encoded`.
 *
 * @see https://www.rssboard.org/rss-specification
 * @see https://www.rssboard.org/rss-profile
 */
export function serializeRss(feed: Feed): string {
  const [newest] = feed.items;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">',
    '<channel>',
    element('title', feed.title),
    element('link', feed.url),
    `<atom:link href="${escapeXml(feed.url + feedPaths.rss)}" rel="self" type="application/rss+xml"/>`,
    element('description', plainTextAsHtml(feed.description)),
    element('language', feed.language),
    ...(newest === undefined ? [] : [element('lastBuildDate', formatRssDate(newest.date))]),
    ...feed.items.flatMap(itemLines),
    '</channel>',
    '</rss>',
  ];
  return `${lines.join('\n')}\n`;
}

function itemLines(item: FeedItem): string[] {
  return [
    '<item>',
    element('title', item.title),
    element('link', item.url),
    `<guid isPermaLink="true">${escapeXml(item.url)}</guid>`,
    element('pubDate', formatRssDate(item.date)),
    ...(item.summary === undefined ? [] : [element('description', plainTextAsHtml(item.summary))]),
    ...item.tags.map((tag) => element('category', tag)),
    `<content:encoded>${cdata(item.contentHtml)}</content:encoded>`,
    '</item>',
  ];
}

/** A description is read as HTML, a title is not. */
function plainTextAsHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** RFC 822 with a year of four digits, at midnight UTC: `Mon, 23 Nov 2026 00:00:00 GMT`. */
function formatRssDate(date: string): string {
  return new Date(Date.parse(date)).toUTCString();
}
