import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/issue/issue.ts';
import type { Picture } from '../../src/issue/picture.ts';
import { renderIssuePage } from '../../src/render/issue-page.ts';
import { TemplateError } from '../../src/render/template-error.ts';
import { renderFeedContent } from '../../src/render/web-content.ts';
import { prepareWebLayout } from '../../src/render/web-layout.ts';
import { relativeLinks } from '../../src/render/web-links.ts';
import {
  candidate,
  essay,
  issueWith,
  letterhead,
  markdown,
  role,
  templates,
  textContent,
} from './samples.ts';

const layout = prepareWebLayout(letterhead, templates);

function page(issue: Issue): string {
  return renderIssuePage(issue, layout);
}

/** The text as a reader sees it, a line for each line. */
function lines(html: string): string[] {
  return textContent(html)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

describe('the page of an issue', () => {
  it('has the title, the subtitle, and the blocks as one reads them aloud, in the author’s order', () => {
    const issue = issueWith(
      [essay('an opinion', 'penny for my thoughts:'), candidate({ web: true }), role()],
      {
        title: 'are interviews really a two way street?',
        subtitle: 'who really has control?',
        introduction: markdown('hello there'),
      },
    );
    const [, main = ''] = page(issue).split('<main id="content">');
    expect(lines(main).slice(0, 13)).toEqual([
      'issue 7 · November 23, 2026 · 1 min read',
      'are interviews really a two way street?',
      'who really has control?',
      'hello there',
      'penny for my thoughts:',
      'an opinion',
      'active candidate: vp of sales',
      '15 years in sales',
      'want to chat with them? email me',
      'open role: vp of sales',
      'running a team of 15+',
      'interested? apply here',
      'subscribe',
    ]);
  });

  it('has a box for the TL;DR, with the label as the author wrote it', () => {
    const parts = [
      { kind: 'text', children: markdown('long').children },
      { kind: 'tldr', label: 'Tldr:', children: markdown('- short').children },
    ] as const;
    const html = page(issueWith([{ kind: 'essay', title: 'thoughts', parts }]));
    expect(html).toContain(
      '<section class="card tldr">\n<h3 class="label"><bdi>Tldr:</bdi></h3>\n<ul>\n<li>short</li>\n</ul>\n</section>',
    );
  });

  it('says what a role that is not open has come to, and offers no way to apply', () => {
    const html = page(issueWith([role({ status: 'filled' })]));
    expect(lines(html)).toContain('this role is filled');
    expect(html).not.toContain('jobs.example.com');
  });

  it('tells search engines and those who share it what it is', () => {
    const html = page(issueWith([role()], { subtitle: 'say "hi" & <b>' }));
    const head = [
      '<title>a sample issue</title>',
      '<meta name="description" content="say &quot;hi&quot; &amp; &lt;b&gt;">',
      '<link rel="canonical" href="https://penny.example/issues/sample/">',
      '<meta property="og:type" content="article">',
      '<meta property="og:title" content="a sample issue">',
      '<meta property="og:description" content="say &quot;hi&quot; &amp; &lt;b&gt;">',
      '<meta property="og:url" content="https://penny.example/issues/sample/">',
      '<meta property="og:site_name" content="penny for my thoughts">',
      '<meta property="article:published_time" content="2026-11-23">',
      '<link rel="alternate" type="application/rss+xml" title="penny for my thoughts" href="https://penny.example/rss.xml">',
    ];
    for (const line of head) expect(html).toContain(line);
  });

  it('has no description that nobody wrote', () => {
    expect(page(issueWith([role()]))).not.toContain('description');
  });

  it('asks for nothing else: no script, no style sheet, no font, no picture of ours', () => {
    const html = page(issueWith([role()]));
    // Data in a script element is read by search engines, and run by nobody.
    expect(html).not.toMatch(
      /<script(?! type="application\/ld\+json">)|<link rel="stylesheet"|@import|url\(|@font-face|<img/,
    );
  });

  it.each([
    { language: 'en', direction: 'ltr' },
    { language: 'he', direction: 'rtl' },
    { language: 'ar-EG', direction: 'rtl' },
    { language: 'pt-BR', direction: 'ltr' },
    { language: 'qaa', direction: 'ltr' },
  ])(
    'is in its own language, what is around it in the newsletter’s: $language',
    ({ language, direction }) => {
      const html = page(issueWith([role()], { language }));
      expect(html).toContain(`<html lang="${language}" dir="${direction}">`);
      expect(html).toContain('<header class="masthead" lang="en" dir="ltr">');
    },
  );

  it('shows the fallbacks of merge tags', () => {
    const greeting = { type: 'mergeTag' as const, tag: 'firstName', fallback: 'you & <yours>' };
    const introduction: Issue['introduction'] = {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: 'hi ' }, greeting] }],
    };
    const title = 'for {{firstName|you}} {{email}}and \\{{me}}';
    const html = page(issueWith([role()], { introduction, title, subtitle: '{{name|reader}}, read on' }));
    expect(lines(html)).toEqual(
      expect.arrayContaining(['hi you & <yours>', 'for you and {{me}}', 'reader, read on']),
    );
    expect(html).not.toMatch(/firstName|email\}/);
  });

  it('changes no letter by style', () => {
    expect(layout.style).not.toContain('text-transform');
    expect(layout.style).not.toContain('font-variant');
  });
});

