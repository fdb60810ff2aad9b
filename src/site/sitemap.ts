import { element } from './xml.ts';

/** A page that search engines may keep. */
export interface SitemapEntry {
  /** Absolute. */
  readonly url: string;
  /** `YYYY-MM-DD`, of what is newest on it; absent before there is an issue. */
  readonly changed?: string | undefined;
}

/** @see https://www.sitemaps.org/protocol.html */
export function serializeSitemap(entries: readonly SitemapEntry[]): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries.flatMap(({ url, changed }) => [
      '<url>',
      element('loc', url),
      ...(changed === undefined ? [] : [element('lastmod', changed)]),
      '</url>',
    ]),
    '</urlset>',
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * Everything may be read: what is not for search engines says so itself, and has to be read for that.
 *
 * @param sitemap its absolute address
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
export function serializeRobots(sitemap: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}
