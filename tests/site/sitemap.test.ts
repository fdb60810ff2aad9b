import { expect, it } from 'vitest';
import { planSite } from '../../src/site/plan-site.ts';
import { issueWith, letterhead, role, templates } from '../render/samples.ts';
import { readXml } from './read-xml.ts';

const issues = [
  issueWith([role()], { number: 1, slug: 'first', date: '2026-11-02', tags: ['hiring'] }),
  issueWith([], { number: 2, slug: 'second', date: '2026-11-09', tags: ['hiring', 'sales', 'sales'] }),
];
const { files } = planSite({ issues, letterhead, templates, today: '2026-11-23' });

it('names every page that search engines may keep, and when it last changed', () => {
  const { children: pages } = readXml(files.get('sitemap.xml') ?? '');
  expect(pages.map(({ children }) => children.map(({ text }) => text).join(' '))).toEqual([
    'https://penny.example/issues/second/ 2026-11-09',
    'https://penny.example/issues/first/ 2026-11-02',
    'https://penny.example/roles/vp-of-sales/ 2026-11-02',
    'https://penny.example/tags/hiring/ 2026-11-09',
    'https://penny.example/tags/sales/ 2026-11-09',
    'https://penny.example/issues/ 2026-11-09',
    'https://penny.example/roles/ 2026-11-09',
    'https://penny.example/ 2026-11-09',
  ]);
});

it('is found by robots, which may read everything', () => {
  expect(files.get('robots.txt')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://penny.example/sitemap.xml\n',
  );
});

it('has a page for each tag, with its issues, newest first', () => {
  const html = files.get('tags/hiring/index.html') ?? '';
  expect(html).toMatch(/issues\/second\/[\s\S]*issues\/first\//);
  expect(files.get('tags/sales/index.html')?.match(/class="entry"/g)).toHaveLength(1);
  expect(files.get('issues/first/index.html')).toContain(
    '<a href="../../tags/hiring/index.html" rel="tag">hiring</a>',
  );
});
