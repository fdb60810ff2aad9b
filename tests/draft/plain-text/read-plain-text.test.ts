import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../../src/draft/plain-text/read-plain-text.ts';
import { writeIssue } from '../../../src/draft/write-issue.ts';
import { parseIssue } from '../../../src/issue/parse-issue.ts';
import { renderIssuePage } from '../../../src/render/issue-page.ts';
import { renderEdition } from '../../../src/render/render-edition.ts';
import { prepareWebLayout } from '../../../src/render/web-layout.ts';
import { loadTemplates } from '../../../src/workspace/load-templates.ts';
import { findMissingLine, visibleText } from '../../journeys/seed-lines.ts';
import { letterhead } from '../../render/samples.ts';

const usual = {
  name: 'penny',
  roleCta: { lead: 'interested?', label: 'apply here' },
  candidateCta: { lead: 'want to chat with them?', label: 'email me' },
  essayTitle: 'penny for my thoughts',
};
const defaults = { ...usual, language: 'en', contact: 'hello@penny.example' };

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
      findMissingLine(visibleText(renderIssuePage(issue, prepareWebLayout(letterhead, templates)))),
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

  it.each(['yes', '12', '2026-11-23', 'a: b', '"quoted"', '- a', '#a', '@a', '{a}', 'null', "it's", 'a #b'])(
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

/** The names of the blocks with their titles, and the essay’s lines. */
function outline(text: string): readonly unknown[] {
  return readPlainText(text, usual).draft.blocks.map(({ name, fields }) => [name, fields['title']]);
}

describe('the line that opens a block', () => {
  it.each([
    ['Penny for my thoughts', 'penny for my thoughts', 'Penny for my thoughts'],
    ['PENNY FOR MY THOUGHTS:', 'penny for my thoughts', 'PENNY FOR MY THOUGHTS:'],
    ['## Penny for my thoughts – who has control?', 'penny for my thoughts', 'who has control?'],
    ['OPEN ROLE – VP of Sales', 'open role', 'VP of Sales'],
    ['Open role | VP of Sales', 'open role', 'VP of Sales'],
    ['open role - vp - emea', 'open role', 'vp - emea'],
    ['**Active Candidate**', 'active candidate', 'TODO'],
    ['**Active Candidate:** vp', 'active candidate', 'vp'],
    ['# __Active  candidate: vp__', 'active candidate', 'vp'],
    ['open rolle: vp', 'open role', 'vp'],
  ])('is found: %s', (line, name, title) => {
    expect(outline(`a\nb\n${line}\n- c`)).toEqual([[name, title]]);
  });

  it.each([
    'open role models are what we need',
    'an active candidate: what is that?',
    'open roles – all of them – are gone',
    'the penny for my thoughts',
  ])('is no sentence with the same words: %s', (line) => {
    expect(outline(`a\nb\npenny for my thoughts\n${line}`)).toHaveLength(1);
  });
});

describe('what stands in a role or a candidate', () => {
  const card = (lines: string) => readPlainText(`a\nopen role: vp\n${lines}`, usual).draft.blocks[0];

  it.each([
    '- series a\n- $10m in arr',
    '• series a\n• $10m in arr',
    '* series a\n– $10m in arr',
    'series a\n$10m in arr',
  ])('is a list, whatever sign its lines have: %j', (lines) => {
    expect(card(lines)?.body).toEqual([{ kind: 'list', items: ['series a', '$10m in arr'] }]);
  });

  it('is text and lists where only some of the lines have a sign', () => {
    expect(card('who we are\n1. series a\n2) b\n- c')?.body).toEqual([
      { kind: 'paragraph', text: 'who we are' },
      { kind: 'list', items: ['series a', 'b'], start: 1 },
      { kind: 'list', items: ['c'] },
    ]);
  });

  it.each([
    ['Apply: https://jobs.example.com/vp', 'https://jobs.example.com/vp'],
    ['apply here https://jobs.example.com/vp.', 'https://jobs.example.com/vp'],
    ['interested? apply here: https://jobs.example.com/vp', 'https://jobs.example.com/vp'],
    ['https://jobs.example.com/vp?a=b', 'https://jobs.example.com/vp?a=b'],
    ['interested? apply here\n<https://jobs.example.com/vp>', 'https://jobs.example.com/vp'],
    ['jobs@example.com\ninterested? apply here', 'mailto:jobs@example.com'],
  ])('names where to apply: %j', (lines, apply) => {
    const { draft: read, guessed } = readPlainText(`a\nopen role: vp\n- series a\n${lines}`, usual);
    expect(read.blocks[0]?.fields).toEqual({ title: 'vp', apply });
    expect(read.blocks[0]?.body).toEqual([{ kind: 'list', items: ['series a'] }]);
    expect(guessed.map(({ what }) => what).join()).toContain('call to action');
  });

  it.each(['see https://jobs.example.com/vp for more', 'we sell to jobs@example.com'])(
    'names none in a sentence: %s',
    (line) => {
      expect(card(line)).toMatchObject({ fields: { title: 'vp' }, body: [{ kind: 'list', items: [line] }] });
    },
  );

  it('is never the page of a candidate', () => {
    const { draft: read } = readPlainText('a\nactive candidate: vp\n- b\nhttps://jane.example.org', usual);
    expect(read.blocks[0]?.fields).toEqual({ title: 'vp' });
    expect(read.blocks[0]?.body).toMatchObject([
      { kind: 'list', items: ['b'] },
      { kind: 'paragraph', text: 'https://jane.example.org' },
    ]);
  });
});

it('leaves out the name and the number of the newsletter, and buttons at both ends, and says so', () => {
  const {
    draft: read,
    dropped,
    lines,
    kept,
  } = readPlainText(
    'View in browser\nPENNY\nIssue #7\non trust\nwhy\nopen role: vp\n- a\nReply\nUnsubscribe | View this email in your browser',
    usual,
  );
  expect(read).toMatchObject({ title: 'on trust', subtitle: 'why' });
  expect(dropped.map(({ line }) => line)).toEqual([1, 2, 3, 8, 9]);
  expect([lines, kept]).toEqual([9, 4]);
});

it.each(['42', 'penny wise', 'issue 7 of 9', '2027'])('takes a title for a title: %s', (title) => {
  const { draft: read, dropped } = readPlainText(`${title}\nb\nopen role: vp\n- a`, usual);
  expect([read.title, dropped]).toEqual([title, []]);
});

it.each(['PENNY', 'Penny #7', 'penny – issue 7', 'No. 7', '#7'])('takes no title for it: %s', (line) => {
  const { draft: read, dropped } = readPlainText(`${line}\na\nb\nopen role: vp\n- a`, usual);
  expect([read.title, dropped.length]).toEqual(['a', 1]);
});

it('keeps addresses readable, and says that a tag is text', () => {
  const essay =
    'see https://penny.example/a_b(c) (or https://penny.example!), or write to jane_doe@example.org. hi {{firstName}}';
  const { guessed } = readPlainText(`a\nb\npenny for my thoughts\n${essay}`, usual);
  expect(draft(`a\nb\npenny for my thoughts\n${essay}`)).toContain(
    'see <https://penny.example/a_b(c)> (or <https://penny.example>!), or write to <jane_doe@example.org>. hi \\{{firstName}}',
  );
  expect(guessed.at(-1)).toMatchObject({ line: 4, what: expect.stringContaining('merge tag') });
});

describe('a call to action of which only the link’s words are left', () => {
  it.each(['apply here', 'Apply now', 'email me'])('is one, and no bullet: %s', (line) => {
    const { draft: read, guessed } = readPlainText(`a\nb\nopen role: vp\nseries a\n${line}`, usual);
    expect(read.blocks[0]?.body).toEqual([{ kind: 'list', items: ['series a'] }]);
    expect(guessed).toContainEqual({ line: 5, text: line, what: 'the call to action; its link is lost' });
    const cta = line === 'apply here' ? {} : { cta: { label: line } };
    expect(read.blocks[0]?.fields).toEqual({ title: 'vp', ...cta });
  });

  it('is none within a sentence', () => {
    const { draft: read } = readPlainText('a\nb\nopen role: vp\nlater on you apply here', usual);
    expect(read.blocks[0]?.body).toEqual([{ kind: 'list', items: ['later on you apply here'] }]);
  });
});

it('takes a link in brackets and in markdown for the call’s, and an address without its beginning as it is', () => {
  const card = (line: string) =>
    readPlainText(`a\nb\nopen role: vp\n- a\n${line}`, usual).draft.blocks[0]?.fields['apply'];
  expect(card('*Interested?* [Apply here](https://jobs.example.com/1)')).toBe('https://jobs.example.com/1');
  expect(card('interested? apply here (https://jobs.example.com/a_(b))')).toBe(
    'https://jobs.example.com/a_(b)',
  );
  expect(card('Interested? Apply here<https://jobs.example.com/1>')).toBe('https://jobs.example.com/1');
  expect(card('👉 Apply: jobs.example.com/2')).toBe('jobs.example.com/2');
});

it.each([
  ['a long word', (size: number) => 'x'.repeat(size)],
  ['sentences without a space', (size: number) => 'a.'.repeat(size / 2)],
  ['spaces', (size: number) => `a${' '.repeat(size)}b`],
  ['brackets', (size: number) => `apply here ${'('.repeat(size)}x`],
  ['short lines', (size: number) => 'line\n'.repeat(size / 5)],
  ['lists of one item', (size: number) => '1. a\n'.repeat(size / 5)],
])('reads a text of 100,000 characters at once: %s', (_, textOf) => {
  for (const label of ['open role: vp', 'penny for my thoughts']) {
    const start = performance.now();
    draft(`a\nb\n${label}\n${textOf(100_000)}`);
    // By the square of its length it would take ten seconds and more.
    expect(performance.now() - start).toBeLessThan(3000);
  }
});

describe('text as programs copy it', () => {
  it('takes Word’s bullets for bullets, its soft line ends for line ends, and a tab for a space', () => {
    const { draft: read } = readPlainText(
      'a\tb\nc\nopen role: vp\n•\tone\no\ttwo\n\uf0b7 three\vfour',
      usual,
    );
    expect(read.title).toBe('a b');
    expect(read.blocks[0]?.body).toEqual([
      { kind: 'list', items: ['one', 'two', 'three'] },
      { kind: 'paragraph', text: 'four' },
    ]);
  });

  it('leaves out the header and the signature of a mail, and says so', () => {
    const text =
      '---------- Forwarded message ---------\nFrom: a <a@example.com>\nSubject: x\non trust\nwhy\nopen role: vp\n- a\n-- \nPenny\n+1 415 555 0100\nReply\tForward';
    const { draft: read, dropped, lines, kept } = readPlainText(text, usual);
    expect(read).toMatchObject({
      title: 'on trust',
      subtitle: 'why',
      blocks: [{ body: [{ items: ['a'] }] }],
    });
    expect(dropped.map(({ line }) => line)).toEqual([1, 2, 3, 8, 9, 10, 11]);
    expect([lines, kept]).toEqual([11, 4]);
  });

  it('leaves out the buttons of a page, and keeps a number that stands by itself', () => {
    const page = readPlainText(
      'Subscribe\non trust\nwhy\nNov 23, 2026\n3\nShare\nopen role: vp\n- a\nLike',
      usual,
    );
    expect(page.dropped.map(({ line }) => line)).toEqual([1, 4, 5, 6, 9]);
    const text = readPlainText('on trust\nwhy\n2026\nopen role: vp\n- a', usual);
    expect([text.draft.introduction, text.dropped]).toEqual([['2026'], []]);
  });

  it('takes the rules between the parts out, and keeps those within the essay', () => {
    const { draft: read, dropped } = readPlainText(
      'a\nb\n---\nopen role: vp\n- a\n***\ninterested? apply here\n---\npenny for my thoughts\nc\n---\nd\n___',
      usual,
    );
    expect(dropped.map(({ line, what }) => [line, what])).toEqual(
      [3, 6, 8, 13].map((line) => [line, 'a rule across the page']),
    );
    expect(read.blocks[0]).toEqual({
      name: 'open role',
      fields: { title: 'vp' },
      body: [{ kind: 'list', items: ['a'] }],
    });
    expect(read.blocks[1]?.body.map((part) => 'text' in part && part.text)).toEqual(['c', '---', 'd']);
  });

  it('reads the quotation of a whole mail', () => {
    const { draft: read, lines, kept } = readPlainText('> a\n> b\n>\n> open role: vp\n> - c', usual);
    expect(read).toMatchObject({ title: 'a', subtitle: 'b', blocks: [{ fields: { title: 'vp' } }] });
    expect([lines, kept]).toEqual([4, 4]);
  });

  it('takes the line below a bare label for the title, and says so', () => {
    const { draft: read, guessed } = readPlainText('A\nB\nOPEN ROLE\nVP OF SALES\n* Series A', usual);
    expect(read.blocks[0]).toMatchObject({
      fields: { title: 'VP OF SALES' },
      body: [{ items: ['Series A'] }],
    });
    expect(guessed).toContainEqual({ line: 4, text: 'VP OF SALES', what: 'the title of the open role' });
  });

  it('reads labels that are counted, or have a picture in front', () => {
    expect(outline('a\nb\nopen roles:\nopen role #1: vp\n- c\n💼 Open role 2: cto\n- d')).toEqual([
      ['open role', 'vp'],
      ['open role', 'cto'],
    ]);
  });

  it('takes the signs off a title and a heading, and says where signs stay', () => {
    const text =
      '# a title\nsubtitle: why\n## Penny for my thoughts\n### who holds the cards\n**Hiring managers:**\nsome **bold** text\nTLDR\nno';
    const { draft: read, guessed } = readPlainText(text, usual);
    expect(read).toMatchObject({ title: 'a title', subtitle: 'why' });
    expect(read.blocks[0]?.body).toEqual([
      { kind: 'heading', text: 'who holds the cards' },
      { kind: 'heading', text: 'Hiring managers:' },
      { kind: 'paragraph', text: 'some **bold** text' },
      { kind: 'heading', text: 'TLDR' },
      { kind: 'paragraph', text: 'no' },
    ]);
    expect(guessed.filter(({ what }) => what.includes('signs of markdown')).map(({ line }) => line)).toEqual([
      6,
    ]);
  });
});

it('takes a tag for text in the title and the subtitle, too, and says where none works', () => {
  const text = 'hi {{firstName}}\nb {{ name }}\nopen role: vp {{city}}\n- a';
  const { draft: read, guessed } = readPlainText(text, usual);
  expect(read).toMatchObject({ title: 'hi \\{{firstName}}', subtitle: 'b \\{{ name }}' });
  expect(guessed.filter(({ what }) => what.includes('merge tag')).map(({ what }) => what)).toEqual([
    expect.stringContaining('take the backslash'),
    expect.stringContaining('take the backslash'),
    'a merge tag does not work here: write the words themselves',
  ]);
});

it('knows the last line of Outlook, whose address has slashes', () => {
  const { dropped } = readPlainText(
    'a\nb\nopen role: vp\n- c\nGet Outlook for iOS<https://example.com/x>',
    usual,
  );
  expect(dropped).toMatchObject([{ line: 5, what: 'left over from a mail program' }]);
});

it('finds the call to action above the bullets, too', () => {
  const text = 'a\nb\nopen role: vp\ninterested? apply here\n- c\nhttps://jobs.example.com/vp';
  const { draft: read, guessed } = readPlainText(text, usual);
  expect(read.blocks[0]).toMatchObject({
    fields: { title: 'vp', apply: 'https://jobs.example.com/vp' },
    body: [{ kind: 'list', items: ['c'] }],
  });
  expect(guessed.map(({ line }) => line)).toEqual([1, 2, 4, 6]);
});
