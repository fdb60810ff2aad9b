import { expect, it } from 'vitest';
import { claimOne, ledger, none, start, suppress } from './fresh-ledger.ts';
import { ada, noon, recipient } from './samples.ts';

it('hands out each delivery once, with what was frozen', () => {
  const mailing = start('ann', 'bob', 'cyd');
  const two = ledger.claim(mailing, ada, 2, noon + 7);
  expect(two).toMatchObject([
    {
      mailingId: mailing.id,
      recipient: recipient('ann'),
      messageId: '<ann@penny.example>',
      attempt: 1,
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
