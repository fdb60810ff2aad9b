import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkTemplates } from '../../../src/check/mail-clients/check-templates.ts';
import type { Finding } from '../../../src/source/finding.ts';

async function check(name: string, text: string): Promise<readonly Finding[]> {
  return checkTemplates({ own: [{ file: `templates/email/${name}`, text }], builtIn: [] });
}

/** Every finding as `line:column-endLine:endColumn rule: message`. */
async function tell(name: string, text: string): Promise<string[]> {
  return (await check(name, text)).map(
    ({ line, column, endLine, endColumn, rule, message }) =>
      `${line}:${column}-${endLine}:${endColumn} ${rule}: ${message}`,
  );
}

describe('a style sheet', () => {
  it.each([
    {
      css: '.a {\n  display: flex;\n}',
      found: '2:3-2:16 mail/unsupported-css: “display: flex” does not work in classic Outlook',
    },
    {
      css: '.a { DISPLAY: FLEX } P::BEFORE { CONTENT: "New: "; Display: Block; display: Grid }',
      found: [
        '1:6-1:19 mail/unsupported-css: “DISPLAY: FLEX” does not work in classic Outlook',
        '1:34-1:50 mail/unsupported-css: “CONTENT: "New: "” does not work in Gmail, classic Outlook, Outlook on Android, and Yahoo Mail',
      ],
    },
    {
      css: '.a { position: absolute !important }',
      found:
        '1:6-1:35 mail/unsupported-css: “position: absolute” does not work in Gmail, classic Outlook, and Outlook on iOS',
    },
    {
      css: 'p { margin: 0 -4px }',
      found:
        '1:5-1:19 mail/unsupported-css: “margin: 0 -4px” does not work in Gmail, Outlook, and Yahoo Mail',
    },
    {
      css: 'p { padding-inline: 4px; }',
      found:
        '1:5-1:24 mail/unsupported-css: “padding-inline: 4px” does not work in Gmail, Outlook, Yahoo Mail, and Samsung Email',
    },
    {
      css: 'p { font-size: 1.5rem; letter-spacing: 0.1rem }',
      found:
        '1:5-1:22 mail/unsupported-css: “font-size: 1.5rem” does not work in classic Outlook and Yahoo Mail',
    },
    {
      css: 'p { color: var(--text); background: var(--mine, red) }',
      found:
        '1:25-1:53 mail/unsupported-css: “background: var(--mine, red)” does not work in Gmail, Outlook, and Yahoo Mail',
    },
    {
      css: '.new::before { content: "new: " } .x::before { content: "→" }',
      found:
        '1:16-1:32 mail/unsupported-css: “content: "new: "” does not work in Gmail, classic Outlook, Outlook on Android, and Yahoo Mail',
    },
    {
      css: '@media print { p { display: grid; color: rgb(0 0 0) } }',
      found:
        '1:35-1:52 mail/unsupported-css: “color: rgb(0 0 0)” does not work in Gmail, classic Outlook, and Yahoo Mail',
    },
    {
      css: '.a { & p { margin: 0 } }',
      found:
        '1:6-1:9 mail/unsupported-css: a rule within a rule does not work in Gmail, Outlook, and Yahoo Mail',
    },
    {
      css: '@import url("https://example.com/a.css");',
      found: '1:1-1:41 mail/template-script: most mail programs fetch no style sheet',
    },
    { css: 'a { color: red', found: '1:1-1:2 mail/template: this style cannot be read: unclosed block' },
    {
      css: '\n\na { color: red } }',
      found: '3:18-3:19 mail/template: this style cannot be read: unexpected }',
    },
  ])('tells of “$css” where it stands', async ({ css, found }) => {
    expect(await tell('head.css', css)).toEqual([found].flat());
  });

  it.each([
    '.a { display: block; display: flex; gap: 4px }',
    '.a { background-image: linear-gradient(#ffffff, #eeeeee); background-color: #ffffff }',
    '.a { position: relative; float: none; visibility: visible }',
    '.a { border-radius: 4px; box-shadow: 0 0 2px rgba(0, 0, 0, 0.2); opacity: 0.9; width: 100% }',
    '.a:hover { text-decoration: none } p > a:not(.b)::after { content: "\\2192" }',
    '@media (max-width: 620px) { .a { display: flex; width: calc(100% - 4px) } }',
    '@font-face { font-family: A; src: url(https://example.com/a.woff2) }',
    ':root { color-scheme: light dark } .a { width: auto !important; mso-hide: all }',
    '',
  ])('has nothing to tell of “%s”', async (css) => {
    expect(await tell('head.css', css)).toEqual([]);
  });

  it('may nest rules in inline.css, which is written into the elements', async () => {
    expect(await tell('inline.css', '.a { & p { margin: 0 } }')).toEqual([]);
  });

  it('is told of once when the head is larger than Gmail reads', async () => {
    const rule = `.${'a'.repeat(80)} { color: var(--dark-candidate-ink) !important; } /* ${'b'.repeat(99)} */\n`;
    expect(await tell('head.css', rule.repeat(100))).toEqual([]);
    expect(await tell('head.css', rule.repeat(160))).toEqual([
      '1:1-1:2 mail/style-size: the styles in the head of the mail are 18 KB, and Gmail reads 16 KB of them',
    ]);
    expect(await tell('inline.css', rule.repeat(160))).toEqual([]);
  });
});

