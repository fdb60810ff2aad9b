import { describe, expect, it } from 'vitest';
import { mendIssue } from '../../src/check/mend-issue.ts';
import { sampleDefaults } from './parse-sample.ts';

function mend(raw: string): ReturnType<typeof mendIssue> {
  return mendIssue(raw, { file: 'issues/001-a.md', defaults: sampleDefaults });
}

function issueWith(role: string, frontMatter = 'title: a\nnumber: 1\ndate: 2026-11-23'): string {
  return `---\n${frontMatter}\n---\n\n---open role\ntitle: vp of sales\n${role}\n---\n\njobs.example.com, 23.11.2026\n`;
}

describe('check --fix writes what was plainly meant', () => {
  it.each([
    ['https:// in front', 'apply: jobs.example.com/vp', 'apply: https://jobs.example.com/vp'],
    ['mailto: in front', 'apply: jobs@example.com', 'apply: mailto:jobs@example.com'],
    ['between the same quotes', 'apply: "jobs.example.com/vp"', 'apply: "https://jobs.example.com/vp"'],
    ['a date with one reading', 'closes: 23.11.2026', 'closes: 2026-11-23'],
    ['a misspelt key', 'aply: https://jobs.example.com', 'apply: https://jobs.example.com'],
    [
      'quotation marks around a text with a colon',
      'apply: https://jobs.example.com\nlocation: sf: remote # for now',
      'apply: https://jobs.example.com\nlocation: "sf: remote" # for now',
    ],
    ['a key and then its value', 'aply: jobs.example.com/vp', 'apply: https://jobs.example.com/vp'],
    [
      'beside a comment',
      'apply: jobs.example.com/vp # theirs',
      'apply: https://jobs.example.com/vp # theirs',
    ],
  ])('%s', (_, before, after) => {
    expect(mend(issueWith(before)).text).toBe(issueWith(after));
  });

  it('in front matter, and in several places at once', () => {
    const { text, mended } = mend(
      issueWith('aply: jobs.example.com', 'titel: a\nnumber: 1\ndate: 23.11.2026'),
    );
    expect(text).toBe(issueWith('apply: https://jobs.example.com', 'title: a\nnumber: 1\ndate: 2026-11-23'));
    expect(mended.map(({ rule }) => rule).sort()).toEqual([
      'issue/date',
      'role/apply-url',
      'schema/unknown-key',
      'schema/unknown-key',
    ]);
  });

  it('says where everything stood before anything was mended', () => {
    const before = issueWith('aply: jobs.example.com/vp\nlocation: {citty: sf, regoin: ca, contry: US}');
    const places = mend(before).mended.map(({ rule, line, column, endColumn }) => [
      rule,
      before.split('\n')[line - 1]?.slice(column - 1, endColumn - 1),
    ]);
    expect(places).toEqual([
      ['schema/unknown-key', 'aply'],
      ['role/apply-url', 'jobs.example.com/vp'],
      ['schema/unknown-key', 'citty'],
      ['schema/unknown-key', 'regoin'],
      ['schema/unknown-key', 'contry'],
    ]);
  });

  it('keeps the byte order mark and mixed line ends', () => {
    const before = `\ufeff${issueWith('apply: jobs.example.com/vp').replace('\ntitle: vp', '\r\ntitle: vp')}`;
    const after = `\ufeff${issueWith('apply: https://jobs.example.com/vp').replace('\ntitle: vp', '\r\ntitle: vp')}`;
    expect(mend(before).text).toBe(after);
  });
});

describe('check --fix leaves to the author', () => {
  it.each([
    ['a date with two readings', 'closes: 03.04.2026'],
    ['a day that does not exist', 'closes: 2026-02-30'],
    ['an unencrypted link, which may be the only one there is', 'apply: http://jobs.example.com'],
    ['a value with escapes', 'apply: "jobs.example.com/\\x76p"'],
    [
      'a key whose right form is there already',
      'apply: https://jobs.example.com\naply: https://other.example.com',
    ],
    ['a key that resembles none', 'salary: 1000'],
    ['prose', 'apply: https://jobs.example.com'],
  ])('%s', (_, role) => {
    expect(mend(issueWith(role))).toEqual({ text: issueWith(role), mended: [] });
  });

  it('the second of two keys that would become the same', () => {
    const { text, mended } = mend(issueWith('aply: https://a.example.com\nappply: https://b.example.com'));
    expect(text).toBe(issueWith('apply: https://a.example.com\nappply: https://b.example.com'));
    expect(mended).toHaveLength(1);
  });

  it('a file that is no text', () => {
    expect(mend('\0')).toEqual({ text: '\0', mended: [] });
  });
});
