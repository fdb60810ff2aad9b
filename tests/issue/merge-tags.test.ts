import { describe, expect, it } from 'vitest';
import { parseIssue } from '../../src/issue/parse-issue.ts';
import { sampleDefaults } from '../check/parse-sample.ts';

const head = '---\ntitle: a\nnumber: 1\ndate: 2026-11-23\n---\n';

function findings(text: string): string[] {
  const parsed = parseIssue({ file: 'issues/001-a.md', bytes: Buffer.from(text) }, sampleDefaults);
  return parsed.findings.map(
    ({ line, column, endColumn, rule, message }) => `${line}:${column}-${endColumn} ${rule}: ${message}`,
  );
}

/** What is found in an essay whose text starts on line 8. */
function findingsInText(markdown: string): string[] {
  return findings(`${head}---penny for my thoughts\n---\n${markdown}\n`);
}

const inAddress = 'merge-tag/unknown: merge tags work neither in the address of a link nor in an image';
const unclosed = 'merge-tag/unknown: this merge tag is not closed';

describe('scoreboard 90: a tag that would be published with its braces is an error where it stands', () => {
  it.each([
    ['the address of a link', '[a](https://jobs.example.com/?to={{email}})', [`8:34-43 ${inAddress}`]],
    ['an address in brackets', '[a](<https://a.example/{{fields.my city}}>)', [`8:24-42 ${inAddress}`]],
    ['the title of a link', '[a](https://a.example "for {{name}}")', [`8:28-36 ${inAddress}`]],
    ['an address of its own line', '[a][b]\n\n[b]: https://a.example/{{name}}', [`10:24-32 ${inAddress}`]],
    ['a bare link', 'see https://a.example/{{name|x}}.', [`8:23-33 ${inAddress}`]],
    ['the words of an image', '![hi {{frstName}}](https://a.example/a.png)', [`8:6-18 ${inAddress}`]],
    ['the address of an image', '![](https://a.example/{{name}}.png)', [`8:23-31 ${inAddress}`]],
    [
      'two in one line',
      '[a](https://a.example/{{name}}/{{email}})',
      [`8:23-31 ${inAddress}`, `8:32-41 ${inAddress}`],
    ],
    ['a text beside a bare link', 'mail a@example.com, {{name', [`8:21-23 ${unclosed}`]],
    ['a text behind two backslashes', '\\\\{{name', [`8:3-5 ${unclosed}`]],
    [
      'a table, where its bar is the end of the cell',
      '| a |\n| - |\n| {{name|you}} |',
      ['10:3-15 merge-tag/unknown: in a table, the bar cuts this merge tag in two'],
    ],
    ['an address in a table', '| a |\n| - |\n| [b](https://a.example/{{name}}) |', [`10:25-33 ${inAddress}`]],
  ])('%s', (_, markdown, found) => {
    expect(findingsInText(markdown)).toEqual(found);
  });
});

describe('scoreboard 90: braces that are no tag are left alone', () => {
  it.each([
    ['escaped in text', 'a \\{{name}} and a@example.com'],
    ['escaped in an address', '[a](https://a.example/\\{{name}})'],
    ['in code', '`{{nme}}` and\n\n```\n{{nme\n```\n\n    {{nme}}'],
    ['beside a tag', '`\\` {{name}} {{{name}}} `{{`'],
    ['in a table, with its bar escaped', '| a |\n| - |\n| {{name\\|you}} |'],
    ['one at a time', 'a { b } c }} d'],
  ])('%s', (_, markdown) => {
    expect(findingsInText(markdown)).toEqual([]);
  });
});

const notHere =
  'merge-tag/unknown: merge tags do not work here, only in text, title, subtitle, subject and preheader';

it.each([
  ['open role', 'apply: https://jobs.example.com/?to={{email}}', `8:8-46 ${notHere}`],
  ['open role', 'location: {city: "{{fields.city}}", country: US}', `8:18-35 ${notHere}`],
  ['open role', 'location: {region: "{{x", country: US}', `8:20-25 ${notHere}`],
  ['open role', 'location: "{{fields.city}}"', `8:11-28 ${notHere}`],
  ['open role', 'cta: {lead: "{{name}}?"}', `8:13-24 ${notHere}`],
  ['active candidate', 'available: from {{x}}', `8:12-22 ${notHere}`],
])('finds a tag in a field of a block: %s › %s', (block, field, found) => {
  const status = block === 'open role' ? 'filled' : 'placed';
  expect(findings(`${head}---${block}\ntitle: a\n${field}\nstatus: ${status}\n---\n`)).toEqual([found]);
});

it.each([
  ['{{nme}}', 'there is no merge tag “nme”'],
  ['{{name', 'this merge tag is not closed'],
  ['{{name {{name', 'this merge tag is not closed'],
  ['{{}}', 'this merge tag is empty'],
])('finds in a subject what nobody could fill: %s', (subject, message) => {
  const found = findings(
    `${head.replace('number', `subject: 'a ${subject}'\nnumber`)}---penny for my thoughts\n---\na\n`,
  );
  expect(found).toEqual([`3:10-${14 + subject.length} merge-tag/unknown: ${message}`]);
});

it.each(['\\{{name}}', '{{{name}}}', '\\{{name'])('leaves a subject alone: %s', (subject) => {
  const text = `${head.replace('number', `subject: 'a ${subject}'\nnumber`)}---penny for my thoughts\n---\na\n`;
  expect(findings(text)).toEqual([]);
});

it('reads a text full of tags and code in a moment', { timeout: 5_000 }, () => {
  const paragraph = `${'`a` {{x}} '.repeat(400)}\n\n`;
  expect(findingsInText(paragraph.repeat(100))).toHaveLength(40_000);
});
