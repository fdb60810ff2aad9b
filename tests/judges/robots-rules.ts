import type { SiteFiles } from '../../src/site/site-plan.ts';
import { failing, isWebAddress } from './feed-values.ts';
import { change, type FormatRule } from './format-rule.ts';

/** A robots.txt with the site that it is of. */
export interface Robots {
  readonly text: string;
  readonly files: SiteFiles;
  /** Of the site, with a slash at its end. */
  readonly url: string;
}

/** What every crawler reads at least: RFC 9309 §2.5. */
const mostBytes = 500 * 1024;

interface Line {
  readonly name: string;
  readonly value: string;
}

/** The lines with a name and a value, comments taken out. */
function linesOf({ text }: Robots): readonly Line[] {
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...rest] = line.split(':');
      return { name: name.toLowerCase().trim(), value: rest.join(':').trim() };
    });
}

function valuesOf(robots: Robots, name: string): readonly string[] {
  return linesOf(robots)
    .filter((line) => line.name === name)
    .map(({ value }) => value);
}

/** @see https://www.rfc-editor.org/rfc/rfc9309 */
export const robotsRules: readonly FormatRule<Robots>[] = [
  {
    name: 'is short, in UTF-8, with line ends',
    source: 'RFC 9309 §2.3, §2.5',
    find: ({ text }) => [
      ...(Buffer.byteLength(text) <= mostBytes ? [] : ['too long']),
      ...(/^[\t\n\r\u{20}-\u{10ffff}]*$/u.test(text) && text.isWellFormed() ? [] : ['a control character']),
      ...(text.endsWith('\n') ? [] : ['no line end']),
    ],
    breaks: [
      (text) => `${text}${'# and on\n'.repeat(mostBytes)}`,
      (text) => `${text}\0\n`,
      (text) => text.trimEnd(),
    ],
  },
  {
    name: 'has only lines that crawlers know',
    source: 'RFC 9309 §2.2',
    find: (robots) =>
      failing(
        linesOf(robots).map(({ name }) => name),
        (name) => ['user-agent', 'allow', 'disallow', 'sitemap'].includes(name),
      ),
    breaks: [change('Allow:', 'Permit:'), change('Allow: /', 'everything')],
  },
  {
    name: 'begins with whom it is for, and is for all',
    source: 'RFC 9309 §2.2.1',
    find: (robots) => [
      ...(linesOf(robots)[0]?.name === 'user-agent' ? [] : ['rules before a crawler']),
      ...(valuesOf(robots, 'user-agent').includes('*') ? [] : ['not for all']),
    ],
    breaks: [change('User-agent: *\n', ''), change('User-agent: *', 'User-agent: penny')],
  },
  {
    name: 'has rules on paths from the root',
    source: 'RFC 9309 §2.2.2',
    find: (robots) => {
      const paths = [...valuesOf(robots, 'allow'), ...valuesOf(robots, 'disallow')];
      return [...failing(paths, (path) => path.startsWith('/')), ...(paths.length > 0 ? [] : ['no rule'])];
    },
    breaks: [change('Allow: /', 'Allow: issues/'), change('Allow: /\n', '')],
  },
  {
    name: 'keeps no page from being read, or its noindex is never seen',
    source: 'RFC 9309 §2.2.2; what noindex is for',
    find: (robots) => valuesOf(robots, 'disallow'),
    breaks: [change('Allow: /', 'Allow: /\nDisallow: /roles/')],
  },
  {
    name: 'names the whole address of a sitemap that there is',
    source: 'sitemaps.org, “Specifying the sitemap location in your robots.txt file”',
    find: (robots) => {
      const sitemaps = valuesOf(robots, 'sitemap');
      const isThere = (address: string) =>
        isWebAddress(address) &&
        address.startsWith(robots.url) &&
        robots.files.has(address.slice(robots.url.length));
      return [
        ...failing(sitemaps, isThere),
        ...(sitemaps.length === 1 ? [] : [`${sitemaps.length} sitemaps`]),
      ];
    },
    breaks: [
      change(/Sitemap: .*/, 'Sitemap: /sitemap.xml'),
      change(/Sitemap: .*\n/, ''),
      change('sitemap.xml', 'sitemaps.xml'),
      change('https://penny.example', 'https://www.penny.example'),
    ],
  },
];
