import { expect, it } from 'vitest';
import { judgeSentSlugs } from '../../../src/check/sent/slug-sent.ts';
import { parseFiles } from '../parse-sample.ts';

function judge(file: string, more = ''): ReturnType<typeof judgeSentSlugs> {
  const text = `---\ntitle: a\nnumber: 1\ndate: 2026-11-23\n${more}---\n\n---penny for my thoughts\n---\n\nb\n`;
  const written = parseFiles({ [file]: text }).flatMap((parsed) => parsed.written ?? []);
  return judgeSentSlugs(written, new Map([[1, 'counter-offers']]));
}

it('leaves an issue alone that is where its readers know it', () => {
  expect(judge('issues/001-counter-offers.md')).toEqual([]);
  expect(judge('issues/001-renamed.md', 'slug: counter-offers\n')).toEqual([]);
});

it('finds a page that would move, by its file’s name or by its slug', () => {
  expect(judge('issues/001-renamed.md')).toMatchObject([
    {
      line: 1,
      column: 1,
      rule: 'issue/slug-sent',
      severity: 'error',
      message: 'issue 1 was sent as “counter-offers”, and would be “renamed” now',
      hint: 'write slug: counter-offers',
    },
  ]);
  expect(judge('issues/001-counter-offers.md', 'slug: another\n')).toMatchObject([{ line: 5, column: 7 }]);
});

it('has nothing to say of an issue that was not sent', () => {
  expect(judgeSentSlugs([], new Map([[1, 'counter-offers']]))).toEqual([]);
  const text = '---\ntitle: a\nnumber: 2\ndate: 2026-11-23\n---\n\n---penny for my thoughts\n---\n\nb\n';
  const written = parseFiles({ 'issues/002-b.md': text }).flatMap((parsed) => parsed.written ?? []);
  expect(judgeSentSlugs(written, new Map([[1, 'counter-offers']]))).toEqual([]);
});
