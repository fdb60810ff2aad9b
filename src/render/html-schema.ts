import type { Options } from 'remark-html';

/**
 * The HTML that may come of an author's markdown: everything that our handlers make and nothing else. Raw HTML
 * never gets this far; this is the second lock on the same door. Ids come from us only, so none is renamed.
 */
export const htmlSchema: NonNullable<Exclude<Options['sanitize'], boolean>> = {
  tagNames: [
    'a',
    'blockquote',
    'br',
    'code',
    'del',
    'div',
    'em',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'img',
    'li',
    'ol',
    'p',
    'pre',
    'strong',
    'sup',
    'table',
    'tbody',
    'td',
    'th',
    'thead',
    'tr',
    'ul',
  ],
  attributes: {
    a: ['href', 'ariaLabel'],
    div: ['role', 'ariaLabel', 'tabIndex'],
    img: ['src', 'alt', 'width', 'height', 'loading'],
    ol: ['start'],
    table: ['role', 'width', 'border', 'cellPadding', 'cellSpacing'],
    th: ['scope'],
    '*': ['className', 'id', 'title'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https', 'cid'] },
  strip: ['script'],
  clobber: [],
};
