import { expect, it } from 'vitest';
import { absoluteLinks, relativeLinks } from '../../src/render/web-links.ts';

it.each([
  { from: '', to: '', expected: 'index.html' },
  { from: '', to: 'issues/one/', expected: 'issues/one/index.html' },
  { from: 'issues/', to: '', expected: '../index.html' },
  { from: 'issues/one/', to: 'issues/two/', expected: '../../issues/two/index.html' },
  { from: 'issues/one/', to: 'rss.xml', expected: '../../rss.xml' },
])('the page “$from” links to “$to” by $expected', ({ from, to, expected }) => {
  expect(relativeLinks(from)(to)).toBe(expected);
});

it.each([
  { to: '', expected: 'https://penny.example/news/' },
  { to: 'issues/', expected: 'https://penny.example/news/issues/' },
])('any page links to “$to” by $expected', ({ to, expected }) => {
  expect(absoluteLinks('https://penny.example/news')(to)).toBe(expected);
});
