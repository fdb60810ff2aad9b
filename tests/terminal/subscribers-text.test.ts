import { expect, it } from 'vitest';
import { formatImport } from '../../src/terminal/import-text.ts';
import { formatAdded, formatSubscribers } from '../../src/terminal/subscribers-text.ts';

const report = {
  added: 2,
  updated: 1,
  unchanged: 0,
  left: 0,
  skipped: [{ line: 4, address: 'ann@example.com', reason: 'has unsubscribed' }],
  rejected: [{ line: 5, address: 'nobody', reason: '“\u001b[31mnobody” is not an address' }],
  statuses: { active: 2, pending: 0, unsubscribed: 2, suppressed: 0 },
  undated: 2,
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
  expect(text).toMatch(/line 5 rejected: nobody: “.*nobody” is not an address/);
  expect(text).not.toContain('\u001b');
});

it('says how people stand also where nobody has left', () => {
  const statuses = { active: 4, pending: 0, unsubscribed: 0, suppressed: 0 };
  expect(formatImport({ ...report, statuses }, { dryRun: false })).toContain('in the file: 4 active\n');
});

it('says what is to become of those who are pending', () => {
  const statuses = { active: 4, pending: 2, unsubscribed: 0, suppressed: 0 };
  expect(formatImport({ ...report, statuses }, { dryRun: false })).toContain('who is pending gets no mail');
  expect(formatImport(report, { dryRun: false })).not.toContain('who is pending');
});

it('says to leave out a file of people who never subscribed, and not to call them unsubscribed', () => {
  const text = formatImport(report, { dryRun: true, file: 'nonsubscribed_members_1a2b.csv' });
  expect(text).toContain('whoever never subscribed has asked for no mail');
  expect(text).not.toContain('let it have a column');
});

it.each([
  ['Ann Lee', 'Ann', false],
  ['Robert Lee', 'Ann', true],
  [undefined, 'Ann', false],
  ['Robert Lee', undefined, false],
])('says by which name mails greet %s, where that is another’s: %s', (name, firstName, says) => {
  const text = formatAdded('ann@example.com', { result: 'updated', name, firstName });
  expect(text.includes('--first-name changes that')).toBe(says);
});

it('says how many of the list a file takes off it', () => {
  expect(formatImport({ ...report, left: 3 }, { dryRun: true })).toContain(
    '\n3 of those on the list would leave it by this file\n',
  );
  expect(formatImport({ ...report, left: 3 }, { dryRun: false })).toContain(
    '\n3 of those on the list left it',
  );
});

it.each([
  ['unsubscribed_2024.csv', true],
  ['Abgemeldete.csv', true],
  ['readers.csv', false],
])('asks of a file that is called %s whether its people left: %s', (file, asks) => {
  expect(formatImport(report, { dryRun: true, file }).includes(`the file is called ${file}, and 2 of`)).toBe(
    asks,
  );
});

it('names columns to look at, and the one that may hold the day of the consent', () => {
  const format = { ...report.format, doubtful: ['News?'], perhapsConsent: 'Created' };
  const text = formatImport({ ...report, format }, { dryRun: true });
  expect(text).toContain(
    'look at the column “News?”: it may say who wants mail, and is not read for that; if a yes means that they want mail: --map "News?=agreed"',
  );
  expect(text).toContain(
    'no row says when they agreed, so that today counts; if “Created” does: --map "Created=consent"',
  );
  expect(formatImport({ ...report, undated: 1 }, { dryRun: true })).toContain(
    '1 of the active rows does not say when they agreed, so that today counts\n',
  );
  expect(formatImport({ ...report, undated: 0 }, { dryRun: true })).not.toContain('today counts');
  const nobody = { active: 0, pending: 0, unsubscribed: 2, suppressed: 0 };
  expect(formatImport({ ...report, format, statuses: nobody }, { dryRun: true })).not.toContain('look at');
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
