import type { XmlElement } from '../site/read-xml.ts';
import {
  failing,
  isFilled,
  isLanguage,
  isRfc822Date,
  isWebAddress,
  repeated,
  unfitForReaders,
} from './feed-values.ts';
import { change, type FormatRule, repeat } from './format-rule.ts';
import {
  atomNamespace,
  childrenOf,
  moreThanOnce,
  notOnce,
  textsOf,
  unknownChildren,
  type XmlFeed,
} from './xml-feed.ts';

const contentNamespace = 'http://purl.org/rss/1.0/modules/content/';
const channelNames = [
  ...['title', 'link', 'description', 'language', 'copyright', 'managingEditor', 'webMaster', 'pubDate'],
  ...['lastBuildDate', 'category', 'generator', 'docs', 'cloud', 'ttl', 'image', 'rating', 'textInput'],
  ...['skipHours', 'skipDays', 'item', 'atom:link'],
];
const itemNames = [
  ...[
    'title',
    'link',
    'description',
    'author',
    'category',
    'comments',
    'enclosure',
    'guid',
    'pubDate',
    'source',
  ],
  'content:encoded',
];

function channelsOf({ root }: XmlFeed): readonly XmlElement[] {
  return childrenOf(root, 'channel');
}

function itemsOf(feed: XmlFeed): readonly XmlElement[] {
  return channelsOf(feed).flatMap((channel) => childrenOf(channel, 'item'));
}

function guidsOf(feed: XmlFeed): readonly XmlElement[] {
  return itemsOf(feed).flatMap((item) => childrenOf(item, 'guid'));
}

function linksToItself(feed: XmlFeed): readonly XmlElement[] {
  const links = channelsOf(feed).flatMap((channel) => childrenOf(channel, 'atom:link'));
  return links.filter(({ attributes }) => attributes['rel'] === 'self');
}

/**
 * @see https://www.rssboard.org/rss-specification
 * @see https://www.rssboard.org/rss-profile
 */