describe('links', () => {
  it('of a page by itself lead to the published site', () => {
    const html = page(issueWith([role()]));
    expect(html).toContain('<a href="https://penny.example/issues/">all issues</a>');
    expect(html).toContain('<a class="name" href="https://penny.example/">penny for my thoughts</a>');
  });

  it('of a page on the site are relative, to its neighbours too', () => {
    const place = {
      link: relativeLinks('issues/sample/'),
      newer: issueWith([], { slug: 'next', title: 'the <next>' }),
      older: issueWith([], { slug: 'last', title: 'הקודם', language: 'he' }),
    };
    const html = renderIssuePage(issueWith([role()]), layout, place);
    expect(html).toContain('<a href="../../issues/index.html">all issues</a>');
    expect(html).toContain('<a class="name" href="../../index.html">penny for my thoughts</a>');
    expect(html).toContain('<a href="../../rss.xml">rss</a>');
    expect(html).toContain('<a href="../../issues/next/index.html" lang="en" dir="ltr">the &lt;next&gt;</a>');
    expect(html).toContain('<a href="../../issues/last/index.html" lang="he" dir="rtl">הקודם</a>');
  });

  it('of footnotes meet their marks, also where two blocks have a note 1', () => {
    const note = 'a[^1] and a again[^1]\n\n[^1]: the note';
    const html = page(
      issueWith([role({ body: markdown(note) }), essay(note)], { introduction: markdown(note) }),
    );
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(targets).toHaveLength(2 + 3 * 3);
    expect(ids).toEqual([...new Set(ids)]);
    for (const target of targets) expect(ids).toContain(target);
  });
});

describe('a candidate who is not for the web', () => {
  const secret = candidate({
    id: 'secret-id',
    title: 'secret title',
    contact: 'secret@penny.example',
    location: 'secret city',
    available: 'secret day',
    payWanted: 'secret pay',
    cta: { lead: 'secret lead', label: 'secret label' },
    body: markdown('- secret facts'),
  });
  const consent = { on: '2026-01-01', scope: ['email'] } as const;

  it.each([
    { name: 'without web: true', block: secret },
    { name: 'with a consent for mail only', block: { ...secret, web: true, consent } },
  ])('$name leaves one line and nothing else', ({ block }) => {
    const issue = issueWith([role(), block, essay('an opinion')]);
    for (const html of [page(issue), renderFeedContent(issue, layout)]) {
      expect(html).not.toMatch(/secret/i);
      expect(lines(html)).toContain('subscribers met a candidate here. subscribe to meet the next one');
      expect(html).toContain('<a href="https://penny.example/#subscribe">subscribe to meet the next one</a>');
    }
  });

  it('and has agreed to the web is shown', () => {
    const shown = { ...secret, web: true, consent: { ...consent, scope: ['email', 'web'] as const } };
    expect(lines(page(issueWith([shown])))).toContain('active candidate: secret title');
  });
});

describe('the content for feeds', () => {
  const picture: Picture = {
    path: 'images/1.png',
    type: 'image/png',
    width: 90,
    height: 40,
    bytes: new Uint8Array(),
  };
  const issue = issueWith([candidate({ web: true }), role(), essay('a[^1] ![b](c.png)\n\n[^1]: the note')], {
    introduction: markdown('hello there'),
    title: 'the title',
    pictures: new Map([['c.png', picture]]),
  });
  const html = renderFeedContent(issue, layout);

  it('is the whole issue below its title', () => {
    expect(lines(html)).toEqual([
      'hello there',
      'active candidate: vp of sales',
      '15 years in sales',
      'want to chat with them? email me',
      'open role: vp of sales',
      'running a team of 15+',
      'interested? apply here',
      'penny for my thoughts',
      'a[1]',
      '[1] the note',
    ]);
  });

  it('has absolute addresses only, and no style', () => {
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address = '']) =>
      textContent(address),
    );
    expect(addresses).toEqual([
      'mailto:hello@penny.example?subject=active%20candidate%3A%20vp%20of%20sales%20%5B7-c1%5D',
      'https://penny.example/roles/vp-of-sales/',
      'https://jobs.example.com/vp-of-sales',
      'https://penny.example/images/1.png',
    ]);
    expect(html).not.toMatch(/style/);
  });
});

describe('templates of the workspace', () => {
  const own = (file: string, source: string) =>
    prepareWebLayout(letterhead, new Map([...templates, [file, source]]));

  it('stand in for ours', () => {
    const html = renderIssuePage(issueWith([role()]), own('web/role.hbs', '<p>{{title}}!</p>'));
    expect(html).toContain('<p>vp of sales!</p>');
  });

  it('cannot name what is not there', () => {
    const broken = own('web/role.hbs', '{{titel}}');
    expect(() => renderIssuePage(issueWith([role()]), broken)).toThrow(TemplateError);
  });

  it('need a style sheet', () => {
    expect(() => prepareWebLayout(letterhead, new Map())).toThrow('there is no style sheet web/style.css');
  });
});
