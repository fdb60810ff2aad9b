import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../src/draft/read-plain-text.ts';
import { writeIssue } from '../../src/draft/write-issue.ts';
import { parseIssue } from '../../src/issue/parse-issue.ts';
import { renderEdition } from '../../src/render/render-edition.ts';
import { prepareWebLayout } from '../../src/render/web-layout.ts';
import { renderWebPage } from '../../src/render/web-page.ts';
import { loadTemplates } from '../../src/workspace/load-templates.ts';
import { findMissingLine, visibleText } from '../journeys/seed-lines.ts';

const usual = {
  roleCta: { lead: 'interested?', label: 'apply here' },
  candidateCta: { lead: 'want to chat with them?', label: 'email me' },
  essayTitle: 'penny for my thoughts',
};
const defaults = { ...usual, language: 'en', contact: 'hello@penny.example' };
const letterhead = {
  name: 'penny',
  url: 'https://penny.example',
  language: 'en',
  sender: { name: 'penny', address: 'hello@penny.example', replyTo: 'hello@penny.example' },
  labels: { openRole: 'open role', activeCandidate: 'active candidate' },
  theme: { accent: '#1652a8' },
};

function draft(text: string): string {
  return writeIssue({ ...readPlainText(text, usual).draft, number: 2, date: '2026-11-30' });
}

describe('the seed', () => {
  const seed = readFileSync('tests/golden/seed.txt', 'utf8');

  it('loses nothing but the mail program’s last line, and says so', () => {
    const { lines, kept, dropped } = readPlainText(seed, usual);
    expect([lines, kept]).toEqual([46, 45]);
    expect(dropped).toEqual([{ line: 46, text: 'Reply', what: 'left over from a mail program' }]);
  });

  it('is published, as mail and as page, with every line as it stands in the text', async () => {
    // What nobody can know, the links, is filled in by its author.
    const text = draft(seed)
      .replace('title: vp of sales\n', 'title: vp of sales\napply: https://jobs.example.com/vp-of-sales\n')
      .replace(/(---active candidate\ntitle: .*\n)/, '$1web: true\n');
    const parsed = parseIssue({ file: 'issues/002-a.md', bytes: Buffer.from(text) }, defaults);
    expect(parsed.findings).toEqual([]);
    const { issue } = parsed;
    if (issue === undefined) throw new Error('the draft is no issue');
    const templates = loadTemplates('nowhere').all;
    const edition = await renderEdition(issue, letterhead, templates);
    const asText = (parts: readonly unknown[]): string =>
      parts.map((part) => (typeof part === 'string' ? part : '')).join('');
    expect(findMissingLine(asText(edition.text))).toBeUndefined();
    expect(findMissingLine(visibleText(asText(edition.html)))).toBeUndefined();
    expect(
      findMissingLine(visibleText(renderWebPage(issue, prepareWebLayout(letterhead, templates)))),
    ).toBeUndefined();
  });

  it('asks its author for the link, and for nothing else', () => {
    const parsed = parseIssue({ file: 'issues/002-a.md', bytes: Buffer.from(draft(seed)) }, defaults);
    expect(parsed.findings).toEqual([]);
    expect(parsed.written?.frontMatter.fields).toMatchObject({ number: 2, draft: true });
    expect(parsed.written?.blocks.map(({ kind }) => kind)).toEqual(['openRole', 'activeCandidate', 'essay']);
  });
});

describe('text that markdown, YAML or a merge tag would read otherwise', () => {
  it.each([
    '* not a bullet *',
    '# no heading',
    '1. no list',
    '> no quote',
    '---open role',
    '---',
    '<b>no tag</b> &amp; no entity',
    'a_b_c *d* `e` [f](g) ![h](i) ~~j~~ \\k',
    '{{firstName}} and \\{{',
    'key: value # no comment',
    '- - -',
    '| a | b |',
    '“been there” … ‘ok’ 李 🎉',
    '    indented',
    '+1 415 555 0100',
  ])('stays as it is: %s', (line) => {
    const text = draft(`a title\na subtitle\npenny for my thoughts:\nfirst\n${line}\nlast`);
    const parsed = parseIssue({ file: 'issues/002-a.md', bytes: Buffer.from(text) }, defaults);
    expect(parsed.findings).toEqual([]);
    const essay = parsed.issue?.blocks[0];
    const children = essay?.kind === 'essay' ? essay.parts.flatMap((part) => part.children) : [];
    const shown = children.map((node) =>
      (node.type === 'paragraph' ? node.children : [])
        .map((child) => ('value' in child ? child.value : ''))
        .join(''),
    );
    expect(shown).toEqual(['first', line.trim(), 'last']);
  });

  it.each(['yes', '12', '2026-11-23', 'a: b', '"quoted"', '- a', '# a', '@a', '{a}', 'null', "it's", 'a #b'])(
    'stays as it is in a title: %s',
    (title) => {
      const text = draft(`${title}\n${title}\nopen role: ${title}\na`);
      const parsed = parseIssue({ file: 'issues/002-a.md', bytes: Buffer.from(text) }, defaults);
      expect(parsed.written?.frontMatter.fields).toMatchObject({ title, subtitle: title });
      expect(parsed.written?.blocks[0]?.fields).toMatchObject({ title });
    },
  );
});

it('takes a misspelt label for the block that was meant, and says so', () => {
  const { draft: read, guessed } = readPlainText('a\nopen rolle: vp\nseries a', usual);
  expect(read.blocks).toMatchObject([{ name: 'open role', fields: { title: 'vp' } }]);
  expect(guessed).toContainEqual({ line: 2, text: 'open rolle: vp', what: 'the block open role' });
});

it('keeps text that says nothing of blocks as an introduction', () => {
  const { draft: read, kept } = readPlainText('\ufeffa\r\nb\r\n\r\nc\r\nd', usual);
  expect(read).toEqual({ title: 'a', subtitle: 'b', introduction: ['c', 'd'], blocks: [] });
  expect(kept).toBe(4);
});

it('keeps a call to action that is not the usual one', () => {
  const { draft: read } = readPlainText('a\nopen role: vp\nseries a\ncurious? email me', usual);
  expect(read.blocks[0]).toMatchObject({
    fields: { title: 'vp', cta: { lead: 'curious?', label: 'email me' } },
    body: [{ kind: 'list', items: ['series a'] }],
  });
});
