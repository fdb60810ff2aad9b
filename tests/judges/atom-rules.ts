import type { XmlElement } from '../site/read-xml.ts';
import {
  failing,
  isFilled,
  isLanguage,
  isRfc3339Date,
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

const feedNames = [
  ...['author', 'category', 'contributor', 'generator', 'icon', 'id', 'link', 'logo', 'rights', 'subtitle'],
  ...['title', 'updated', 'entry'],
];
const entryNames = [
  ...['author', 'category', 'content', 'contributor', 'id', 'link', 'published', 'rights', 'source'],
  ...['summary', 'title', 'updated'],
];

function entriesOf({ root }: XmlFeed): readonly XmlElement[] {
  return childrenOf(root, 'entry');
}

function feedAndEntries(feed: XmlFeed): readonly XmlElement[] {
  return [feed.root, ...entriesOf(feed)];
}

function linksOf(element: XmlElement, relation: string): readonly XmlElement[] {
  return childrenOf(element, 'link').filter(
    ({ attributes }) => (attributes['rel'] ?? 'alternate') === relation,
  );
}

function everyElement(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(everyElement)];
}

function everyOf(feed: XmlFeed, name: string): readonly XmlElement[] {
  return everyElement(feed.root).filter((element) => element.name === name);
}

/** Titles, summaries and what else RFC 4287 §3.1 calls a text construct. */
function textsIn(feed: XmlFeed): readonly XmlElement[] {
  return ['title', 'subtitle', 'summary', 'rights'].flatMap((name) => everyOf(feed, name));
}

