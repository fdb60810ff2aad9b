import { expect, it } from 'vitest';
import { formatImport, formatSubscribers } from '../../src/terminal/subscribers-text.ts';

const report = {
  added: 2,
  updated: 1,
  unchanged: 0,
  skipped: [{ line: 4, address: 'ann@example.com', reason: 'has unsubscribed' }],
  rejected: [{ line: 5, address: 'nobody', reason: '“\u001b[31mnobody” is not an address' }],
  encoding: 'windows-1252' as const,
};

it('says what became of every row, with its line, and the encoding that was guessed', () => {
  const text = formatImport(report, { dryRun: false });
  expect(text).toContain('2 added, 1 updated, 0 unchanged, 1 skipped, 1 rejected');
  expect(text).toContain('read as windows-1252');
  expect(text).toContain('line 4 skipped: ann@example.com has unsubscribed');
  expect(text).toMatch(/line 5 rejected: .*nobody/);
  expect(text).not.toContain('\u001b');
});

it('says that a dry run wrote nothing', () => {
  expect(formatImport(report, { dryRun: true })).toContain('nothing was written');
});

it('says that nobody is on an empty list', () => {
  expect(formatSubscribers([])).toBe('nobody is on this list');
});
