import { readFileSync } from 'node:fs';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/issue/issue.ts';
import { type ParsedIssue, parseIssue } from '../../src/issue/parse-issue.ts';
import { sampleDefaults } from '../check/parse-sample.ts';

const head = '---\ntitle: a title\nnumber: 7\ndate: 2026-11-23\n---\n';
const role = '---open role\ntitle: vp of sales\nstatus: filled\n---\n';

function parse(text: string | Uint8Array): ParsedIssue {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return parseIssue({ file: 'issues/007-a-title.md', bytes }, sampleDefaults);
}

function kinds(parsed: ParsedIssue): Block['kind'][] | undefined {
  return parsed.issue?.blocks.map(({ kind }) => kind);
}

function findings(parsed: ParsedIssue): string[] {
  return parsed.findings.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

describe('what only looks like a fence is content', () => {
  it.each([
    ['a thematic break', 'one\n\n---\n\ntwo', ['paragraph one', 'thematicBreak ', 'paragraph two']],
    ['a thematic break on the first line', '---\n\ntwo', ['thematicBreak ', 'paragraph two']],
    ['a setext underline', 'heading\n---\ntext', ['heading heading', 'paragraph text']],
    ['four dashes', '----\n\n-----\ntext', ['thematicBreak ', 'thematicBreak ', 'paragraph text']],
    ['a table', 'a | b\n--- | ---\n1 | 2', ['table ab12']],
    ['an aligned table', 'a | b\n---:|:-:\n1 | 2', ['table ab12']],
    ['an indented fence', ' ---active candidate\n', ['paragraph ---active candidate']],
    ['code', '```\n---active candidate\ntitle: x\n---\n```\n', ['code ---active candidate\ntitle: x\n---']],
    ['code with tildes', '~~~yaml\n---active candidate\n---\n~~~\n', ['code ---active candidate\n---']],
    ['an escaped line', '\\---active candidate\n', ['paragraph ---active candidate']],
  ])('%s', (_name, body, published) => {
    const parsed = parse(`${head}${role}${body}\n---penny for my thoughts\n---\nafter`);
    expect(findings(parsed)).toEqual([]);
    const [first, second] = parsed.issue?.blocks ?? [];
    const nodes = first?.kind === 'openRole' ? first.body.children : [];
    expect(nodes.map((node) => `${node.type} ${textOf(node)}`)).toEqual(published);
    expect(second?.kind === 'essay' && textOf(second.parts[0])).toBe('after');
  });
});

describe('what is no well-formed block is said, at its line', () => {
  it.each([
    ['a misspelt name', `${head}---open rolle\ntitle: a\n---\n${role}`, ['6:1 block/unknown']],
    ['another name', `${head}${role}---sponsor\n---\n`, ['10:1 block/unknown']],
    ['fields without an end', `${head}---open role\ntitle: a\n${role}`, ['6:1 block/not-closed']],
    [
      'a second essay',
      `${head}---penny for my thoughts\n---\na\n---penny for my thoughts\n---\nb`,
      ['9:1 block/second-essay'],
    ],
    ['no block', `${head}text`, ['6:1 block/none']],
    ['no front matter', `${role}text`, ['1:1 issue/front-matter']],
    ['front matter without an end', `---\ntitle: a\n${role}`, ['1:1 issue/front-matter']],
    [
      'a block in a comment',
      `${head}${role}<!--\n---active candidate\ntitle: a\n---\n-->`,
      ['11:1 block/in-comment'],
    ],
    [
      'code without an end',
      `${head}${role}\`\`\`\n---active candidate\ntitle: a\n---\n`,
      ['10:1 block/in-code'],
    ],
    ['a tag nobody knows', `${head}${role}hi {{frstName}}`, ['10:4 merge-tag/unknown']],
    ['a tag without an end', `${head}${role}hi {{name`, ['10:4 merge-tag/unknown']],
    [
      'an alias',
      '---\ntitle: &a x\nsubtitle: *a\nnumber: 1\ndate: 2026-11-23\n---\n---open role\ntitle: a\nstatus: filled\n---',
      ['2:11 schema/yaml', '3:11 schema/yaml'],
    ],
    [
      'a key of JavaScript',
      `${head.replace('number', '__proto__: {a: 1}\nnumber')}${role}`,
      ['3:1 schema/unknown-key'],
    ],
    ['a key twice', `${head.replace('number', 'title: b\nnumber')}${role}`, ['3:1 schema/duplicate-key']],
    [
      'too much front matter',
      `${head.replace('a title', 'a'.repeat(17_000))}${role}`,
      ['2:1 file/too-large'],
    ],
    ['quotes without end', `${head}${role}${'> '.repeat(10_000)}a`, ['10:1 file/too-deep']],
    [
      'lists without end',
      `${head}${role}${Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')}`,
      ['110:1 file/too-deep'],
    ],
    ['a sign that is no character', `${head}${role}a\uFDD0b`, ['10:2 file/encoding']],
  ])('%s', (_name, text, expected) => {
    expect(findings(parse(text))).toEqual(expected);
  });

  it('reads a hundred blocks, and says where the next one is', () => {
    const blocks = (count: number): ParsedIssue => parse(`${head}${role.repeat(count)}`);
    expect(findings(blocks(100))).toEqual([]);
    expect(kinds(blocks(100))).toHaveLength(100);
    expect(findings(blocks(102))).toEqual(['406:1 block/too-many']);
  });

  it('says the same the second time', () => {
    const broken = `${head.replace('7', 'seven')}${role}`;
    expect(findings(parse(broken))).toEqual(['3:9 schema/type']);
    expect(findings(parse(broken))).toEqual(['3:9 schema/type']);
  });

  it('finds the faults of every block, however broken the others are', () => {
    const text = `${head}---open rolle\n---\n---open role\ntitle: a\napply: acme.com/jobs\n---\n---active candidate\ntitel: b\n---\n`;
    expect(findings(parse(text))).toEqual([
      '6:1 block/unknown',
      '6:1 schema/missing',
      '10:8 role/apply-url',
      '13:1 schema/unknown-key',
    ]);
  });
});

describe('scoreboard 87: nothing but YAML is read, and nothing is run', () => {
  it.each(['js', 'JS', ' javascript', 'JavaScript', 'json', 'toml', 'coffee', ' yaml'])(
    '---%s',
    (language) => {
      const parsed = parse(`---${language}\nglobalThis.pennyWasRun = true;\n---\n${role}`);
      expect(findings(parsed)[0]).toBe('1:1 issue/front-matter');
      expect('pennyWasRun' in globalThis).toBe(false);
    },
  );
});

describe('scoreboard 89: files as other programs save them', () => {
  const text = `${head}${role}one\n\ntwo {{name|you}}\n`;

  it.each([
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${text}`],
    ['both', `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ])('%s gives the same result and the same places', (_name, variant) => {
    expect(parse(variant)).toEqual(parse(text));
  });

  it('refuses UTF-16, Windows-1252 at its first wrong byte, zero bytes, and more than 2 MB', () => {
    expect(findings(parse(Buffer.from(`\ufeff${text}`, 'utf16le')))).toEqual(['1:1 file/encoding']);
    expect(findings(parse(Buffer.from('---\ntitle: Jürgen\n', 'latin1')))).toEqual(['2:9 file/encoding']);
    expect(findings(parse('a\0b'))).toEqual(['1:1 file/binary']);
    expect(findings(parse(`${text}${'a'.repeat(2_000_001)}`))).toEqual(['1:1 file/too-large']);
  });
});

describe('what an author may leave out', () => {
  it('fills in slug, preheader, ids, dates and calls to action', () => {
    const open = '---Open   ROLE\ntitle: VP of Sales\napply: mailto:a@example.com\n---\n';
    const candidate = '---active candidate\ntitle: x\n---\n';
    const { issue } = parse(
      `${head.replace('date', 'subtitle: more\ndate')}${open}${open}${candidate}${candidate}`,
    );
    expect(issue).toMatchObject({
      slug: 'a-title',
      preheader: 'more',
      subject: 'a title',
      language: 'en',
      draft: false,
    });
    expect(issue?.blocks).toMatchObject([
      { id: 'vp-of-sales', status: 'open', posted: '2026-11-23', cta: sampleDefaults.roleCta },
      { id: 'vp-of-sales-2' },
      {
        id: 'c1',
        status: 'active',
        web: false,
        contact: 'hello@penny.example',
        cta: sampleDefaults.candidateCta,
      },
      { id: 'c2' },
    ]);
  });

  it.each(['### TLDR:', 'TLDR:', 'tl;dr', '**TLDR:**'])(
    'opens the box at “%s”, up to the next heading',
    (label) => {
      const { issue } = parse(`${head}---penny for my thoughts\n---\na\n\n${label}\n\n- b\n\n### c\n\nd`);
      const [essay] = issue?.blocks ?? [];
      expect(essay?.kind === 'essay' && essay.parts.map(({ kind }) => kind)).toEqual([
        'text',
        'tldr',
        'text',
      ]);
    },
  );
});

it.each([
  ['TLDR:\nb **c**', 'TLDR:', '', 'b c'],
  ['**TLDR:**\nb', 'TLDR:', '', 'b'],
  ['*tldr*\\\nb', 'tldr', '', 'b'],
  ['TL;DR:  \nb', 'TL;DR:', '', 'b'],
  ['**TLDR:** \n**b**', 'TLDR:', '', 'b'],
  ['“a …”\n*a*\nTLDR:\nb’s\nc', 'TLDR:', '“a …”\na', 'b’s\nc'],
  ['a\\\nTLDR:', 'TLDR:', 'a', ''],
])('opens the box at a label on a line of its own within a paragraph: %j', (text, label, above, below) => {
  const { issue } = parse(`${head}---penny for my thoughts\n---\n${text}\n`);
  const [essay] = issue?.blocks ?? [];
  const parts = essay?.kind === 'essay' ? essay.parts : [];
  const written = parts.map((part) => [part.kind, part.kind === 'tldr' && part.label, textOf(part)]);
  expect(written).toEqual([...(above === '' ? [] : [['text', false, above]]), ['tldr', label, below]]);
});

it.each(['TLDR: b', 'the **TLDR:**\nb', 'not TLDR:\nb', 'a\nTLDR: b\nc', '> TLDR:\n> b'])(
  'opens none at %j',
  (text) => {
    const { issue } = parse(`${head}---penny for my thoughts\n---\n${text}\n`);
    const [essay] = issue?.blocks ?? [];
    expect(essay?.kind === 'essay' && essay.parts).toMatchObject([{ kind: 'text' }]);
  },
);

it('reads a block after code and comments, and passes over what only looks like one in them', () => {
  const role = '---open role\ntitle: b\napply: mailto:b@example.com\n---\n';
  const code =
    '```\n---open role\n```\n\n~~~\n---open role\n\n```\n---open role\n~~~\n\n<!-- a --> `<!--`\n\n';
  const parsed = parse(`${head}${role}${code}${role}${code.repeat(20)}${role}`);
  expect(parsed.findings.filter(({ rule }) => rule !== 'text/raw-html')).toEqual([]);
  expect(kinds(parsed)).toEqual(['openRole', 'openRole', 'openRole']);
});

it('has the real issue whole: no finding, three blocks, one box', () => {
  const file = 'issues/001-are-interviews-really-a-two-way-street.md';
  const parsed = parseIssue({ file, bytes: readFileSync(file) }, sampleDefaults);
  expect(parsed.findings).toEqual([]);
  expect(kinds(parsed)).toEqual(['openRole', 'activeCandidate', 'essay']);
  expect(parsed.issue?.slug).toBe('are-interviews-really-a-two-way-street');
});
