import { describe, expect, it } from 'vitest';
import type { Feed, FeedItem } from '../../src/site/feed.ts';
import { serializeRss } from '../../src/site/rss.ts';
import { readXml, type XmlElement } from './read-xml.ts';

const item: FeedItem = {
  title: 'one',
  summary: 'the first',
  url: 'https://penny.example/issues/one/',
  date: '2026-11-03',
  language: 'pt-BR',
  tags: ['hiring', 'sales'],
  contentHtml: '<p>hello</p>',
};

function feed(items: readonly FeedItem[], changes: Partial<Feed> = {}): Feed {
  return {
    title: 'penny',
    description: 'a newsletter',
    url: 'https://penny.example/',
    author: 'penny',
    language: 'pt-BR',
    items,
    ...changes,
  };
}

function channelOf(source: Feed): XmlElement {
  const [channel] = readXml(serializeRss(source)).children;
  if (channel === undefined) throw new Error('no channel');
  return channel;
}

/** The texts of an element's children by name, in the order of the file. */
function fields(element: XmlElement): [string, string][] {
  return element.children.filter(({ name }) => name !== 'item').map(({ name, text }) => [name, text]);
}

function itemOf(changes: Partial<FeedItem>): Record<string, string> {
  const found = channelOf(feed([{ ...item, ...changes }])).children.find(({ name }) => name === 'item');
  return Object.fromEntries(found === undefined ? [] : fields(found));
}

it('says what the feed is, where it lives, and when it last changed', () => {
  const channel = channelOf(feed([item, { ...item, date: '2026-01-01' }]));
  expect(fields(channel)).toEqual([
    ['title', 'penny'],
    ['link', 'https://penny.example/'],
    ['atom:link', ''],
    ['description', 'a newsletter'],
    ['language', 'pt-BR'],
    ['lastBuildDate', 'Tue, 03 Nov 2026 00:00:00 GMT'],
  ]);
  expect(channel.children.find(({ name }) => name === 'atom:link')?.attributes).toEqual({
    href: 'https://penny.example/rss.xml',
    rel: 'self',
    type: 'application/rss+xml',
  });
});

it('is whole without items, and then names no date', () => {
  expect(fields(channelOf(feed([]))).map(([name]) => name)).not.toContain('lastBuildDate');
});

it('gives each item its address as a permanent identity, its day and its content', () => {
  const found = channelOf(feed([item])).children.find(({ name }) => name === 'item');
  expect(found && fields(found)).toEqual([
    ['title', 'one'],
    ['link', 'https://penny.example/issues/one/'],
    ['guid', 'https://penny.example/issues/one/'],
    ['pubDate', 'Tue, 03 Nov 2026 00:00:00 GMT'],
    ['description', 'the first'],
    ['category', 'hiring'],
    ['category', 'sales'],
    ['content:encoded', '<p>hello</p>'],
  ]);
  expect(found?.children.find(({ name }) => name === 'guid')?.attributes).toEqual({ isPermaLink: 'true' });
});

it('leaves out a description that there is none of', () => {
  expect(itemOf({ summary: undefined })).not.toHaveProperty('description');
});

describe('keeps to the character what XML would take for its own', () => {
  it.each([
    '<script>alert(1)</script>',
    '&amp; &lt; & &nbsp; &#60;',
    `"quotes" and 'quotes'`,
    'a ]]> b ]]]]><![CDATA[> c',
    '<![CDATA[',
    '“been there done that”… I’ll 李 🚀',
  ])('%s', (text) => {
    expect(itemOf({ title: text })['title']).toBe(text);
    expect(itemOf({ contentHtml: text })['content:encoded']).toBe(text);
  });

  it('in an address', () => {
    const url = 'https://penny.example/a&b"c"/';
    const [, , self] = channelOf(feed([], { url })).children;
    expect(self?.attributes['href']).toBe(`${url}rss.xml`);
  });
});

it('writes a description as HTML, which is what readers take it for', () => {
  expect(itemOf({ summary: 'r&d says <b>' })['description']).toBe('r&amp;d says &lt;b>');
});

it('shows a replacement character for what XML cannot hold', () => {
  const text = 'a\u{0}b\u{b}c\u{fffe}d\u{d800}e';
  expect(itemOf({ title: text })['title']).toBe('a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e');
  expect(itemOf({ contentHtml: text })['content:encoded']).toBe('a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e');
});

describe('the reader of these tests', () => {
  it.each([
    '<a>',
    '<a></b>',
    '<a>&</a>',
    '<a>&nbsp;</a>',
    '<a>]]></a>',
    '<a b=c/>',
    '<a/><b/>',
    'a',
    '<a>\u{b}</a>',
  ])('refuses %j', (source) => {
    expect(() => readXml(source)).toThrow(Error);
  });
});
