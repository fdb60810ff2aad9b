import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/issue/issue.ts';
import { renderEdition } from '../../src/render/render-edition.ts';
import { TemplateError } from '../../src/render/template-error.ts';
import { essayOnly, richIssue, rightToLeft, twelveRoles } from './sample-issues.ts';
import {
  candidate,
  essay,
  fillSlots,
  issueWith,
  letterhead,
  markdown,
  role,
  slotsOf,
  templates,
  textContent,
} from './samples.ts';

async function render(issue: Issue) {
  const edition = await renderEdition(issue, letterhead, templates);
  const html = fillSlots(edition.html);
  return { edition, html, words: textContent(html), text: fillSlots(edition.text) };
}

describe('an edition', () => {
  it('is the same to the byte every time', async () => {
    expect((await render(richIssue)).edition).toEqual((await render(richIssue)).edition);
  });

  it('is plain data that survives being stored', async () => {
    const { edition } = await render(richIssue);
    expect(JSON.parse(JSON.stringify(edition))).toEqual(edition);
  });

  it('fills the merge tags of title and subtitle wherever they stand', async () => {
    const lines = { title: 'hello {{firstName|there}}', subtitle: 'for {{name|you}}, \\{{not a tag}}' };
    const { edition } = await render(issueWith([essay('hi')], lines));
    const [html, text] = [edition.html, edition.text].map((part) =>
      fillSlots(part, ({ tag, fallback }) => fallback ?? tag),
    );
    expect(html).not.toContain('{{firstName');
    expect(html?.match(/hello there/g)).toHaveLength(2);
    expect(textContent(html ?? '')).toContain('for you, {{not a tag}}');
    expect(text).toContain('hello there\n===========\n');
    expect(slotsOf(edition.html).filter(({ tag }) => tag === 'firstName')).toHaveLength(2);
  });

  it('pads the line beside the subject by what is shown of it', async () => {
    const plain = await render(issueWith([essay('hi')], { preheader: 'hi there' }));
    const tagged = await render(issueWith([essay('hi')], { preheader: 'hi {{firstName|there}}' }));
    const padding = ({ html }: { html: string }): number => html.match(/&#847;/g)?.length ?? 0;
    expect(padding(tagged)).toBe(padding(plain));
  });

  it('numbers the notes of an essay through all its parts', async () => {
    const [first, second] = [
      '[a](https://a.example/1)',
      '[b](https://a.example/2), [a](https://a.example/1)',
    ];
    const { text } = await render(
      issueWith([
        {
          kind: 'essay',
          title: 'thoughts',
          parts: [
            { kind: 'text', children: markdown(first).children },
            { kind: 'tldr', label: 'TLDR:', children: markdown(second).children },
          ],
        },
      ]),
    );
    expect(text).toContain('a [1]\n\n[1] https://a.example/1');
    expect(text).toContain('b [2], a [1]\n\n[2] https://a.example/2');
  });

  it('gives every recipient their own way out in both parts', async () => {
    const { edition } = await render(essayOnly);
    expect(slotsOf(edition.html)).toEqual([{ tag: 'unsubscribeUrl' }]);
    expect(slotsOf(edition.text)).toEqual([{ tag: 'unsubscribeUrl' }]);
    expect(edition.subject).toEqual(['a sample issue']);
  });

  it('leaves out what the issue and the newsletter do not have', async () => {
    const { postalAddress: _, ...sender } = letterhead.sender;
    const edition = await renderEdition(essayOnly, { ...letterhead, sender }, templates);
    expect(fillSlots(edition.html)).not.toMatch(/undefined|class="subtitle"|display: none/);
    expect(fillSlots(edition.text)).not.toContain('undefined');
  });

  it('keeps the blocks in the author’s order', async () => {
    const { words, text } = await render(
      issueWith([candidate(), essay('first thoughts'), role({ title: 'cto' })]),
    );
    for (const part of [words, text]) {
      expect(part).toMatch(/active candidate: vp of sales[\s\S]*first thoughts[\s\S]*open role: cto/);
    }
  });

  it('has the heading, the call to action and its link of every card on lines of their own', async () => {
    const { text } = await render(issueWith([role(), candidate()]));
    expect(text).toContain('\nopen role: vp of sales\n======================\n\n- running a team of 15+\n\n');
    expect(text).toContain('\ninterested? apply here\nhttps://jobs.example.com/vp-of-sales\n');
    expect(text).toContain(
      '\nwant to chat with them? email me\nmailto:hello@penny.example?subject=active%20candidate%3A%20vp%20of%20sales%20%5B7-c1%5D\n',
    );
  });

  it('does not offer what is closed', async () => {
    const { html, text } = await render(
      issueWith([role({ status: 'filled' }), candidate({ status: 'placed' })]),
    );
    for (const part of [html, text]) {
      expect(part).toContain('this role is filled');
      expect(part).toContain('this candidate is placed');
      expect(part).not.toMatch(/jobs\.example\.com|mailto:/);
    }
  });
});

describe('both parts', () => {
  it.each(Object.entries({ richIssue, essayOnly, twelveRoles, rightToLeft }))(
    'of %s say the same',
    async (_, issue) => {
      const { html, text } = await render(issue);
      const hrefs = (html.match(/(?<=<a [^>]*href=")[^"]+/g) ?? []).map((href) => textContent(href));
      expect(hrefs.length).toBeGreaterThan(1);
      for (const href of hrefs) expect(text).toContain(href);
    },
  );

  it('begin with the title and end with the way out and the sender’s address', async () => {
    const { text } = await render(richIssue);
    expect(text).toMatch(/^a sample issue\n==============\n\nall of it at once\n/);
    expect(text).toMatch(
      /\nunsubscribe: unsubscribeUrl\n\npenny, 1 Market St, San Francisco, CA 94105, USA\n$/,
    );
  });

  it('have at most two blank lines in a row, and no invisible characters', async () => {
    const { text } = await render(richIssue);
    expect(text).not.toMatch(/\n{4}| $|\u{34f}|\u{200b}|\u{200c}|\u{200d}|\u{fdd0}|\u{fdd1}/mu);
  });

  it('never put punctuation behind an address of ours', async () => {
    const { text } = await render(richIssue);
    const addresses = text.match(/(?<=^(?:\[\d+\] |\w[\w ]*: )?)(?:https?|mailto):\S+$/gm) ?? [];
    expect(addresses.length).toBeGreaterThan(4);
    expect(addresses.filter((address) => /[.,;:)]$/.test(address))).toEqual([]);
  });
});

