import { Buffer } from 'node:buffer';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderEdition } from '../../src/render/render-edition.ts';
import { themeTokens } from '../../src/render/theme-tokens.ts';
import { essayOnly, richIssue, rightToLeft, twelveRoles } from './sample-issues.ts';
import { fillSlots, letterhead, templates } from './samples.ts';

const issues = {
  'a rich issue': richIssue,
  'an essay alone': essayOnly,
  'twelve roles': twelveRoles,
  'right to left': rightToLeft,
};

describe.each(Object.entries(issues))('the mail of %s', (_, issue) => {
  let html = '';
  beforeAll(async () => {
    const edition = await renderEdition(issue, letterhead, templates);
    html = fillSlots(edition.html, () => 'https://penny.example/unsubscribe/token');
  });

  const tags = (name: string): string[] => html.match(new RegExp(`<${name}(?=[\\s>])[^>]*>`, 'g')) ?? [];
  const styles = (name: string): string[] => tags(name).map((tag) => /style="([^"]*)"/.exec(tag)?.[1] ?? '');
  const body = (): string => html.slice(html.indexOf('<body'));

  it('is far from the size at which Gmail clips', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(80 * 1024);
  });

  it('has its styles in the head, below Gmail’s limit, with colours that Gmail knows', () => {
    expect(body()).not.toContain('<style');
    const sheets = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css]) => css ?? '');
    expect(Buffer.byteLength(sheets.join(''))).toBeLessThan(16 * 1024);
    expect(html).not.toMatch(/rgb\(|rgba\(|hsl|oklch|lab\(|var\(|@import|@font-face/);
    expect(html.match(/(?<!&)#[\da-f]{3,8}\b(?=[;"\s])/gi)?.every((colour) => colour.length === 7)).toBe(
      true,
    );
  });

  it('keeps dark mode, the phone and Outlook’s dark mode in the head', () => {
    expect(html).toContain('@media (prefers-color-scheme: dark)');
    expect(html).toContain('@media (max-width: 620px)');
    expect(html).toContain('[data-ogsc]');
    expect(html).toContain(':root { color-scheme: light dark;');
  });

  it('has nothing important in a style attribute, or dark mode could not win', () => {
    expect(html.match(/style="[^"]*!important/)).toBeNull();
  });

  it('pads table cells only, and the button’s link, which classic Outlook shows unpadded', () => {
    const padded = [...body().matchAll(/<(\w+)([^>]*)style="[^"]*padding(?:-\w+)?: (?!0[;"])[^"]*"/g)];
    const elements = padded.map(([, name, before]) => (before?.includes('class="button"') ? 'button' : name));
    expect(new Set(elements).difference(new Set(['td', 'th', 'button']))).toEqual(new Set());
  });

  it('has margins that every program follows', () => {
    expect(body()).not.toMatch(/margin(-\w+)?: ?[^;"]*(auto|-\d)/);
    for (const name of ['table', 'td', 'th', 'span', 'img'])
      expect(styles(name).join()).not.toContain('margin');
  });

  it('has layout tables that say so, and data tables that do not', () => {
    for (const table of tags('table')) {
      if (table.includes('class="data"')) expect(table).not.toContain('role=');
      else expect(table).toMatch(/role="presentation".* border="0" cellpadding="0" cellspacing="0"/);
    }
  });

  it('names a font in every cell with text', () => {
    const cells = [...body().matchAll(/<(?:td|th)\b([^>]*)>\s*(?!\s|<table|<!|<\/t)/g)].map(
      ([, attributes]) => attributes,
    );
    expect(cells.length).toBeGreaterThan(0);
    for (const attributes of cells) expect(attributes).toContain('font-family: ');
  });

  it('has a ghost table for classic Outlook and no other conditional content', () => {
    const conditional = [...body().matchAll(/<!--\[if mso\]>([\s\S]*?)<!\[endif\]-->/g)].map(
      ([, content]) => content,
    );
    expect(conditional).toEqual([
      '<table role="presentation" width="600" align="center" border="0" cellpadding="0" cellspacing="0"><tr><td>',
      '</td></tr></table>',
    ]);
    expect(html).toMatch(/class="sheet" style="[^"]*max-width: 600px/);
  });

  it('says its language and direction on the page and on all that stands in its body', () => {
    const direction = issue.language === 'he' ? 'rtl' : 'ltr';
    const children = outermostTags(body());
    expect(children.length).toBe(issue.preheader === undefined ? 1 : 2);
    for (const tag of [...tags('html'), ...children]) {
      expect(tag).toContain(`lang="${issue.language}" dir="${direction}"`);
    }
  });

  it('is an article with a name, one title and headings without a gap', () => {
    expect(html).toContain(`<div role="article" aria-roledescription="email" aria-label="${issue.title}"`);
    expect(html).toContain(`<title>${issue.subject}</title>`);
    const levels = [...body().matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels[0]).toBe(1);
    levels.reduce((previous, level) => {
      expect(level).toBeLessThanOrEqual(previous + 1);
      return level;
    });
  });

  it('describes every image in a way that simple programs understand', () => {
    for (const image of tags('img')) expect(image).toMatch(/ alt="/);
  });

  it('links to absolute addresses only, underlined unless it is a button', () => {
    for (const link of tags('a')) {
      expect(link).toMatch(/ href="(https:\/\/|mailto:)/);
      expect(link).toMatch(
        link.includes('class="button"') ? /text-decoration: none/ : /text-decoration: underline/,
      );
    }
    for (const image of tags('img')) expect(image).toMatch(/ src="https:\/\//);
  });

  it('changes no letter’s case and sets nothing too small to see', () => {
    expect(html).not.toMatch(/text-transform|font-variant|font-size: ?[01]px/);
  });

  it('has no character that makes Gmail clip', () => {
    expect(html).not.toMatch(/[\u{80}-\u{9f}]/u);
    expect(html.indexOf('<meta charset="utf-8">')).toBeGreaterThan(0);
    expect(html.indexOf('<meta charset="utf-8">')).toBeLessThan(400);
  });

  it('can be left, and says who sends it', () => {
    expect(html).toMatch(/<a href="https:\/\/penny\.example\/unsubscribe\/token"[^>]*>unsubscribe<\/a>/);
    expect(html).toContain('1 Market St, San Francisco, CA 94105, USA');
    expect(html).toMatch(/<a href="https:\/\/penny\.example\/issues\/sample\/"[^>]*>read online<\/a>/);
  });
});

describe('the style sheets', () => {
  it('override only what there is', () => {
    const classes = (css: string) =>
      new Set([...css.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map(([, name]) => name));
    const head = classes(templates.get('email/head.css') ?? '');
    const inline = classes(templates.get('email/inline.css') ?? '');
    expect(head.size).toBeGreaterThan(10);
    expect([...head].filter((name) => !inline.has(name))).toEqual([]);
  });

  it('answer every colour with one for the dark', () => {
    const inline = templates.get('email/inline.css') ?? '';
    const head = templates.get('email/head.css') ?? '';
    const used = new Set([...inline.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name));
    const colours = Object.keys(themeTokens(letterhead.theme).light).filter((name) => used.has(name));
    expect(colours.length).toBeGreaterThan(10);
    expect(colours.filter((name) => !head.includes(`var(--dark-${name})`))).toEqual([]);
  });
});

/** The start tags of the elements that stand directly in the body. */
function outermostTags(body: string): string[] {
  let depth = 0;
  return [...body.matchAll(/<(\/?)(div|table)\b[^>]*>/g)].flatMap(([tag, end]) => {
    depth += end === '' ? 1 : -1;
    return end === '' && depth === 1 ? [tag] : [];
  });
}

describe('the theme', () => {
  const theme = {
    accent: '#7a1f3d',
    colors: { light: { roleTint: '#fff0f0' }, dark: {} },
    fonts: { text: 'serif', essay: "Verdana, 'Open Sans', sans-serif" },
    width: 680,
    radius: 0,
  };

  it('is in the mail: colours, fonts, width and corners, for classic Outlook too', async () => {
    const { html } = await renderEdition(richIssue, { ...letterhead, theme }, templates);
    const mail = fillSlots(html);
    expect(mail).toContain('background-color: #fff0f0');
    expect(mail).toContain('background-color: #7a1f3d');
    expect(mail).toContain('max-width: 680px');
    expect(mail).toContain('@media (max-width: 700px)');
    expect(mail).toContain('<!--[if mso]><table role="presentation" width="680"');
    expect(mail).toContain('border-radius: 0px');
    expect(mail).toContain(".serif a { font-family: Verdana, 'Open Sans', sans-serif !important; }");
    expect(mail).toMatch(/class="letter serif" style="[^"]*font-family: Verdana, 'Open Sans', sans-serif/);
    expect(mail).not.toContain('#1652a8');
  });
});
