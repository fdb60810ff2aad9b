import { describe, expect, it } from 'vitest';
import type { SiteFiles } from '../../src/site/site-plan.ts';
import { readXml } from '../site/read-xml.ts';
import { atomRules } from './atom-rules.ts';
import { type FormatRule, judge } from './format-rule.ts';
import { jsonFeedRules } from './json-feed-rules.ts';
import { emptySite, judgedSite, siteUrl, today } from './judged-documents.ts';
import { robotsRules } from './robots-rules.ts';
import { rssRules } from './rss-rules.ts';
import { sitemapRules } from './sitemap-rules.ts';

const url = `${siteUrl}/`;

/** Reads a file of a site, in whatever state, as its rules want it. */
interface Format<Document> {
  readonly path: string;
  readonly rules: readonly FormatRule<Document>[];
  readonly read: (text: string, files: SiteFiles) => Document;
}

function describeFormat<Document>({ path, rules, read }: Format<Document>): void {
  describe(path, () => {
    const site = judgedSite();
    const good = site.get(path) ?? '';

    it.each(Object.entries({ 'a whole site': site, 'a site before its first issue': emptySite() }))(
      'holds to every rule on %s',
      (_, files) => {
        expect(judge(rules, read(files.get(path) ?? '', files))).toEqual([]);
      },
    );

    it.each(rules)('$name ($source)', (rule) => {
      expect(judge([rule], read(good, site))).toEqual([]);
      expect(rule.breaks.length).toBeGreaterThan(0);
      for (const [index, breakIt] of rule.breaks.entries()) {
        const broken = breakIt(good);
        expect(broken, `break ${index} changes something`).not.toBe(good);
        expect(judge([rule], read(broken, site)), `break ${index} is seen`).not.toEqual([]);
      }
    });
  });
}

describeFormat({
  path: 'rss.xml',
  rules: rssRules,
  read: (text) => ({ root: readXml(text), address: `${url}rss.xml` }),
});
describeFormat({
  path: 'atom.xml',
  rules: atomRules,
  read: (text) => ({ root: readXml(text), address: `${url}atom.xml` }),
});
describeFormat({
  path: 'feed.json',
  rules: jsonFeedRules,
  read: (text) => ({ root: JSON.parse(text), address: `${url}feed.json` }),
});
describeFormat({
  path: 'sitemap.xml',
  rules: sitemapRules,
  read: (text, files) => ({ root: readXml(text), text, files, url, today }),
});
describeFormat({ path: 'robots.txt', rules: robotsRules, read: (text, files) => ({ text, files, url }) });
