import {
  failing,
  isFilled,
  isLanguage,
  isRfc3339Date,
  isWebAddress,
  repeated,
  unfitForReaders,
} from './feed-values.ts';
import type { FormatRule } from './format-rule.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** A JSON Feed as it was read, and the address at which it is to be found. */
export interface JsonFeed {
  readonly root: JsonObject;
  readonly address: string;
}

const feedNames = [
  ...['version', 'title', 'home_page_url', 'feed_url', 'description', 'user_comment', 'next_url', 'icon'],
  ...['favicon', 'authors', 'language', 'expired', 'hubs', 'items'],
];
const itemNames = [
  ...[
    'id',
    'url',
    'external_url',
    'title',
    'content_html',
    'content_text',
    'summary',
    'image',
    'banner_image',
  ],
  ...['date_published', 'date_modified', 'authors', 'tags', 'language', 'attachments'],
];

function listOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value : [];
}

function itemsOf({ root }: JsonFeed): readonly JsonObject[] {
  return listOf(root['items']);
}

/** A text as it is; anything else as what passes for no text. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function unknownNames(object: JsonObject, known: readonly string[]): readonly string[] {
  return Object.keys(object).filter((name) => !known.includes(name) && !name.startsWith('_'));
}

/** The values under those of the names that are there. */
function given(object: JsonObject, names: readonly string[]): readonly string[] {
  return names.filter((name) => name in object).map((name) => textOf(object[name]));
}

/** A change to the feed itself. */
function inFeed(changes: JsonObject): (text: string) => string {
  return (text) => JSON.stringify({ ...JSON.parse(text), ...changes });
}

/** A change to every item. */
function inItems(changes: JsonObject): (text: string) => string {
  return (text) => {
    const feed = JSON.parse(text);
    return JSON.stringify({
      ...feed,
      items: feed.items.map((item: JsonObject) => ({ ...item, ...changes })),
    });
  };
}

