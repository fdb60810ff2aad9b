import { expect, it } from 'vitest';
import { checkSample, parseFiles } from './parse-sample.ts';

const head = '---\ntitle: a\nnumber: 1\ndate: 2026-11-24\nsubtitle: b\n---\n\n';
const role = `${head}---open role\ntitle: vp\napply: https://jobs.penny.example/vp\n---\n\n- a\n`;
const essay = (body: string): string => `${head}---penny for my thoughts\n---\n\n${body}\n`;
const withField = (field: string): string => role.replace('---\n\n- a', `${field}\n---\n\n- a`);

/** What a person types wrong once, and the one thing that they are told about it. */
it.each<[name: string, text: string, at: string, hint: string]>([
  ['no space behind a colon', role.replace('title: vp', 'title:vp'), '9:1 schema/slip', 'write title: vp'],
  [
    'a quotation mark that is not closed',
    role.replace('title: vp', 'title: "vp of sales'),
    '9:8 schema/slip',
    'write title: "vp of sales"',
  ],
  [
    'a title that starts with a dash',
    role.replace('title: vp', 'title: - vp'),
    '9:8 schema/slip',
    'write title: "- vp"',
  ],
  [
    'a title that starts with a bracket',
    role.replace('title: vp', 'title: [remote] vp'),
    '9:8 schema/slip',
    'write title: "[remote] vp"',
  ],
  [
    'a merge tag in front',
    role.replace('title: a', 'title: {{email}}, hi'),
    '2:8 schema/slip',
    'write title: "{{email}}, hi"',
  ],
  [
    'a bracket that is not closed',
    role.replace('subtitle: b', 'subtitle: b\ntags: [ok'),
    '6:7 schema/slip',
    'write tags: [ok]',
  ],
  [
    'a tab in front of a key',
    withField('pay:\n\tmin: 100000\n  max: 120000\n  currency: USD\n  per: year'),
    '12:1 schema/slip',
    'write two spaces instead',
  ],
  ['a line too far to the right', withField('  company: acme'), '11:1 schema/slip', 'start it in column 1'],
  [
    'pay without its other parts',
    withField('pay: {min: 1}'),
    '11:1 schema/missing',
    'add max: …, currency: …, per: year or month or week or day or hour',
  ],
  [
    'smart dashes',
    role.replace('---open role', '—open role'),
    '8:1 issue/almost-a-block',
    'write ---open role',
  ],
  [
    'four dashes',
    role.replace('---open role', '----open role'),
    '8:1 issue/almost-a-block',
    'write ---open role',
  ],
  [
    'front matter that is not closed',
    role.replace('subtitle: b\n---', 'subtitle: b'),
    '1:1 issue/front-matter',
    'close it with a line --- before the first block',
  ],
  [
    'nothing at all',
    '',
    '1:1 issue/front-matter',
    'start the file with a line ---, then title:, number: and date:, then --- again',
  ],
  ['an element of HTML', essay('who <b>really</b> has it?'), '11:5 text/raw-html', 'write **the words**'],
  [
    'an essay of HTML alone',
    essay('<p>a</p>'),
    '11:1 text/raw-html',
    'write it in markdown, or put backquotes around it to show it as it is',
  ],
  [
    'a number sign in a title',
    role.replace('title: vp', 'title: vp at the #1 in sales'),
    '9:18 text/lost-comment',
    'put the whole text into "quotation marks" if that is a part of it',
  ],
])('%s', (_, text, at, hint) => {
  const { findings } = checkSample(parseFiles({ 'issues/001-a.md': text }));
  expect(findings.map(({ line, column, rule, ...told }) => [`${line}:${column} ${rule}`, told.hint])).toEqual(
    [[at, hint]],
  );
});
