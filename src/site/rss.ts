import { cdata, escapeXml } from './xml.ts';

/** A feed of whole articles. Addresses are absolute, dates are `YYYY-MM-DD`. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** Of the site. */
  readonly url: string;
  /** Of the feed itself. */
  readonly feedUrl: string;
  /** BCP 47. */
  readonly language: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  readonly title: string;
  readonly summary: string | undefined;
  /** Also the item's identity: it never changes. */
  readonly url: string;
  readonly date: string;
  readonly tags: readonly string[];
  readonly contentHtml: string;
}

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
    `<atom:link href="${escapeXml(feed.feedUrl)}" rel="self" type="application/rss+xml"/>`,
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

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

/** A description is read as HTML, a title is not. */
function plainTextAsHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** RFC 822 with a year of four digits, at midnight UTC: `Mon, 23 Nov 2026 00:00:00 GMT`. */
function formatRssDate(date: string): string {
  return new Date(Date.parse(date)).toUTCString();
}
