import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/issue/issue.ts';
import type { Letterhead } from '../../src/render/letterhead.ts';
import { planSite } from '../../src/site/plan-site.ts';
import type { SiteFiles } from '../../src/site/site-plan.ts';
import { SitePlanError } from '../../src/site/site-plan-error.ts';
import { richIssue } from '../render/sample-issues.ts';
import {
  candidate,
  essay,
  issueWith,
  letterhead,
  markdown,
  role,
  templates,
  textContent,
} from '../render/samples.ts';
import { readXml, type XmlElement } from './read-xml.ts';

const first = issueWith([role()], { number: 1, slug: 'first', date: '2026-11-02', title: 'the first' });
const second = { ...richIssue, number: 2, slug: 'second', date: '2026-11-09', title: 'the second' };
const third = issueWith([essay('an opinion')], {
  number: 10,
  slug: 'third',
  date: '2026-11-16',
  title: 'the third',
});

function plan(issues: readonly Issue[], changes: Partial<Letterhead> = {}): SiteFiles {
  return planSite({ issues, letterhead: { ...letterhead, ...changes }, templates, today: '2026-11-23' })
    .files;
}

function fileOf(site: SiteFiles, path: string): string {
  const text = site.get(path);
  if (text === undefined) throw new Error(`not planned: ${path}`);
  return text;
}

function pagesOf(site: SiteFiles): [string, string][] {
  return [...site].filter(([path]) => path.endsWith('.html'));
}

function feedItems(site: SiteFiles): XmlElement[] {
  const [channel] = readXml(fileOf(site, 'rss.xml')).children;
  return channel?.children.filter(({ name }) => name === 'item') ?? [];
}

function textOf(element: XmlElement | undefined, name: string): string | undefined {
  return element?.children.find((child) => child.name === name)?.text;
}

/** The titles of issues in the order in which a page names them. */
function listed(html: string): string[] {
  return [...html.matchAll(/the (?:first|second|third)\b/g)].map(([title]) => title);
}

it('has a page for each issue, role and tag, lists of them, a home page, feeds and a page for what is not there', () => {
  expect([...plan([first, { ...second, tags: ['hiring'] }, third]).keys()]).toEqual([
    'issues/third/index.html',
    'issues/second/index.html',
    'issues/first/index.html',
    'roles/vp-of-sales/index.html',
    'roles/cto/index.html',
    'tags/hiring/index.html',
    'issues/index.html',
    'roles/index.html',
    'index.html',
    'rss.xml',
    'atom.xml',
    'feed.json',
    'sitemap.xml',
    'robots.txt',
    '404.html',
  ]);
});

it('lists the newest first, by number', () => {
  const site = plan([second, first, third]);
  const newestFirst = ['the third', 'the second', 'the first'];
  expect(listed(fileOf(site, 'issues/index.html'))).toEqual(newestFirst);
  expect(listed(fileOf(site, 'index.html'))).toEqual(newestFirst);
  expect(feedItems(site).map((item) => textOf(item, 'title'))).toEqual(newestFirst);
});

it('lists ten issues besides the latest on the home page, all in the archive, fifty in the feed', () => {
  const many = Array.from({ length: 60 }, (_, index) =>
    issueWith([essay('hello')], { number: index + 1, slug: `issue-${index + 1}`, title: `no. ${index + 1}` }),
  );
  const site = plan(many);
  const count = (path: string) => fileOf(site, path).split('class="entry"').length - 1;
  expect(count('index.html')).toBe(11);
  expect(count('issues/index.html')).toBe(60);
  expect(feedItems(site)).toHaveLength(50);
});

it('leads from each issue to the one before and the one after', () => {
  const site = plan([first, second, third]);
  const neighbours = (slug: string) => {
    const html = fileOf(site, `issues/${slug}/index.html`);
    return [...html.matchAll(/<p class="(newer|older)">.*href="([^"]+)"/g)].map(([, ...link]) =>
      link.join(' '),
    );
  };
  expect(neighbours('third')).toEqual(['older ../../issues/second/index.html']);
  expect(neighbours('second')).toEqual([
    'newer ../../issues/third/index.html',
    'older ../../issues/first/index.html',
  ]);
  expect(neighbours('first')).toEqual(['newer ../../issues/second/index.html']);
});

it('is the same to the byte for the same issues in any order', () => {
  const site = [...plan([first, second, third])];
  expect([...plan([first, second, third])]).toEqual(site);
  expect([...plan([third, first, second])]).toEqual(site);
});

it('leaves the list of issues that it was given as it is', () => {
  const issues = Object.freeze([first, third]);
  expect(() => plan(issues)).not.toThrow();
});

it('refuses two issues with one page, unless one is a draft', () => {
  const same = { ...third, slug: 'first', file: 'issues/010-first.md' };
  expect(() => plan([first, same])).toThrow(
    new SitePlanError(
      'issues/010-first.md and issues/007-sample.md have the same page, issues/first/',
      'give one of them another slug',
    ),
  );
  expect(plan([first, { ...same, draft: true }])).toEqual(plan([first]));
});

it('is whole before there is an issue', () => {
  const site = plan([]);
  expect([...site.keys()]).toEqual([
    ...['issues/index.html', 'roles/index.html', 'index.html', 'rss.xml', 'atom.xml', 'feed.json'],
    ...['sitemap.xml', 'robots.txt', '404.html'],
  ]);
  expect(fileOf(site, 'index.html')).toContain('the first issue is on its way');
});