describe('a template', () => {
  it.each([
    {
      html: '<tr><td style="color: red; float: left">{{x}}</td></tr>',
      found: '1:28-1:39 mail/unsupported-css: “float: left” does not work in classic Outlook',
    },
    {
      html: "<p\n  style='font-family: &quot;A&quot;, B; visibility: hidden'>",
      found:
        '2:41-2:59 mail/unsupported-css: “visibility: hidden” does not work in Gmail and classic Outlook',
    },
    {
      html: '{{#if a}}<p>{{{b}}}</p>{{/if}}<td style="{{style}}; width: {{width}}px; display: grid">',
      found: '1:73-1:86 mail/unsupported-css: “display: grid” does not work in classic Outlook',
    },
    {
      html: '<style data-embed>\n.a { color: var(--mine) }\n</style><style>.b { color: var(--mine) }</style>',
      found:
        '2:6-2:24 mail/unsupported-css: “color: var(--mine)” does not work in Gmail, Outlook, and Yahoo Mail',
    },
    {
      html: '<video src="a.mp4"></video>',
      found:
        '1:1-1:7 mail/unsupported-html: <video> does not work in Gmail, classic Outlook, Outlook.com, Outlook on iOS, Outlook on Android, and Yahoo Mail',
    },
    {
      html: '<p hidden>x</p>',
      found: '1:4-1:10 mail/unsupported-html: hidden does not work in Gmail, Outlook, and Yahoo Mail',
    },
    {
      html: '<a href="#{{anchor}}">x</a><a href="#">y</a>',
      found:
        '1:4-1:22 mail/unsupported-html: a link within the mail does not work in Gmail on iOS, Yahoo Mail on iOS, Yahoo Mail on Android, and Samsung Email',
    },
    {
      html: '<img src="https://example.com/a.webp?x=1" alt="">',
      found: '1:6-1:42 mail/unsupported-html: an image in the format WEBP does not work in classic Outlook',
    },
    {
      html: '<SCRIPT>if (a < b) document.write("<form>")</SCRIPT>',
      found:
        '1:1-1:8 mail/template-script: <script> runs in no mail program, and many refuse a message that has it',
    },
    {
      html: '<td onClick="x()">',
      found:
        '1:5-1:18 mail/template-script: onclick runs in no mail program, and many refuse a message that has it',
    },
    {
      html: '<a href=" java&#115;cript:x()">',
      found:
        '1:4-1:31 mail/template-script: no mail program follows javascript:, and many refuse a message that has it',
    },
    {
      html: '<form action="https://example.com/"></form>',
      found: '1:1-1:6 mail/template-script: <form> is taken for phishing, and many mail programs block it',
    },
    {
      html: '<link rel="stylesheet" href="https://example.com/a.css">',
      found: '1:1-1:57 mail/template-script: most mail programs fetch no style sheet',
    },
    { html: 'a\n{{#if b}}\nc', found: '2:1-2:10 mail/template: {{#if}} is never closed' },
    { html: '{{#if b}}{{/each}}', found: '1:10-1:19 mail/template: {{/each}} closes {{#if}}' },
    { html: 'a\\\\{{#if b}}', found: '1:4-1:13 mail/template: {{#if}} is never closed' },
    { html: '{{/if}}', found: '1:1-1:8 mail/template: {{/if}} closes nothing' },
    { html: '<p>{{name</p>', found: '1:4-1:6 mail/template: this {{ is never closed' },
    { html: '<p>\n<a href="x', found: '2:1-2:11 mail/template: this tag is never closed' },
    {
      html: '<a href="x>y</a><b class="z">',
      found: '1:28-1:29 mail/template: this sign cannot stand in a tag',
    },
    { html: 'a <!-- b', found: '1:3-1:7 mail/template: this comment is never closed' },
    {
      html: '<p style="color red">',
      found: '1:11-1:12 mail/template: this style cannot be read: unknown word color',
    },
  ])('tells of “$html” where it stands', async ({ html, found }) => {
    expect(await tell('role.hbs', html)).toEqual([found]);
  });

  it.each([
    '<!--[if mso]><table><tr><td style="display: flex"><form><![endif]-->',
    '<!--[if !mso]><!--><p style="display: flex">x</p><!--<![endif]-->',
    '<![if !mso]><p style="display: flex">x</p><![endif]>',
    '{{! <form> }}{{!-- {{#if}} <script> --}}\\{{#if}}<p>{{"}"}}</p>',
    '\\\\{{! <form> }}\\\\\\{{#if a}}<p style="{{b}}">{{/if}}\\{{{{! <form> }}',
    '{{^a}}x{{else if b}}y{{else}}z{{/a}}{{#> card}}{{/card}}{{~#with c~}}{{~/with~}}{{#*inline "d"}}{{/inline}}',
    '<td bgcolor="#ffffff" style="background-image: url(https://example.com/a.png)">',
    '<title>{{subject}} <video></title><textarea><video></textarea>',
    '<p {{#if a}}class="b"{{/if}} style="{{#if c}}color: red{{/if}}">{{> d}}</p>',
    '<picture><source srcset="a.avif"><img src="a.png" srcset="b.webp 2x" loading="lazy"></picture>',
  ])('has nothing to tell of “%s”', async (html) => {
    expect(await tell('role.hbs', html)).toEqual([]);
  });

  it('tells of everything at once, in the order of the places', async () => {
    const lines = await tell(
      'role.hbs',
      '<video></video>\n<td style="float: left" onload="x">\n<p style="a:b">',
    );
    expect(lines.map((line) => line.split(':', 2).join(':'))).toEqual(['1:1-1', '2:12-2', '2:25-2']);
  });

  it('counts places without a byte order mark, and alike for CRLF', async () => {
    const lines = await tell('role.hbs', '\uFEFF<p>\r\n<td style="color: red;\r\n float: left">');
    expect(lines).toEqual(['3:2-3:13 mail/unsupported-css: “float: left” does not work in classic Outlook']);
  });

  it('counts its own style sheet in the head', async () => {
    const style = (count: number): string =>
      `<style data-embed>\n${'.a { color: #123456 }\n'.repeat(count)}</style>`;
    expect(await tell('layout.hbs', style(700))).toEqual([]);
    const sheet = { file: 'templates/email/head.css', text: '.a { color: #123456 }\n'.repeat(300) };
    const layout = { file: 'templates/email/layout.hbs', text: `<head>\n${style(700)}` };
    const found = [{ file: 'templates/email/layout.hbs', line: 3, column: 1, rule: 'mail/style-size' }];
    expect(await checkTemplates({ own: [sheet, layout], builtIn: [] })).toMatchObject(found);
    expect(await checkTemplates({ own: [layout], builtIn: [sheet] })).toMatchObject(found);
    expect(await checkTemplates({ own: [sheet], builtIn: [sheet] })).toEqual([]);
  });
});

