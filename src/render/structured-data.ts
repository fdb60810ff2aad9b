import type { Letterhead } from './letterhead.ts';
import type { WebIssue } from './web-issue.ts';

/**
 * What a page says to search engines, as schema.org has it: an object of JSON-LD, whose undefined keys are left out.
 *
 * @see https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
 */
export type StructuredData = object;

/** JSON that can stand in a `script` element: nothing in it ends that element or opens a comment. */
export function serializeStructuredData(data: StructuredData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

interface ArticleContext {
  /** Of the article's page. */
  readonly url: string;
  readonly letterhead: Letterhead;
  /** The address of the picture that stands for it. */
  readonly image: string | undefined;
}

/** @see https://developers.google.com/search/docs/appearance/structured-data/article */
export function describeArticle(
  { title, subtitle, date, language }: WebIssue,
  { url, letterhead, image }: ArticleContext,
): StructuredData {
  return {
    '@context': 'https://schema.org/',
    '@type': 'Article',
    headline: title,
    description: subtitle,
    image,
    datePublished: date,
    inLanguage: language,
    mainEntityOfPage: url,
    author: { '@type': 'Person', name: letterhead.sender.name, url: `${letterhead.url}/` },
    publisher: describePublisher(letterhead),
  };
}

/** @see https://developers.google.com/search/docs/appearance/site-names */
export function describeSite(letterhead: Letterhead): StructuredData {
  return {
    '@context': 'https://schema.org/',
    '@type': 'WebSite',
    name: letterhead.name,
    description: letterhead.tagline,
    url: `${letterhead.url}/`,
    inLanguage: letterhead.language,
    publisher: describePublisher(letterhead),
  };
}

function describePublisher({ name, url }: Letterhead): object {
  return { '@type': 'Organization', name, url: `${url}/` };
}

/** A step on the way from the home page to a page, which is the last one. */
export interface Breadcrumb {
  readonly name: string;
  readonly url: string;
}

/** @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb */
export function describeBreadcrumbs(steps: readonly Breadcrumb[]): StructuredData {
  return {
    '@context': 'https://schema.org/',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url,
    })),
  };
}
