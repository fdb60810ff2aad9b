import { expect, it } from 'vitest';
import { formatImport } from '../../src/terminal/import-text.ts';
import { formatSubscribers } from '../../src/terminal/subscribers-text.ts';

const report = {
  added: 2,
  updated: 1,
  unchanged: 0,
  skipped: [{ line: 4, address: 'ann@example.com', reason: 'has unsubscribed' }],
  rejected: [{ line: 5, address: 'nobody', reason: '“\u001b[31mnobody” is not an address' }],
  statuses: { active: 2, pending: 0, unsubscribed: 2, suppressed: 0 },
  format: {
    export: 'Mailchimp',
    encoding: 'windows-1252',
    delimiter: ';',
    columns: [
      { column: 'Email Address', as: ['address'] },
      { column: 'Last Name', as: ['lastName', 'fields.Last Name'] },
      { column: 'LEID', as: [] },
    ],
  },
};

it('says what became of every row, with its line, and the encoding that was guessed', () => {
  const text = formatImport(report, { dryRun: false });
  expect(text).toContain('2 added, 1 updated, 0 unchanged, 1 skipped, 1 rejected');
  expect(text).toContain('in the file: 2 active, 2 unsubscribed\n');
  expect(text).toContain('read as an export of Mailchimp, windows-1252, with semicolons');
  expect(text).toContain(
    'columns: Email Address → address · Last Name → lastName and field Last Name · LEID → left out',
  );
  expect(text).toContain('line 4 skipped: ann@example.com has unsubscribed');
  expect(text).toMatch(/line 5 rejected: .*nobody/);
  expect(text).not.toContain('\u001b');
});

it('says nothing of how people stand in a file of readers', () => {
  const statuses = { active: 4, pending: 0, unsubscribed: 0, suppressed: 0 };
  expect(formatImport({ ...report, statuses }, { dryRun: false })).not.toContain('in the file');
});

it('says that a dry run wrote nothing', () => {
  expect(formatImport(report, { dryRun: true })).toContain('nothing was written');
});

it('says that nobody is on an empty list', () => {
  expect(formatSubscribers([])).toBe('nobody is on this list');
});

it('lists the first rows that were left out, and counts the others', () => {
  const skipped = Array.from({ length: 120 }, (_, at) => ({
    line: at + 2,
    address: `a${at}@example.net`,
    reason: 'has unsubscribed',
  }));
  const many = { ...report, skipped, rejected: [] };
  const text = formatImport(many, { dryRun: false });
  expect(text).toContain(
    'line 51 skipped: a49@example.net has unsubscribed\nand 70 more; --json lists them all',
  );
  expect(text).not.toContain('line 52');
});
