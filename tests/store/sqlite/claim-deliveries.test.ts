import { expect, it } from 'vitest';
import { claim, claimOne, database, ledger, none, start, suppress } from './fresh-ledger.ts';
import { accepted, ada, noon, recipient } from './samples.ts';

it('hands out each delivery once, with what was frozen', async () => {
  const mailing = start('ann', 'bob', 'cyd');
  const two = await claim(mailing, { count: 2, now: noon + 7 });
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
  expect(await claim(mailing, { count: 2 })).toMatchObject([{ recipient: recipient('cyd') }]);
  expect(await claim(mailing, { count: 2 })).toEqual([]);
});

it('skips whoever was suppressed since the start, and fills their place', async () => {
  const mailing = start('ann', 'bob', 'cyd');
  suppress('ann@example.com');
  suppress('bob@example.com');
  expect((await claimOne(mailing)).recipient.name).toBe('cyd');
  expect(ledger.counts(mailing)).toEqual({ ...none, skipped: 2, attempting: 1 });
  expect([...ledger.recipients(mailing)]).toContainEqual({
    address: 'ann@Example.com',
    state: 'skipped',
    attempts: 0,
    text: 'suppressed: unsubscribed',
    messageId: '<ann@penny.example>',
  });
});

it('gives nothing while the mailing is paused', async () => {
  const mailing = start('ann');
  ledger.releaseMailing(mailing, ada, 'paused', undefined, noon);
  expect(await ledger.claim(mailing, ada, { count: 1, now: noon, turnOf: () => noon })).toEqual({
    halted: 'paused',
  });
});

it('says how often a recipient was deferred, and counts nothing else', async () => {
  const mailing = start('ann');
  for (const state of ['queued', 'deferred', 'queued', 'deferred'] as const) {
    const claimed = await claimOne(mailing);
    const due = state === 'deferred' ? { dueAt: noon } : {};
    await ledger.settle(claimed, ada, { state, stage: 'rcpt', text: 'later', ...due }, noon);
  }
  expect(await claimOne(mailing)).toMatchObject({ attempt: 5, deferrals: 2 });
});

it('contradicts nothing when everybody was accepted once, and tells when the record is broken', async () => {
  const mailing = start('ann');
  const claimed = await claimOne(mailing);
  await ledger.intendDot(claimed, ada, noon);
  await ledger.settle(claimed, ada, accepted, noon);
  expect(ledger.contradictions(mailing)).toEqual([]);
  database.exec('DELETE FROM attempt');
  expect(ledger.contradictions(mailing)).toEqual([`delivery ${claimed.id} was accepted 0 times`]);
});
