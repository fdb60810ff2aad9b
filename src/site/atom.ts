import { feedPaths } from '../render/web-paths.ts';
import type { Feed, FeedItem } from './feed.ts';
import { element, escapeXml } from './xml.ts';

/** When a feed without an issue was last changed: it has to say. */
const never = '1970-01-01';

/**
 * Atom 1.0 with whole articles.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export function serializeAtom(feed: Feed): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    element('id', feed.url),
    element('title', feed.title),
    element('subtitle', feed.description),
    element('updated', moment(feed.items[0]?.date ?? never)),
    `<author>${element('name', feed.author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(feed.url + feedPaths.atom)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(feed.url)}"/>`,
    ...feed.items.flatMap(entryLines),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function entryLines(item: FeedItem): string[] {
  return [
    `<entry xml:lang="${escapeXml(item.language)}">`,
    element('id', item.url),
    element('title', item.title),
    element('published', moment(item.date)),
    element('updated', moment(item.date)),
    `<link rel="alternate" type="text/html" href="${escapeXml(item.url)}"/>`,
    ...item.tags.map((tag) => `<category term="${escapeXml(tag)}"/>`),
    ...(item.summary === undefined ? [] : [element('summary', item.summary)]),
    `<content type="html">${escapeXml(item.contentHtml)}</content>`,
    '</entry>',
  ];
}

/** RFC 3339, at midnight UTC. */
function moment(date: string): string {
  return `${date}T00:00:00Z`;
}
