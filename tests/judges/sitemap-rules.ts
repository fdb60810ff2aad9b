import type { SiteFiles } from '../../src/site/site-plan.ts';
import type { XmlElement } from '../site/read-xml.ts';
import { failing, isDay, isRfc3339Date, isWebAddress, repeated } from './feed-values.ts';
import { change, type FormatRule, repeat } from './format-rule.ts';
import { childrenOf, moreThanOnce, notOnce, textsOf, unknownChildren } from './xml-feed.ts';

/** A sitemap with the site that it is of. */
export interface Sitemap {
  readonly root: XmlElement;
  readonly text: string;
  readonly files: SiteFiles;
  /** Of the site, with a slash at its end. */
  readonly url: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const mostPages = 50_000;
const mostBytes = 52_428_800;
const longestAddress = 2048;
const frequency = /^(always|hourly|daily|weekly|monthly|yearly|never)$/;

function addressesOf({ root }: Sitemap): readonly string[] {
  return childrenOf(root, 'url').flatMap((page) => textsOf(page, 'loc'));
}

function fieldsOf({ root }: Sitemap, name: string): readonly string[] {
  return childrenOf(root, 'url').flatMap((page) => textsOf(page, name));
}

/** The page at an address of the site. */
function pageAt(address: string, { files, url }: Sitemap): string | undefined {
  return address.startsWith(url) ? files.get(`${address.slice(url.length)}index.html`) : undefined;
}

/** Every page of the site that search engines may keep. */
function keptPages({ files, url }: Sitemap): readonly string[] {
  return [...files]
    .filter(([path, html]) => path.endsWith('index.html') && !isHidden(html))
    .map(([path]) => url + path.slice(0, -'index.html'.length));
}

function isHidden(html: string): boolean {
  return /<meta name="robots" content="noindex">/.test(html);
}

/** @see https://www.sitemaps.org/protocol.html */
export const sitemapRules: readonly FormatRule<Sitemap>[] = [
  {
    name: 'is a list of pages, nothing but what the protocol knows',
    source: 'sitemaps.org, “XML tag definitions”',
    find: ({ root }) => [
      ...(root.name === 'urlset' && root.namespace === namespace
        ? []
        : [`${root.name} of “${root.namespace}”`]),
      ...unknownChildren(root, ['url']),
      ...childrenOf(root, 'url').flatMap((page) => [
        ...notOnce(page, ['loc']),
        ...moreThanOnce(page, ['lastmod', 'changefreq', 'priority']),
        ...unknownChildren(page, ['loc', 'lastmod', 'changefreq', 'priority']),
      ]),
    ],
    breaks: [
      change(namespace, 'http://www.google.com/schemas/sitemap/0.84'),
      change('<url>', '<sitemap/><url>'),
      change(/<loc>.*?<\/loc>/, ''),
      repeat(/<loc>.*?<\/loc>/),
      repeat(/<lastmod>.*?<\/lastmod>/),
      change('</url>', '<title>x</title></url>'),
    ],
  },
  {
    name: 'is UTF-8',
    source: 'sitemaps.org, “Sitemaps XML format”',
    find: ({ text }) => (/^<\?xml version="1\.0" encoding="UTF-8"\?>/.test(text) ? [] : [text.slice(0, 40)]),
    breaks: [change('UTF-8', 'ISO-8859-1')],
  },
  {
    name: 'is no larger than the protocol allows, and not empty',
    source: 'sitemaps.org, “Sitemap file requirements”',
    find: (sitemap) => {
      const { length } = addressesOf(sitemap);
      return [
        ...(length > 0 && length <= mostPages ? [] : [`${length} pages`]),
        ...(Buffer.byteLength(sitemap.text) <= mostBytes ? [] : ['too many bytes']),
      ];
    },
    breaks: [
      (text) => text.replaceAll(/<url>[\s\S]*<\/url>/g, ''),
      change('<url>', `${'<url><loc>https://penny.example/</loc></url>'.repeat(mostPages)}<url>`),
      change('</urlset>', `${' '.repeat(mostBytes)}</urlset>`),
    ],
  },
  {
    name: 'has whole addresses on the site’s own host, and no long ones',
    source: 'sitemaps.org, “loc”, “Sitemap file location”',
    find: (sitemap) =>
      failing(
        addressesOf(sitemap),
        (address) =>
          isWebAddress(address) && address.startsWith(sitemap.url) && address.length < longestAddress,
      ),
    breaks: [
      change(/<loc>.*?</, '<loc>/issues/<'),
      change(/<loc>https:\/\/penny\.example/, '<loc>https://www.penny.example'),
      change(/<loc>https:/, '<loc>http:'),
      change(/<loc>.*?</, `<loc>https://penny.example/${'a'.repeat(longestAddress)}<`),
    ],
  },
  {
    name: 'names no page twice',
    source: 'sitemaps.org, “loc”',
    find: (sitemap) => repeated(addressesOf(sitemap)),
    breaks: [repeat(/<url>[\s\S]*?<\/url>/)],
  },
  {
    name: 'has W3C dates, none of them to come',
    source: 'sitemaps.org, “lastmod”; W3C NOTE-datetime',
    find: (sitemap) => [
      ...failing(fieldsOf(sitemap, 'lastmod'), (date) => isDay(date) || isRfc3339Date(date)),
      ...fieldsOf(sitemap, 'lastmod').filter((date) => date.slice(0, 10) > sitemap.today),
    ],
    breaks: [
      change(/<lastmod>.*?</, '<lastmod>Mon, 23 Nov 2026<'),
      change(/<lastmod>.*?</, '<lastmod>2026-11-31<'),
      change(/<lastmod>.*?</, '<lastmod>2026-11-24<'),
    ],
  },
  {
    name: 'has known frequencies and priorities, if any',
    source: 'sitemaps.org, “changefreq”, “priority”',
    find: (sitemap) => [
      ...failing(fieldsOf(sitemap, 'changefreq'), (value) => frequency.test(value)),
      ...failing(fieldsOf(sitemap, 'priority'), (value) => /^(0\.\d|1\.0)$/.test(value)),
    ],
    breaks: [
      change('</url>', '<changefreq>often</changefreq></url>'),
      change('</url>', '<priority>5</priority></url>'),
    ],
  },
  {
    name: 'names every page that search engines may keep, and no other',
    source: 'sitemaps.org, “loc”; what noindex is for',
    find: (sitemap) => [
      ...failing(addressesOf(sitemap), (address) => {
        const page = pageAt(address, sitemap);
        return page !== undefined && !isHidden(page);
      }),
      ...keptPages(sitemap).filter((address) => !addressesOf(sitemap).includes(address)),
    ],
    breaks: [
      change(/<loc>.*?</, '<loc>https://penny.example/nothing/<'),
      change(/<loc>.*?</, '<loc>https://penny.example/roles/gone/<'),
      change(/<url>[\s\S]*?<\/url>/, ''),
    ],
  },
];