export const rssRules: readonly FormatRule<XmlFeed>[] = [
  {
    name: 'is RSS 2.0',
    source: 'specification, “What is RSS?”',
    find: ({ root }) => [
      ...(root.name === 'rss' && root.namespace === '' ? [] : [root.name]),
      ...failing([root.attributes['version']], (version) => version === '2.0'),
    ],
    breaks: [
      change('version="2.0"', 'version="0.91"'),
      change('version="2.0"', ''),
      change('<rss version="2.0"', '<rss xmlns="urn:x" version="2.0"'),
    ],
  },
  {
    name: 'has one channel and nothing else',
    source: 'specification, “What is RSS?”',
    find: ({ root }) => [...notOnce(root, ['channel']), ...unknownChildren(root, ['channel'])],
    breaks: [change('</rss>', '<channel/></rss>'), change('</rss>', '<item/></rss>')],
  },
  {
    name: 'says its title, its site and what it is about, once each',
    source: 'specification, “Required channel elements”',
    find: (feed) =>
      channelsOf(feed).flatMap((channel) => [
        ...notOnce(channel, ['title', 'link', 'description']),
        ...failing(textsOf(channel, 'title'), isFilled),
        ...failing(textsOf(channel, 'description'), isFilled),
      ]),
    breaks: [
      change(/<title>.*?<\/title>/, ''),
      change(/<title>.*?<\/title>/, '<title> </title>'),
      change(/<description>.*?<\/description>/, ''),
      repeat(/<link>.*?<\/link>/),
    ],
  },
  {
    name: 'has only elements that RSS knows, others in namespaces of their own',
    source: 'specification, “Extending RSS”',
    find: (feed) => [
      ...channelsOf(feed).flatMap((channel) => unknownChildren(channel, channelNames)),
      ...itemsOf(feed).flatMap((item) => unknownChildren(item, itemNames)),
    ],
    breaks: [change('<item>', '<updated/><item>'), change('</item>', '<summary/></item>')],
  },
  {
    name: 'uses the namespaces of Atom and of the content module',
    source: 'profile, “Namespace Elements”',
    find: (feed) => [
      ...channelsOf(feed)
        .flatMap((channel) => childrenOf(channel, 'atom:link'))
        .filter(({ namespace }) => namespace !== atomNamespace)
        .map(({ name }) => name),
      ...itemsOf(feed)
        .flatMap((item) => childrenOf(item, 'content:encoded'))
        .filter(({ namespace }) => namespace !== contentNamespace)
        .map(({ name }) => name),
    ],
    breaks: [change(atomNamespace, 'urn:atom'), change(contentNamespace, 'urn:content')],
  },
  {
    name: 'links to itself once, where it is to be found',
    source: 'profile, “atom:link”',
    find: (feed) => {
      const links = linksToItself(feed).map(
        ({ attributes }) => `${attributes['type']} ${attributes['href']}`,
      );
      const expected = `application/rss+xml ${feed.address}`;
      return links.length === 1 && links[0] === expected ? [] : [`“${links.join(', ')}”`];
    },
    breaks: [
      change('/rss.xml"', '/feed.xml"'),
      change(/<atom:link[^>]*>/, ''),
      repeat(/<atom:link[^>]*>/),
      change('application/rss+xml', 'text/xml'),
    ],
  },
  {
    name: 'says its language',
    source: 'specification, “language”; RFC 5646',
    find: (feed) =>
      failing(
        channelsOf(feed).map((channel) => textsOf(channel, 'language')[0]),
        isLanguage,
      ),
    breaks: [change(/<language>.*?<\/language>/, '<language>english language</language>')],
  },
  {
    name: 'has dates of RFC 822 with a year of four digits',
    source: 'specification, “pubDate”; RFC 822 §5',
    find: (feed) =>
      failing(
        [
          ...channelsOf(feed).flatMap((channel) => textsOf(channel, 'lastBuildDate')),
          ...itemsOf(feed).flatMap((item) => textsOf(item, 'pubDate')),
        ],
        isRfc822Date,
      ),
    breaks: [
      change(/<lastBuildDate>\w{3}/, '<lastBuildDate>Tue'),
      change(/<pubDate>.*?<\/pubDate>/, '<pubDate>2026-11-23</pubDate>'),
      change(/<pubDate>.*?<\/pubDate>/, '<pubDate>Mon, 23 Nov 26 00:00:00 GMT</pubDate>'),
      change(/<pubDate>.*?<\/pubDate>/, '<pubDate>Mon, 23 Nov 2026 00:00:00 PDT</pubDate>'),
    ],
  },
  {
    name: 'changed last when its newest item did, or later',
    source: 'specification, “lastBuildDate”',
    find: (feed) => {
      const newest = Math.max(...itemsOf(feed).flatMap((item) => textsOf(item, 'pubDate').map(Date.parse)));
      const changed = channelsOf(feed).flatMap((channel) => textsOf(channel, 'lastBuildDate'));
      return changed.filter((date) => Date.parse(date) < newest);
    },
    breaks: [change(/<lastBuildDate>.*?</, '<lastBuildDate>Sun, 01 Nov 2026 00:00:00 GMT<')],
  },
  {
    name: 'has items with a title or a description, and each thing once',
    source: 'specification, “Elements of <item>”',
    find: (feed) =>
      itemsOf(feed).flatMap((item) => [
        ...moreThanOnce(item, ['title', 'link', 'description', 'guid', 'pubDate', 'content:encoded']),
        ...failing([[...textsOf(item, 'title'), ...textsOf(item, 'description')].join('')], isFilled),
      ]),
    breaks: [
      (text) =>
        text
          .replaceAll(/(<item>\n)<title>.*?<\/title>/g, '$1')
          .replaceAll(/<description>.*?<\/description>/g, ''),
      repeat(/<pubDate>.*?<\/pubDate>/),
      repeat(/<guid.*?<\/guid>/),
    ],
  },
  {
    name: 'gives every item an identity of its own',
    source: 'specification, “guid”; profile, “guid”',
    find: (feed) => [
      ...itemsOf(feed).flatMap((item) => notOnce(item, ['guid'])),
      ...repeated(guidsOf(feed).map(({ text }) => text)),
      ...failing(
        guidsOf(feed).map(({ text }) => text),
        isFilled,
      ),
    ],
    breaks: [
      change(/<guid.*?<\/guid>/, ''),
      (text) => text.replaceAll(/(<guid[^>]*>).*?<\/guid>/g, '$1https://penny.example/issues/</guid>'),
    ],
  },
  {
    name: 'has addresses for identities where it says so',
    source: 'specification, “guid”, isPermaLink',
    find: (feed) =>
      failing(
        guidsOf(feed)
          .filter(({ attributes }) => attributes['isPermaLink'] !== 'false')
          .map(({ text }) => text),
        isWebAddress,
      ),
    breaks: [change(/(?<=<guid[^>]*>).*?(?=<)/, 'issue-1')],
  },
  {
    name: 'leads to whole addresses',
    source: 'specification, “link”',
    find: (feed) =>
      failing(
        [...channelsOf(feed), ...itemsOf(feed)].map((element) => textsOf(element, 'link')[0]),
        isWebAddress,
      ),
    breaks: [
      change(/<link>.*?</, '<link>penny.example<'),
      change(/(<item>\n.*?\n)<link>.*?</, '<item><link>/issues/<'),
    ],
  },
  {
    name: 'has no two items for one page',
    source: 'specification, “link”',
    find: (feed) => repeated(itemsOf(feed).flatMap((item) => textsOf(item, 'link'))),
    breaks: [(text) => text.replaceAll(/(?<=<item>\n.*\n<link>).*?(?=<)/g, 'https://penny.example/issues/')],
  },
  {
    name: 'has categories with a name',
    source: 'specification, “category”',
    find: (feed) =>
      failing(
        itemsOf(feed).flatMap((item) => textsOf(item, 'category')),
        isFilled,
      ),
    breaks: [change(/<category>.*?</, '<category><')],
  },
  {
    name: 'has content that a reader can follow and need not clean',
    source: 'profile, “description”; content module',
    find: (feed) =>
      itemsOf(feed).flatMap((item) => textsOf(item, 'content:encoded').flatMap(unfitForReaders)),
    breaks: [
      change('<![CDATA[', '<![CDATA[<a href="../">up</a>'),
      change('<![CDATA[', '<![CDATA[<img src="photo.png">'),
      change('<![CDATA[', '<![CDATA[<script>0</script>'),
      change('<![CDATA[', '<![CDATA[<p onclick="0">text</p>'),
    ],
  },
];
