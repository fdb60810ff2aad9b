import { expect, it } from 'vitest';
import { parseIssue } from '../../src/issue/parse-issue.ts';
import { sampleDefaults } from '../check/parse-sample.ts';

const head = '---\ntitle: a\nnumber: 1\ndate: 2026-11-23\n---\n\n---penny for my thoughts\n---\n\n';
function parse(body: string) {
  return parseIssue({ file: 'issues/001-a.md', bytes: Buffer.from(`${head}${body}\n`) }, sampleDefaults);
}

/** Each has cost a markdown parser minutes, when there were enough of them. */
const hostile = [
  '[',
  ']',
  '![',
  '[]',
  '[a][b]',
  '[^a]',
  '[a](',
  '*a ',
  '_a*',
  '`a``',
  '~a~~',
  'a@a.',
  'www.a.',
  '<a ',
  '&amp',
  '{{',
  '*|A',
];

it.each(hostile)(
  'scoreboard 99: ends in seconds for a megabyte of %s, with a finding that says where',
  { timeout: 10_000 },
  (unit) => {
    const { findings } = parse(unit.repeat(1_000_000 / unit.length));
    expect(findings.map(({ line, rule }) => [line, rule])).toEqual([[10, 'file/too-tangled']]);
  },
);

it.each(hostile)('reads as many of %s as anybody could have meant', { timeout: 10_000 }, (unit) => {
  const signs = unit.match(/[[\]*_~`<@&!{]|www\./g)?.length ?? 1;
  const { findings } = parse(unit.repeat(Math.floor(3_000 / signs)));
  expect(findings.filter(({ rule }) => rule.startsWith('file/'))).toEqual([]);
});

it.each([
  ['the words of a link', `[${'word '.repeat(200_000)}](https://a.example)`, 10],
  ['the description of a picture', `![${'word '.repeat(200_000)}](https://a.example/b.png)`, 10],
  ['words behind a bracket that nothing closes', `a\n\nb [ ${'word '.repeat(200_000)}`, 12],
])('scoreboard 99: ends at once for a megabyte of %s', { timeout: 2_000 }, (_, body, line) => {
  expect(parse(body).findings).toMatchObject([{ line, rule: 'file/too-tangled' }]);
});

it('reads as long a link as anybody could have meant', () => {
  const body = `[${'word '.repeat(900)}](https://a.example)\n\n- [ ] a task, \\[ and a [note]\n`.repeat(3);
  expect(parse(body).findings).toEqual([]);
});

it('scoreboard 99: ends in seconds for fifty thousand quotes within each other', { timeout: 10_000 }, () => {
  expect(parse(`${'> '.repeat(50_000)}x`).findings.map(({ rule }) => rule)).toEqual(['file/too-deep']);
});

it('scoreboard 99: ends in seconds for a hundred blocks with code in each', { timeout: 10_000 }, () => {
  const code = '```\n---open role\n```\n\nsome words of prose here\n\n'.repeat(100);
  const role = `---open role\ntitle: b\napply: mailto:b@example.com\n---\n${code}`;
  const { written } = parse(`x\n\n${role.repeat(99)}`);
  expect(written?.blocks).toHaveLength(100);
});

it('reads a long table, a long list and a long essay', { timeout: 20_000 }, () => {
  const table = `| a | b |\n| --- | --- |\n${'| 1 | 2 |\n'.repeat(2_000)}`;
  const list = '- a bullet with **two** words\n'.repeat(600);
  const essay = 'a paragraph with *some* words.\n\n'.repeat(5_000);
  expect(parse(`${table}\n${list}\n${essay}`).findings).toEqual([]);
});
