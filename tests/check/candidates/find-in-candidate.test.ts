import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/source/finding.ts';
import { checkSample, parseFiles } from '../parse-sample.ts';

const inText = {
  'as it is': (text: string) => text,
  'a backslash before every sign': (text: string) => text.replaceAll(/[^\p{L}\p{N}\s]/gu, String.raw`\$&`),
  'decimal references': (text: string) => text.replaceAll(/./gu, (sign) => `&#${sign.codePointAt(0)};`),
  'hexadecimal references': (text: string) =>
    text.replaceAll(/[^\p{L}\s]/gu, (sign) => `&#x${sign.codePointAt(0)?.toString(16)};`),
  'named references': (text: string) =>
    text.replaceAll('@', '&commat;').replaceAll('.', '&period;').replaceAll('+', '&plus;'),
  'emphasis within': (text: string) => `${text.slice(0, 1)}**${text.slice(1, 2)}**${text.slice(2)}`,
  'a comment within': (text: string) => `${text.slice(0, 6)}<!-- - -->${text.slice(6)}`,
  'HTML within': (text: string) => `${text.slice(0, 6)}<b>${text.slice(6)}</b>`,
  'zero-width spaces': (text: string) => [...text].join('\u200b'),
  'soft hyphens': (text: string) => `${text.slice(0, 5)}\u00ad${text.slice(5)}`,
  'full width': (text: string) =>
    text.replaceAll(/[a-z@.\d]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)),
  'spaces that do not break': (text: string) => text.replaceAll(' ', '\u00a0'),
  'a line’s end': (text: string) => text.replaceAll(' ', '\n  '),
  'inline code': (text: string) => `\`${text}\``,
  'the words of a link': (text: string) => `[${text}](https://penny.example/)`,
  'the words of an image': (text: string) => `![${text}](https://penny.example/a.png)`,
  'the title of a link': (text: string) => `[a](https://penny.example/ "${text}")`,
  'a cell': (text: string) => `a\n\n| a |\n|---|\n| ${text} |`,
  'a quote': (text: string) => `a\n\n> a\n> ${text}`,
} as const;

const contactData = {
  'candidate/contact-data': ['jane.doe@example.org', '+1 (415) 555-0100', '020 7946 0958'],
  'candidate/profile-url': ['linkedin.com/in/jane-doe', 'www.linkedin.com/in/jane-doe-1234'],
};

const data = Object.entries(contactData).flatMap(([rule, texts]) => texts.map((text) => ({ rule, text })));

function candidate(markdown: string, fields = ''): string {
  return `---\ntitle: a\nnumber: 1\ndate: 2026-11-24\nsubtitle: b\n---\n\n---active candidate\ntitle: vp of sales\n${fields}---\n\n- ${markdown}\n`;
}

function findIn(text: string): readonly Finding[] {
  return checkSample(parseFiles({ 'issues/001-a.md': text })).findings;
}

describe.each(Object.entries(inText))('what names a candidate, written with %s', (_, disguise) => {
  it.each(data)('is found: $text', ({ rule, text }) => {
    const found = findIn(candidate(`reach them: ${disguise(text)}`));
    expect(found.map((finding) => finding.rule)).toContain(rule);
  });
});

describe('the address of a candidate’s own page', () => {
  it.each([
    '[a](https://www.linkedin.com/in/jane)',
    String.raw`https\://www\.linkedin.com/in/jane`,
    '[a](https://www%2elinkedin%2Ecom/in/jane)',
    '[a](https:&#47;&#47;linkedin.com/in/jane)',
    String.raw`[a](https:\\\\linkedin.com\\in\\jane)`,
    '[a](https:linkedin.com/in/jane)',
    '[a](https:////linkedin.com/in/jane)',
    '[a](https://user@linkedin.com/in/jane)',
    '[a](https://linkedin.com:443/in/jane)',
    '[a](https://linkedin.com./in/jane)',
    '[a](https://LinkedIn.com/in/jane)',
    '[a](https://linked\u00adin.com/in/jane)',
    '[a](https://eu.example.com/?url=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fjane&data=1)',
    '[a][b]\n\n[b]: https://www%2elinkedin.com/in/jane',
    '<https://www.linkedin.com/in/jane>',
    'htps://www.linkedin.com/in/jane',
    'https//linkedin.com/in/jane',
    '[a](https://https://www.linkedin.com/in/jane)',
    'https://www[.linkedin.com/in/jane](https://penny.example/)',
    'https://w~~w~~w.linkedin.com/in/jane',
  ])('is found in %s', (markdown) => {
    const found = findIn(candidate(markdown));
    expect(found.map(({ rule }) => rule)).toContain('candidate/profile-url');
  });
});

describe('a candidate’s e-mail address', () => {
  it.each([
    '[a](mailto:jane.doe%40example.org)',
    '[a](mailto:jane.doe&commat;example.org)',
    '[a](https://penny.example/?to=jane.doe%40example.org)',
    'jane.doe [at] example.org',
    'jane.doe (at) example (dot) org',
  ])('is found in %s', (markdown) => {
    const found = findIn(candidate(markdown));
    expect(found.map(({ rule }) => rule)).toContain('candidate/contact-data');
  });

  it.each([
    String.raw`available: "jane.doe\u0040example.org"`,
    String.raw`location: "jane.doe\x40example.org"`,
    'cta: {lead: jane.doe＠example.org}',
    'available: >\n  write to\n  jane.doe@example.org',
  ])('is found in a field: %s', (field) => {
    const found = findIn(candidate('15 years in sales', `${field}\n`));
    expect(found.map(({ rule }) => rule)).toContain('candidate/contact-data');
  });
});

it('says where in the file a disguised address stands', () => {
  const text = candidate('a &amp; b: **mary**\\.roe&commat;example.org, since then');
  expect(findIn(text).filter(({ rule }) => rule === 'candidate/contact-data')).toMatchObject([
    { line: 12, column: 16, endColumn: 46, message: '“mary.roe@example.org” is not your address' },
  ]);
});

it('says where a bare address stands that a backslash divides', () => {
  const found = findIn(candidate(String.raw`mary\.roe@example.org, mary.roe\@example.org`));
  expect(found.filter(({ rule }) => rule === 'candidate/contact-data')).toMatchObject([
    { line: 12, column: 3, endColumn: 24 },
    { line: 12, column: 26, endColumn: 47 },
  ]);
});

it('finds nothing where HTML is left out, and in addresses of the newsletter', () => {
  const found = findIn(
    candidate('a <!-- jane.doe@example.org --> [b](mailto:hello%40penny.example) hello\\@penny.example'),
  );
  expect(found.map(({ rule }) => rule)).not.toContain('candidate/contact-data');
});
