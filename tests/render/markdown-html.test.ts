import type { Paragraph, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { type HtmlOptions, markdownToHtml } from '../../src/render/markdown-html.ts';
import { splitSlots } from '../../src/render/slots.ts';
import { letterhead, markdown, textContent } from './samples.ts';

function html(source: string, options: Partial<HtmlOptions> = {}): string {
  return markdownToHtml(markdown(source).children, {
    firstHeading: 3,
    mergeTags: 'slots',
    forEmail: false,
    pictures: () => undefined,
    labels: letterhead.labels,
    ...options,
  });
}

describe('text', () => {
  it('comes out character for character', () => {
    const text = `“curly” ‘quotes’ – … I’ll & <b> "straight" 'quotes' {{name}} $23m 1/2 李 🚀 \u{a0}x`;
    expect(textContent(html(text.replace('<b>', '\\<b>')))).toBe(text);
  });

  it('keeps emphasis, deletions, code and line breaks', () => {
    expect(html('*a* **b** ~~c~~ `d <e>`\\\nf')).toBe(
      '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d &lt;e></code><br>\nf</p>',
    );
  });

  it('keeps lists as they are nested and numbered', () => {
    const list = html('3. three\n4. four\n   - inner\n');
    expect(list.replaceAll('\n', '')).toBe(
      '<ol start="3"><li>three</li><li>four<ul><li>inner</li></ul></li></ol>',
    );
  });

  it('shows a task’s box as text', () => {
    expect(textContent(html('- [x] done\n- [ ] open'))).toMatch(/\[x\] done\n\s*\[ \] open/);
    expect(html('- [x] done')).not.toContain('<input');
  });
});

describe('headings', () => {
  const levels = (source: string, firstHeading: 2 | 3 | 4 = 3) =>
    [...html(source, { firstHeading }).matchAll(/<h(\d)>(\w+)/g)]
      .map(([, level, name]) => `${name}${level}`)
      .join(' ');

  it.each([
    { source: '# a\n## b\n# c', first: 2, expected: 'a2 b3 c2' },
    { source: '### a\n#### b\n### c', first: 3, expected: 'a3 b4 c3' },
    { source: '# a\n#### b\n###### c', first: 3, expected: 'a3 b4 c5' },
    { source: '### a\n# b\n## c', first: 3, expected: 'a3 b3 c4' },
    { source: '# a\n## b\n### c\n#### d', first: 4, expected: 'a4 b5 c6 d6' },
  ] as const)('$expected for $source', ({ source, first, expected }) => {
    expect(levels(source, first)).toBe(expected);
  });
});

describe('links and images', () => {
  it('links to the web, to mail and to telephones', () => {
    expect(html('[a](https://a.example/?b=1&c=2 "t")')).toBe(
      '<p><a href="https://a.example/?b=1&amp;c=2" title="t">a</a></p>',
    );
    expect(html('<a@b.example>')).toBe('<p><a href="mailto:a@b.example">a@b.example</a></p>');
    expect(html('[a][x] [![c](https://a.example/c.png)][x]\n\n[x]: https://a.example/ref')).toBe(
      '<p><a href="https://a.example/ref">a</a> <a href="https://a.example/ref"><img src="https://a.example/c.png" alt="c" loading="lazy"></a></p>',
    );
  });

  it.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](data:text/html,x)',
    '[a](vbscript:x)',
    '[a](//evil.example)',
    '[a](/relative)',
    '[a][x]\n\n[x]: javascript:alert(1)',
    '![a](javascript:alert(1))',
    '![a](data:image/png;base64,AAAA)',
    '![a][x]\n\n[x]: //evil.example/x.png',
  ])('leaves only the words of %s', (source) => {
    expect(html(source)).toBe('<p>a</p>');
  });

  it('always describes an image, if only as decoration', () => {
    expect(html('![](https://a.example/x.png)')).toBe(
      '<p><img src="https://a.example/x.png" alt="" loading="lazy"></p>',
    );
  });

  it('shows a picture of the issue as large as it is, and the description of what is none', () => {
    const pictures = (address: string) =>
      address === 'x.png' ? { src: 'https://penny.example/images/1.png', width: 536, height: 90 } : undefined;
    expect(html('![x](x.png) ![y](y.png)', { pictures, forEmail: true })).toBe(
      '<p><img src="https://penny.example/images/1.png" width="536" height="90" alt="x"> y</p>',
    );
  });

  it('gives classic Outlook the width of an image that fills the column, and of no other', () => {
    expect(
      html('![x](https://a.example/x.png)', { forEmail: true, columnWidth: 536, pictures: () => undefined }),
    ).toContain('width="536"');
    expect(
      html('see ![x](https://a.example/x.png)', {
        forEmail: true,
        columnWidth: 536,
        pictures: () => undefined,
        labels: letterhead.labels,
      }),
    ).not.toContain('width=');
    expect(html('![x](https://a.example/x.png)')).not.toContain('width=');
  });
});

describe('raw HTML', () => {
  it.each([
    { source: '<script>alert(1)</script>', expected: '' },
    { source: 'a <b onclick="x">b</b> <img src=x onerror=y>', expected: '<p>a b </p>' },
    { source: '<iframe src="https://evil.example"></iframe>\n\ntext', expected: '<p>text</p>' },
    { source: '<!-- note -->\n\ntext', expected: '<p>text</p>' },
  ])('is left out: $source', ({ source, expected }) => {
    expect(html(source)).toBe(expected);
  });
});