/** @see https://www.jsonfeed.org/version/1.1/ */
export const jsonFeedRules: readonly FormatRule<JsonFeed>[] = [
  {
    name: 'is JSON Feed 1.1',
    source: 'JSON Feed 1.1, “version”',
    find: ({ root }) =>
      failing([textOf(root['version'])], (version) => version === 'https://jsonfeed.org/version/1.1'),
    breaks: [inFeed({ version: 'https://jsonfeed.org/version/1' }), inFeed({ version: undefined })],
  },
  {
    name: 'has a title and a list of items',
    source: 'JSON Feed 1.1, “Top-level”',
    find: ({ root }) => [
      ...failing([textOf(root['title'])], isFilled),
      ...(Array.isArray(root['items']) ? [] : ['no items']),
    ],
    breaks: [inFeed({ title: undefined }), inFeed({ title: 1 }), inFeed({ items: {} })],
  },
  {
    name: 'has only names that JSON Feed knows',
    source: 'JSON Feed 1.1, “Extensions”',
    find: (feed) => [
      ...unknownNames(feed.root, feedNames),
      ...itemsOf(feed).flatMap((item) => unknownNames(item, itemNames)),
    ],
    breaks: [inFeed({ author: { name: 'penny' } }), inItems({ pubDate: 'today' })],
  },
  {
    name: 'says where it is to be found, and where its site is',
    source: 'JSON Feed 1.1, “home_page_url”, “feed_url”',
    find: ({ root, address }) => [
      ...failing([textOf(root['home_page_url'])], isWebAddress),
      ...failing([textOf(root['feed_url'])], (url) => url === address),
    ],
    breaks: [
      inFeed({ home_page_url: '/' }),
      inFeed({ feed_url: undefined }),
      inFeed({ feed_url: 'feed.json' }),
    ],
  },
  {
    name: 'gives every item an identity of its own, a text',
    source: 'JSON Feed 1.1, “id”',
    find: (feed) => {
      const ids = itemsOf(feed).map(({ id }) => textOf(id));
      return [...failing(ids, isFilled), ...repeated(ids)];
    },
    breaks: [inItems({ id: undefined }), inItems({ id: 1 }), inItems({ id: 'https://penny.example/' })],
  },
  {
    name: 'leads to whole addresses, no two items to one page',
    source: 'JSON Feed 1.1, “url”',
    find: (feed) => {
      const urls = itemsOf(feed).map(({ url }) => textOf(url));
      const others = itemsOf(feed).flatMap((item) => given(item, ['external_url', 'image', 'banner_image']));
      return [...failing([...urls, ...others], isWebAddress), ...repeated(urls)];
    },
    breaks: [
      inItems({ url: '/issues/' }),
      inItems({ url: 'https://penny.example/' }),
      inItems({ image: 'photo.png' }),
    ],
  },
  {
    name: 'has items whose content is a text',
    source: 'JSON Feed 1.1, “content_html”, “content_text”',
    find: (feed) =>
      itemsOf(feed)
        .filter(({ content_html, content_text }) => typeof (content_html ?? content_text) !== 'string')
        .map(({ id }) => textOf(id)),
    breaks: [inItems({ content_html: undefined }), inItems({ content_html: ['<p>'] })],
  },
  {
    name: 'has titles and summaries that are texts',
    source: 'JSON Feed 1.1, “title”, “summary”',
    find: (feed) => itemsOf(feed).flatMap((item) => failing(given(item, ['title', 'summary']), isFilled)),
    breaks: [inItems({ title: null }), inItems({ summary: '' })],
  },
  {
    name: 'has dates of RFC 3339',
    source: 'JSON Feed 1.1, “date_published”',
    find: (feed) =>
      itemsOf(feed).flatMap((item) => [
        ...failing([textOf(item['date_published'])], isRfc3339Date),
        ...failing(given(item, ['date_modified']), isRfc3339Date),
      ]),
    breaks: [
      inItems({ date_published: '2026-11-23' }),
      inItems({ date_published: undefined }),
      inItems({ date_modified: 'yesterday' }),
    ],
  },
  {
    name: 'says who wrote it',
    source: 'JSON Feed 1.1, “authors”',
    find: ({ root }) => {
      const authors = listOf(root['authors']);
      return [
        ...(authors.length > 0 ? [] : ['nobody']),
        ...authors.flatMap((author) => unknownNames(author, ['name', 'url', 'avatar'])),
        ...failing(
          authors.map(({ name }) => textOf(name)),
          isFilled,
        ),
        ...authors.flatMap((author) => failing(given(author, ['url', 'avatar']), isWebAddress)),
      ];
    },
    breaks: [
      inFeed({ authors: undefined }),
      inFeed({ authors: { name: 'penny' } }),
      inFeed({ authors: [{}] }),
      inFeed({ authors: [{ name: 'penny', url: 'penny.example' }] }),
      inFeed({ authors: [{ name: 'penny', email: 'hello@penny.example' }] }),
    ],
  },
  {
    name: 'has tags that are a list of texts',
    source: 'JSON Feed 1.1, “tags”',
    find: (feed) =>
      itemsOf(feed)
        .filter((item) => 'tags' in item)
        .flatMap(({ tags }) => (Array.isArray(tags) ? failing(tags.map(textOf), isFilled) : ['no list'])),
    breaks: [inItems({ tags: 'hiring, sales' }), inItems({ tags: [''] }), inItems({ tags: [1] })],
  },
  {
    name: 'says the languages of its texts',
    source: 'JSON Feed 1.1, “language”; RFC 5646',
    find: (feed) =>
      failing(
        [feed.root, ...itemsOf(feed)].map(({ language }) => textOf(language)),
        isLanguage,
      ),
    breaks: [inFeed({ language: 'en_US' }), inItems({ language: 'hebrew!' })],
  },
  {
    name: 'has content that a reader can follow and need not clean',
    source: 'JSON Feed 1.1, “content_html”',
    find: (feed) => itemsOf(feed).flatMap(({ content_html }) => unfitForReaders(textOf(content_html))),
    breaks: [
      inItems({ content_html: '<a href="../">up</a>' }),
      inItems({ content_html: '<script>0</script>' }),
    ],
  },
];