it('says what to write instead', async () => {
  expect(await check('role.hbs', '<p style="display: flex">')).toEqual([
    {
      file: 'templates/email/role.hbs',
      line: 1,
      column: 11,
      endLine: 1,
      endColumn: 24,
      severity: 'warning',
      rule: 'mail/unsupported-css',
      message: '“display: flex” does not work in classic Outlook',
      hint: 'make the columns cells of one row of a table',
    },
  ]);
});

it('has one finding for a file that is too large to be part of a mail', async () => {
  expect(await tell('role.hbs', `<img src="data:image/png;base64,${'A'.repeat(1e6)}">`)).toEqual([
    '1:1-1:2 mail/template: this file is larger than 100 KB, and Gmail cuts a mail off at 102 KB',
  ]);
});

const hostile = [
  'a{',
  '{{',
  '{{#if a}}',
  '{{a}}',
  '\\{{',
  '<',
  '<div>',
  '<svg>',
  '<p style="',
  '<!--',
  '<style>a{',
  '"',
  '/*',
  ' -',
];

it.each([
  ...hostile.map((piece) => ({ piece, text: piece.repeat((100 * 1024) / piece.length) })),
  ...hostile.map((piece) => ({ piece, text: piece.repeat(1e6 / piece.length) })),
  { piece: 'a{ … }', text: 'a{'.repeat(33e3) + '}'.repeat(33e3) },
])('comes to an end within two seconds with $text.length signs of $piece', async ({ text }) => {
  const before = performance.now();
  await check('head.css', text);
  await check('role.hbs', text);
  expect(performance.now() - before).toBeLessThan(2000);
});

it('has nothing to tell of our own templates', async () => {
  const folder = 'templates/email';
  const templates = readdirSync(folder).map((name) => ({
    file: `${folder}/${name}`,
    text: readFileSync(`${folder}/${name}`, 'utf8'),
  }));
  expect(templates.length).toBeGreaterThan(5);
  expect(await checkTemplates({ own: templates, builtIn: [] })).toEqual([]);
});