describe('the home page', () => {
  const html = fileOf(plan([first], { tagline: 'one role, one opinion' }), 'index.html');

  it('says whose it is and what the latest issue is', () => {
    expect(html).toContain('<h1>penny for my thoughts</h1>');
    expect(html).toContain('<p class="subtitle">one role, one opinion</p>');
    expect(html).toContain('<a href="issues/first/index.html">the first</a>');
    expect(html).not.toContain('earlier issues');
  });

  it('has a form to subscribe that needs no script', () => {
    expect(html).toContain('<section class="subscribe" id="subscribe">');
    expect(html).toContain('<form method="post" action="https://penny.example/subscribe">');
    expect(html).toContain('<label for="subscribe-email">');
    expect(html).toContain(
      '<input id="subscribe-email" type="email" name="email" autocomplete="email" required>',
    );
  });
});

describe('the page for what is not there', () => {
  const html = fileOf(plan([first]), '404.html');

  it('works at any depth', () => {
    const addresses = [...html.matchAll(/href="([^"#][^"]*)"/g)].map(([, address = '']) => address);
    expect(addresses.filter((address) => !/^(https:|data:)/.test(address))).toEqual([]);
  });

  it('leads to the form to subscribe, and does not show it', () => {
    expect(html).toContain('<a href="https://penny.example/#subscribe">subscribe</a>');
    expect(html).not.toContain('<form');
  });

  it('is kept by no search engine', () => {
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).not.toContain('canonical');
  });
});

it('finds every page that a link of its own leads to', () => {
  const site = plan([first, second, third]);
  for (const [path, html] of pagesOf(site)) {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    for (const [, address = ''] of html.matchAll(/href="([^"]*)"/g)) {
      if (address.startsWith('#')) expect(ids, path).toContain(address.slice(1));
      else if (!/^[a-z]+:/.test(address))
        expect([...site.keys()], path).toContain(posix.join(posix.dirname(path), address));
    }
  }
});

it('shows the fallbacks of merge tags wherever it names an issue', () => {
  const site = plan([{ ...first, title: 'for {{firstName|you}}', subtitle: 'dear {{name|reader}}' }, third]);
  for (const path of [
    ...['index.html', 'issues/index.html', 'issues/first/index.html'],
    ...['rss.xml', 'atom.xml', 'feed.json'],
  ]) {
    expect(fileOf(site, path)).toMatch(/for you[\s\S]*dear reader/);
  }
  expect(fileOf(site, 'issues/third/index.html')).toContain('for you');
  expect([...site].join()).not.toContain('{{');
});

it('keeps drafts out of every file', () => {
  const draft = issueWith([role({ title: 'unfinished' })], {
    number: 11,
    slug: 'unfinished',
    title: 'unfinished',
    draft: true,
  });
  const site = plan([first, draft, third]);
  expect(site).toEqual(plan([first, third]));
  expect([...site].join()).not.toContain('unfinished');
});

it('keeps candidates who are not for the web out of every file', () => {
  const secret = candidate({
    id: 'hushed-id',
    title: 'hushed title',
    contact: 'hushed@penny.example',
    cta: { lead: 'hushed lead', label: 'hushed label' },
    body: markdown('- hushed facts'),
  });
  const site = plan([issueWith([secret, role()]), first]);
  expect([...site].join()).not.toMatch(/hushed/i);
  expect(textContent(textOf(feedItems(site)[0], 'content:encoded') ?? '')).toContain(
    'subscribers met a candidate here',
  );
});

it.each([
  ['2026-11-22', false],
  ['2026-11-23', true],
  ['2026-11-24', true],
])('shows a candidate who agreed until %s on 2026-11-23: %s', (until, isShown) => {
  const consent = { on: '2026-10-01', until, scope: ['email', 'web'] } as const;
  const agreed = candidate({ web: true, consent, title: 'hushed title', body: markdown('- hushed facts') });
  const site = plan([{ ...issueWith([agreed, role()]), date: '2026-11-02' }, first]);
  expect(/hushed/.test([...site].join())).toBe(isShown);
  for (const path of ['issues/sample/index.html', 'rss.xml', 'atom.xml', 'feed.json'])
    expect(/subscribers met a candidate here/.test(fileOf(site, path)), path).toBe(!isShown);
});

describe('a hostile text', () => {
  const hostile = `</title></style><script>alert(1)</script>]]>&amp;"'\`=<!--`;
  const issue = issueWith(
    [
      role({ title: hostile, company: hostile }),
      candidate({ web: true, title: hostile }),
      essay('x', hostile),
    ],
    { title: hostile, subtitle: hostile },
  );
  const site = plan([issue, first], { name: hostile, tagline: hostile });

  it('stays text on every page', () => {
    for (const [path, html] of pagesOf(site)) {
      expect(html.match(/<script[^>]*>/g), path).toEqual(
        html.match(/<script type="application\/ld\+json">(?=[^<]+<\/script>)/g),
      );
      expect(html, path).not.toContain('<!--');
      expect(html.match(/<\/(?:title|style)>/g), path).toEqual(['</title>', '</style>']);
      expect(textContent(html), path).toContain(hostile);
    }
  });

  it('stays text in the feed', () => {
    const [item] = feedItems(site);
    expect(textOf(item, 'title')).toBe(hostile);
    expect(textContent(textOf(item, 'description') ?? '')).toBe(hostile);
    expect(textContent(textOf(item, 'content:encoded') ?? '')).toContain(`open role: ${hostile}`);
  });
});