/** @see https://www.rfc-editor.org/rfc/rfc4287 */
export const atomRules: readonly FormatRule<XmlFeed>[] = [
  {
    name: 'is an Atom feed throughout',
    source: 'RFC 4287 §2, §4.1.1',
    find: ({ root }) => [
      ...(root.name === 'feed' ? [] : [root.name]),
      ...everyElement(root)
        .filter(({ namespace }) => namespace !== atomNamespace)
        .map(({ name, namespace }) => `${name} of “${namespace}”`),
    ],
    breaks: [change(atomNamespace, 'http://purl.org/atom/ns#'), change('<entry', '<x xmlns=""/><entry')],
  },
  {
    name: 'has only elements that Atom knows',
    source: 'RFC 4287 §4.1',
    find: (feed) => [
      ...unknownChildren(feed.root, feedNames),
      ...entriesOf(feed).flatMap((entry) => unknownChildren(entry, entryNames)),
    ],
    breaks: [change('<entry', '<description/><entry'), change('</entry>', '<subtitle>x</subtitle></entry>')],
  },
  {
    name: 'has an identity, a title and a date of change, once each, as has every entry',
    source: 'RFC 4287 §4.1.1, §4.1.2',
    find: (feed) =>
      feedAndEntries(feed).flatMap((element) => [
        ...notOnce(element, ['id', 'title', 'updated']),
        ...failing(textsOf(element, 'title'), isFilled),
      ]),
    breaks: [
      change(/<id>.*?<\/id>/, ''),
      repeat(/<updated>.*?<\/updated>/),
      change(/(?<=<entry[\s\S]*?)<id>.*?<\/id>/, ''),
      change(/(?<=<entry[\s\S]*?)<updated>.*?<\/updated>/, ''),
      change(/<title>.*?</, '<title><'),
    ],
  },
  {
    name: 'says once what may be said only once',
    source: 'RFC 4287 §4.1.1, §4.1.2',
    find: (feed) => [
      ...moreThanOnce(feed.root, ['generator', 'icon', 'logo', 'rights', 'subtitle']),
      ...entriesOf(feed).flatMap((entry) =>
        moreThanOnce(entry, ['content', 'published', 'rights', 'source', 'summary']),
      ),
    ],
    breaks: [
      repeat(/<subtitle>.*?<\/subtitle>/),
      repeat(/<published>.*?<\/published>/),
      repeat(/<content[\s\S]*?<\/content>/),
    ],
  },
  {
    name: 'has identities that are whole addresses, each used once',
    source: 'RFC 4287 §4.2.6, §4.1.1',
    find: (feed) => {
      const ids = feedAndEntries(feed).flatMap((element) => textsOf(element, 'id'));
      return [...failing(ids, isWebAddress), ...repeated(ids)];
    },
    breaks: [
      change(/<id>.*?</, '<id>penny<'),
      (text) => text.replaceAll(/<id>.*?</g, '<id>https://penny.example/<'),
    ],
  },
  {
    name: 'has dates of RFC 3339',
    source: 'RFC 4287 §3.3',
    find: (feed) =>
      failing(
        [...everyOf(feed, 'updated'), ...everyOf(feed, 'published')].map(({ text }) => text),
        isRfc3339Date,
      ),
    breaks: [
      change(/<updated>.*?</, '<updated>2026-11-23<'),
      change(/<published>.*?</, '<published>2026-02-30T00:00:00Z<'),
      change(/<published>.*?</, '<published>2026-11-23t00:00:00z<'),
      change(/<published>.*?</, '<published>2026-11-23T00:00:00<'),
    ],
  },
  {
    name: 'changed no earlier than it was published, nor than its newest entry',
    source: 'RFC 4287 §4.2.9, §4.2.15',
    find: (feed) => {
      const [changed = ''] = textsOf(feed.root, 'updated');
      return entriesOf(feed).flatMap((entry) => {
        const [updated = ''] = textsOf(entry, 'updated');
        const [published = updated] = textsOf(entry, 'published');
        return Date.parse(published) > Date.parse(updated) || Date.parse(updated) > Date.parse(changed)
          ? [updated]
          : [];
      });
    },
    breaks: [
      change(/<updated>.*?</, '<updated>2000-01-01T00:00:00Z<'),
      change(/<published>.*?</, '<published>2100-01-01T00:00:00Z<'),
    ],
  },
  {
    name: 'says who wrote it',
    source: 'RFC 4287 §4.1.1, §4.1.2, §3.2',
    find: (feed) => {
      const isSigned = (element: XmlElement) => childrenOf(element, 'author').length > 0;
      return [
        ...(isSigned(feed.root) || entriesOf(feed).every(isSigned) ? [] : ['nobody']),
        ...everyOf(feed, 'author').flatMap((author) => [
          ...notOnce(author, ['name']),
          ...unknownChildren(author, ['name', 'uri', 'email']),
          ...failing(textsOf(author, 'name'), isFilled),
        ]),
      ];
    },
    breaks: [
      change(/<author>.*?<\/author>/, ''),
      change(/<author>.*?<\/author>/, '<author>penny</author>'),
      change(/<author>.*?<\/author>/, '<author><name/></author>'),
    ],
  },
  {
    name: 'links to itself once, where it is to be found',
    source: 'RFC 4287 §4.1.1, §4.2.7.2',
    find: ({ root, address }) => {
      const links = linksOf(root, 'self').map(
        ({ attributes }) => `${attributes['type']} ${attributes['href']}`,
      );
      return links.length === 1 && links[0] === `application/atom+xml ${address}`
        ? []
        : [`“${links.join(', ')}”`];
    },
    breaks: [
      change('/atom.xml"', '/feed.xml"'),
      change(/<link rel="self"[^>]*>/, ''),
      repeat(/<link rel="self"[^>]*>/),
      change('application/atom+xml', 'text/xml'),
    ],
  },
  {
    name: 'has links to whole addresses, with a known relation and a media type',
    source: 'RFC 4287 §4.2.7',
    find: (feed) =>
      everyOf(feed, 'link').flatMap(({ attributes: { href, rel = 'alternate', type = 'text/html' } }) => [
        ...failing([href], isWebAddress),
        ...failing([rel], (value) => /^(alternate|self|related|enclosure|via)$/.test(value)),
        ...failing([type], (value) => /^[a-z]+\/[a-z.+-]+$/.test(value)),
      ]),
    breaks: [
      change(/(?<=<link rel="alternate"[^>]*) href="[^"]*"/, ''),
      change(/(?<=<link rel="alternate"[^>]*) href="[^"]*"/, ' href="/"'),
      change('rel="alternate"', 'rel="home"'),
      change('type="text/html"', 'type="html"'),
    ],
  },
  {
    name: 'leads from every entry to one page, no two to the same',
    source: 'RFC 4287 §4.1.2',
    find: (feed) => {
      const pages = entriesOf(feed).map((entry) => linksOf(entry, 'alternate'));
      return [
        ...pages.filter(({ length }) => length !== 1).map(({ length }) => `${length} pages`),
        ...repeated(pages.flat().map(({ attributes }) => attributes['href'] ?? '')),
      ];
    },
    breaks: [
      change(/(?<=<entry[\s\S]*?)<link rel="alternate"[^>]*>/, ''),
      change('</entry>', '<link href="https://penny.example/"/></entry>'),
      repeat(/(?<=<entry[\s\S]*?)<link rel="alternate"[^>]*>/),
    ],
  },
  {
    name: 'has categories with a term',
    source: 'RFC 4287 §4.2.2.1',
    find: (feed) =>
      failing(
        everyOf(feed, 'category').map(({ attributes }) => attributes['term']),
        isFilled,
      ),
    breaks: [
      change(/<category term="[^"]*"/, '<category'),
      change(/<category term="[^"]*"/, '<category term=""'),
    ],
  },
  {
    name: 'has texts of a kind that Atom knows, without elements in them',
    source: 'RFC 4287 §3.1',
    find: (feed) =>
      textsIn(feed).flatMap(({ name, attributes, children }) => [
        ...failing([attributes['type'] ?? 'text'], (type) => type === 'text' || type === 'html'),
        ...children.map((child) => `${child.name} in ${name}`),
      ]),
    breaks: [
      change('<title>', '<title type="text/plain">'),
      change(/<subtitle>.*?</, '<subtitle><b>penny</b><'),
    ],
  },
  {
    name: 'has whole articles as HTML, escaped',
    source: 'RFC 4287 §4.1.3',
    find: (feed) =>
      entriesOf(feed).flatMap((entry) => [
        ...notOnce(entry, ['content']),
        ...childrenOf(entry, 'content').flatMap(({ attributes, children }) => [
          ...failing([attributes['type']], (type) => type === 'html'),
          ...children.map(({ name }) => name),
        ]),
      ]),
    breaks: [
      change('<content type="html">', '<content type="HTML5">'),
      change('<content type="html">', '<content type="html"><p/>'),
      change(/<content[\s\S]*?<\/content>/, ''),
    ],
  },
  {
    name: 'has content that a reader can follow and need not clean',
    source: 'RFC 4287 §8.1',
    find: (feed) => everyOf(feed, 'content').flatMap(({ text }) => unfitForReaders(text)),
    breaks: [
      change('<content type="html">', '<content type="html">&lt;a href="../">up&lt;/a>'),
      change('<content type="html">', '<content type="html">&lt;script>0&lt;/script>'),
    ],
  },
  {
    name: 'says the languages of its texts',
    source: 'RFC 4287 §2; RFC 5646',
    find: (feed) =>
      failing(
        feedAndEntries(feed).map(({ attributes }) => attributes['xml:lang']),
        isLanguage,
      ),
    breaks: [change('xml:lang="en"', 'xml:lang="english, mostly"'), change('<entry xml:lang="he"', '<entry')],
  },
];
