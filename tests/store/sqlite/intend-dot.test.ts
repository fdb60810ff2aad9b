import { expect, it } from 'vitest';
import type { Mailing } from '../../../src/delivery/ledger.ts';
import { claimOne, database, dead, ledger, none, start, suppress } from './fresh-ledger.ts';
import { ada, ben, noon } from './samples.ts';

it('gives the intent for a final dot once', () => {
  const mailing = start('ann');
  const claimed = claimOne(mailing);
  expect(ledger.intendDot(claimed, ada, noon)).toBe(true);
  expect(ledger.counts(mailing)).toEqual({ ...none, committing: 1 });
  expect(ledger.intendDot(claimed, ada, noon)).toBe(false);
});

const changes: readonly (readonly [string, (mailing: Mailing) => unknown])[] = [
  ['the person unsubscribed', () => suppress('ann@example.com')],
  ['the mailing was paused', () => database.exec(`UPDATE mailing SET state = 'paused'`)],
  [
    'the mailing was cancelled',
    (mailing) => ledger.releaseMailing(mailing, ada, 'cancelled', undefined, noon),
  ],
  ['another worker took the mailing', (mailing) => ledger.resumeMailing(mailing, ben, noon, dead)],
];
it.each(changes)('lets no dot leave when %s after the claim', (_, change) => {
  const mailing = start('ann');
  const claimed = claimOne(mailing);
  change(mailing);
  expect(ledger.intendDot(claimed, ada, noon)).toBe(false);
  expect(ledger.counts(mailing)).toEqual({ ...none, attempting: 1 });
});

it('lets no dot leave for another worker or an earlier attempt', () => {
  const mailing = start('ann');
  const stale = claimOne(mailing);
  expect(ledger.intendDot(stale, ben, noon)).toBe(false);
  ledger.settle(stale, ada, { state: 'queued', stage: 'body', text: 'connection lost' }, noon);
  const fresh = claimOne(mailing);
  expect(ledger.intendDot(stale, ada, noon)).toBe(false);
  expect(ledger.intendDot(fresh, ada, noon)).toBe(true);
});