describe('hostile text', () => {
  const hostile =
    '{{lookup this "constructor"}} {{{x}}} <script>alert(1)</script> "\'`=& </title></td> <% x %> <#if> }} {{';
  const escaped = hostile.replaceAll(/[<`]/g, '\\$&');

  it('is text wherever an author writes it', async () => {
    const issue = issueWith(
      [
        role({
          title: hostile,
          company: hostile,
          cta: { lead: hostile, label: hostile },
          body: markdown(escaped),
        }),
        candidate({ title: hostile, location: hostile }),
        {
          kind: 'essay',
          title: hostile,
          parts: [
            {
              kind: 'tldr',
              label: hostile,
              children: markdown(escaped).children,
            },
          ],
        },
      ],
      // Merge tags work in these two, and are refused before anything is rendered when there are no such tags.
      { title: hostile.replaceAll('{{', '\\{{'), subtitle: hostile.replaceAll('{{', '\\{{') },
    );
    const { html, words, text } = await render(issue);
    expect(html).not.toMatch(/<script|<% |<#if/);
    expect(words.split(hostile).length - 1).toBe(12);
    expect(text.split(hostile).length - 1).toBe(12);
  });

  it('is not taken for markup where it looks like it', async () => {
    const text = 'an alt text, a="" b, alt="" and > style="x"';
    const { html, words } = await render(issueWith([essay(`${text} ![${text}](https://a.example/x.png)`)]));
    expect(words).toContain(text);
    expect(html).toContain(`alt="${text.replaceAll('"', '&quot;')}"`);
  });

  it('does not keep what stands between two of its braces from being styled', async () => {
    const { html } = await render(
      issueWith([essay('it begins with {{ here\n\nunstyled?\n\nand ends with }} here')]),
    );
    expect(html).toMatch(/<p style="[^"]+">unstyled\?<\/p>/);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example/x'])(
    'cannot link to %s',
    async (url) => {
      const { html, text } = await render(issueWith([essay(`[words](${url}) ![image](${url})`)]));
      expect(html).not.toContain(url);
      expect(text).not.toContain(url);
      expect(html).toContain('words');
    },
  );
});

describe('a template that cannot be used', () => {
  const broken = (file: string, source?: string) => {
    const changed = new Map(templates);
    if (source === undefined) changed.delete(file);
    else changed.set(file, source);
    return renderEdition(essayOnly, letterhead, changed);
  };

  it.each([
    { file: 'email/essay.hbs', source: '{{titel}}' },
    { file: 'text/essay.hbs', source: '{{#if title}}' },
    { file: 'email/head.css', source: 'a { color: var(--nothing) }' },
    { file: 'email/inline.css', source: undefined },
    { file: 'email/footer.hbs', source: '{{{name}}}' },
  ])('is named: $file', async ({ file, source }) => {
    await expect(broken(file, source)).rejects.toThrow(TemplateError);
    await expect(broken(file, source)).rejects.toMatchObject({ file });
  });
});
