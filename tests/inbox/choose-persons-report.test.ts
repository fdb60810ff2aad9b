import { expect, it } from 'vitest';
import type { CanonicalAddress } from '../../src/audience/subscriber.ts';
import { choosePersonsReport } from '../../src/inbox/choose-persons-report.ts';
import type { RecipientReport } from '../../src/inbox/read-dsn.ts';

const ann = 'ann@example.com' as CanonicalAddress;
const failed: RecipientReport = { action: 'failed', status: '5.1.1' };

it('is the only one, whomever it names', () => {
  expect(choosePersonsReport([failed], ann)).toBe(failed);
  expect(choosePersonsReport([], ann)).toBeUndefined();
});

it('is that of their own address where a server sent it on to several', () => {
  const own: RecipientReport = { ...failed, originalRecipient: 'Ann@Example.com' };
  const other: RecipientReport = { action: 'delivered', originalRecipient: 'li@example.net' };
  expect(choosePersonsReport([other, own], ann)).toBe(own);
});

it('is the mildest where nobody can tell: one dead address behind an alias is not theirs', () => {
  const expanded: RecipientReport = { action: 'expanded' };
  expect(choosePersonsReport([failed, expanded], ann)).toBe(expanded);
});
