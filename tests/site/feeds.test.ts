import { expect, it } from 'vitest';
import { serializeAtom } from '../../src/site/atom.ts';
import type { Feed, FeedItem } from '../../src/site/feed.ts';
import { serializeJsonFeed } from '../../src/site/json-feed.ts';
import { readXml, type XmlElement } from './read-xml.ts';

const hostile = `</content>]]>&amp;<script>"'\`\u{0}`;

const item: FeedItem = {
  title: 'one',
  summary: 'the first',
  url: 'https://penny.example/issues/one/',
  date: '2026-11-03',
  language: 'en',
  tags: ['hiring', 'sales'],
  contentHtml: '<p>hello & “goodbye”</p>',
};

const feed: Feed = {
  title: 'penny',
  description: 'a newsletter',
  url: 'https://penny.example/',
  author: 'ann',
  language: 'pt-BR',
  items: [item, { ...item, url: 'https://penny.example/issues/zero/', date: '2026-10-27' }],
};

function atomOf(changes: Partial<Feed>): XmlElement {
  return readXml(serializeAtom({ ...feed, ...changes }));
}

function fields({ children }: XmlElement): string[] {
  return children.map(({ name, text }) => `${name}: ${text}`);
}

function linksOf({ children }: XmlElement): (string | undefined)[] {
  return children
    .filter(({ name }) => name === 'link')
    .map(({ attributes }) => `${attributes['rel']} ${attributes['href']}`);
}

it('writes Atom with everything that the standard requires', () => {
  const root = atomOf({});
  expect(root.attributes).toEqual({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'pt-BR' });
  expect(fields(root).filter((line) => !/^(?:entry|link)/.test(line))).toEqual([
    'id: https://penny.example/',
    'title: penny',
    'subtitle: a newsletter',
    'updated: 2026-11-03T00:00:00Z',
    'author: ann',
  ]);
  expect(linksOf(root)).toEqual(['self https://penny.example/atom.xml', 'alternate https://penny.example/']);
  const [entry] = root.children.filter(({ name }) => name === 'entry');
  expect(entry && fields(entry)).toEqual([
    'id: https://penny.example/issues/one/',
    'title: one',
    'published: 2026-11-03T00:00:00Z',
    'updated: 2026-11-03T00:00:00Z',
    'link: ',
    'category: ',
    'category: ',
    'summary: the first',
    'content: <p>hello & “goodbye”</p>',
  ]);
  expect(entry?.children.find(({ name }) => name === 'category')?.attributes).toEqual({ term: 'hiring' });
});

it('writes Atom without an entry, whose date it has to name all the same', () => {
  expect(fields(atomOf({ items: [] }))).toContain('updated: 1970-01-01T00:00:00Z');
});

it('writes JSON Feed 1.1', () => {
  expect(JSON.parse(serializeJsonFeed({ ...feed, items: [{ ...item, tags: [] }] }))).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'penny',
    home_page_url: 'https://penny.example/',
    feed_url: 'https://penny.example/feed.json',
    description: 'a newsletter',
    authors: [{ name: 'ann', url: 'https://penny.example/' }],
    language: 'pt-BR',
    items: [
      {
        id: 'https://penny.example/issues/one/',
        url: 'https://penny.example/issues/one/',
        title: 'one',
        summary: 'the first',
        content_html: '<p>hello & “goodbye”</p>',
        date_published: '2026-11-03T00:00:00Z',
        language: 'en',
      },
    ],
  });
});

it('keeps a hostile text a text', () => {
  const items = [{ ...item, title: hostile, summary: hostile, contentHtml: hostile }];
  const shown = hostile.replace('\u{0}', '\u{FFFD}');
  const [entry] = atomOf({ items }).children.filter(({ name }) => name === 'entry');
  for (const name of ['title', 'summary', 'content'])
    expect(entry?.children.find((child) => child.name === name)?.text).toBe(shown);
  const [read] = JSON.parse(serializeJsonFeed({ ...feed, items })).items;
  expect(read).toMatchObject({ title: hostile, summary: hostile, content_html: hostile });
});
