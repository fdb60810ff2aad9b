import { expect, it } from 'vitest';
import type { Mailing } from '../../../src/delivery/mailing.ts';
import { alive, claimOne, database, dead, ledger, none, resume, start, suppress } from './fresh-ledger.ts';
import { ada, ben, noon } from './samples.ts';

it('gives the intent for a final dot once', async () => {
  const mailing = start('ann');
  const claimed = await claimOne(mailing);
  expect(await ledger.intendDot(claimed, ada, noon)).toBe(true);
  expect(ledger.counts(mailing)).toEqual({ ...none, committing: 1 });
  expect(await ledger.intendDot(claimed, ada, noon)).toBe(false);
});

const changes: readonly (readonly [string, (mailing: Mailing) => unknown])[] = [
  ['the person unsubscribed', () => suppress('ann@example.com')],
  ['the mailing was paused', () => database.exec(`UPDATE mailing SET state = 'paused'`)],
  ['the mailing was cancelled', (mailing) => ledger.cancelMailing(mailing, noon, alive)],
  ['another worker took the mailing', (mailing) => resume(mailing, ben, { now: noon, isAlive: dead })],
];
it.each(changes)('lets no dot leave when %s after the claim', async (_, change) => {
  const mailing = start('ann');
  const claimed = await claimOne(mailing);
  change(mailing);
  expect(await ledger.intendDot(claimed, ada, noon)).toBe(false);
  expect(ledger.counts(mailing)).toEqual({ ...none, attempting: 1 });
});

it('lets no dot leave for another worker or an earlier attempt', async () => {
  const mailing = start('ann');
  const stale = await claimOne(mailing);
  expect(await ledger.intendDot(stale, ben, noon)).toBe(false);
  await ledger.settle(stale, ada, { state: 'queued', stage: 'body', text: 'connection lost' }, noon);
  const fresh = await claimOne(mailing);
  expect(await ledger.intendDot(stale, ada, noon)).toBe(false);
  expect(await ledger.intendDot(fresh, ada, noon)).toBe(true);
});