describe('tables', () => {
  it('are tables of data, with column headers', () => {
    expect(html('| a | b |\n|:-:|--:|\n| 1 | 2 |').replaceAll('\n', '')).toBe(
      '<div class="table"><table class="data"><thead><tr><th scope="col" class="center">a</th><th scope="col" class="right">b</th></tr></thead>' +
        '<tbody><tr><td class="center">1</td><td class="right">2</td></tr></tbody></table></div>',
    );
  });

  it('can be reached by the keyboard where they may be wider than the screen', () => {
    const boxOf = (columns: number): string =>
      html(`${'| a '.repeat(columns)}|\n${'|---'.repeat(columns)}|`).split('\n')[0] ?? '';
    expect(boxOf(3)).toContain('<div class="table"><table');
    expect(boxOf(4)).toContain('<div class="table" role="group" aria-label="table" tabindex="0"><table');
  });
});

describe('merge tags', () => {
  const tag = (fallback?: string): RootContent[] => {
    const paragraph: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: 'hi ' }] };
    const node = {
      type: 'mergeTag' as const,
      tag: 'firstName',
      ...(fallback === undefined ? {} : { fallback }),
    };
    return [{ ...paragraph, children: [...paragraph.children, node] }];
  };
  const options: HtmlOptions = {
    firstHeading: 3,
    mergeTags: 'slots',
    forEmail: false,
    pictures: () => undefined,
    labels: letterhead.labels,
  };

  it('are slots in mail', () => {
    expect(splitSlots(markdownToHtml(tag('<you>'), options))).toEqual([
      '<p>hi ',
      { tag: 'firstName', fallback: '<you>' },
      '</p>',
    ]);
    expect(splitSlots(markdownToHtml(tag(), options))).toContainEqual({ tag: 'firstName' });
  });

  it('are their fallbacks on the web', () => {
    expect(markdownToHtml(tag('<you>'), { ...options, mergeTags: 'fallbacks' })).toBe('<p>hi &lt;you></p>');
    expect(markdownToHtml(tag(), { ...options, mergeTags: 'fallbacks' })).toBe('<p>hi </p>');
  });
});

describe('footnotes', () => {
  const source = 'b[^b] a[^a] b[^b]\n\n[^a]: note a[^c]\n[^b]: note b\n[^c]: note c\n[^d]: never mentioned';

  it('are numbered as they are mentioned and stand at the end', () => {
    expect(textContent(html(source)).replaceAll(/\s+/g, ' ').trim()).toBe(
      'b[1] a[2] b[1] [1] note b [2] note a[3] [3] note c',
    );
  });

  it('may be defined in a list or a quote, where they do not show', () => {
    const nested = '> quote[^a]\n>\n> [^a]: note\n\n- item[^b]\n\n  [^b]: other';
    expect(textContent(html(nested)).replaceAll(/\s+/g, ' ').trim()).toBe(
      'quote[1] item[2] [1] note [2] other',
    );
  });

  it('show as they were written when they refer to nothing', () => {
    const children = markdown('a[^b]\n\n[^b]: note').children.slice(0, 1);
    const options: HtmlOptions = {
      firstHeading: 3,
      mergeTags: 'slots',
      forEmail: false,
      pictures: () => undefined,
      labels: letterhead.labels,
    };
    expect(markdownToHtml(children, options)).toBe('<p>a[^b]</p>');
  });

  it('may begin with something other than words', () => {
    expect(textContent(html('a[^a]\n\n[^a]: - x\n    - y')).replaceAll(/\s+/g, ' ').trim()).toBe(
      'a[1] [1] x y',
    );
  });

  it('are not links in mail and feeds', () => {
    expect(html(source)).not.toMatch(/<a|id=/);
  });

  it('link to and fro on a page, with ids of their own', () => {
    const page = html(source, { footnotePrefix: 'block-2' });
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const targets = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    expect(ids).toContain('block-2-note-1');
  });
});

describe('boxes in mail', () => {
  it('pad quotes and code in a table cell', () => {
    const layout = '<table role="presentation" width="100%" border="0" cellpadding="0" cellspacing="0">';
    expect(html('> quoted', { forEmail: true, pictures: () => undefined }).replaceAll('\n', '')).toBe(
      `<blockquote>${layout}<tr><td class="quote"><p>quoted</p></td></tr></table></blockquote>`,
    );
    expect(html('```js\na  <b>\n```', { forEmail: true, pictures: () => undefined })).toBe(
      `<div class="block">${layout}<tr><td class="code"><pre><code>a  &lt;b>\n</code></pre></td></tr></table></div>`,
    );
  });

  it('are plain elements on the web', () => {
    expect(html('> quoted').replaceAll('\n', '')).toBe('<blockquote><p>quoted</p></blockquote>');
    expect(html('```\na\n```')).toBe('<pre><code>a\n</code></pre>');
  });
});

it('does not change the tree it was given', () => {
  const { children } = markdown('# a\n\ntext[^1] [x](https://a.example)\n\n- [ ] b\n\n[^1]: note');
  const before = JSON.stringify(children);
  markdownToHtml(children, {
    firstHeading: 3,
    mergeTags: 'slots',
    forEmail: true,
    pictures: () => undefined,
    labels: letterhead.labels,
  });
  expect(JSON.stringify(children)).toBe(before);
});
