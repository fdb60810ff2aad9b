import { expect, it } from 'vitest';
import { claimOne, database, ledger, none, start, suppress } from './fresh-ledger.ts';
import { accepted, ada, noon, recipient } from './samples.ts';

it('hands out each delivery once, with what was frozen', () => {
  const mailing = start('ann', 'bob', 'cyd');
  const two = ledger.claim(mailing, ada, 2, noon + 7);
  expect(two).toMatchObject([
    {
      recipient: recipient('ann'),
      messageId: '<ann@penny.example>',
      attempt: 1,
      deferrals: 0,
      startedAt: noon + 7,
    },
    { recipient: recipient('bob') },
  ]);
  expect(ledger.claim(mailing, ada, 2, noon)).toMatchObject([{ recipient: recipient('cyd') }]);
  expect(ledger.claim(mailing, ada, 2, noon)).toEqual([]);
});

it('skips whoever was suppressed since the start, and fills their place', () => {
  const mailing = start('ann', 'bob', 'cyd');
  suppress('ann@example.com');
  suppress('bob@example.com');
  expect(claimOne(mailing).recipient.name).toBe('cyd');
  expect(ledger.counts(mailing)).toEqual({ ...none, skipped: 2, attempting: 1 });
  expect([...ledger.recipients(mailing)]).toContainEqual({
    address: 'ann@Example.com',
    state: 'skipped',
    attempts: 0,
    text: 'suppressed: unsubscribed',
    messageId: '<ann@penny.example>',
  });
});

it('gives nothing while the mailing is paused', () => {
  const mailing = start('ann');
  ledger.releaseMailing(mailing, ada, 'paused', undefined, noon);
  expect(ledger.claim(mailing, ada, 1, noon)).toEqual([]);
});

it('says how often a recipient was deferred, and counts nothing else', () => {
  const mailing = start('ann');
  for (const state of ['queued', 'deferred', 'queued', 'deferred'] as const) {
    const claimed = claimOne(mailing);
    const due = state === 'deferred' ? { dueAt: noon } : {};
    ledger.settle(claimed, ada, { state, stage: 'rcpt', text: 'later', ...due }, noon);
  }
  expect(claimOne(mailing)).toMatchObject({ attempt: 5, deferrals: 2 });
});

it('contradicts nothing when everybody was accepted once, and tells when the record is broken', () => {
  const mailing = start('ann');
  const claimed = claimOne(mailing);
  ledger.intendDot(claimed, ada, noon);
  ledger.settle(claimed, ada, accepted, noon);
  expect(ledger.contradictions(mailing)).toEqual([]);
  database.exec('DELETE FROM attempt');
  expect(ledger.contradictions(mailing)).toEqual([`delivery ${claimed.id} was accepted by 0 attempts`]);
});
