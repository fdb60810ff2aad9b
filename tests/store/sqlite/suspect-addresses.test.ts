import { expect, it } from 'vitest';
import type { Mailing } from '../../../src/delivery/mailing.ts';
import { mostSuspects } from '../../../src/delivery/most-suspects.ts';
import { claim, database, ledger, start } from './fresh-ledger.ts';
import { ada, mailingTo, noon, ours, recipient } from './samples.ts';

/** Ends a mailing in which servers call the first addresses wrong. */
async function finish(mailing: Mailing, wrong: number): Promise<void> {
  for (const [index, claimed] of (await claim(mailing, { count: mailing.audience })).entries()) {
    const bad = index < wrong ? ({ badAddress: true, code: 550, enhanced: '5.1.1' } as const) : { code: 550 };
    await ledger.settle(claimed, ada, { state: 'failed', stage: 'rcpt', text: 'no such user', ...bad }, noon);
  }
  ledger.releaseMailing(mailing, ada, 'finished', undefined, noon);
}

function startMany(count: number): Mailing {
  return start(...Array.from({ length: count }, (_, index) => `p${String(index).padStart(3, '0')}`));
}

function suppressed(): unknown[] {
  return database.prepare('SELECT canonical, reason FROM suppression ORDER BY canonical').all();
}

it.each([
  [1, 1],
  [49, 1],
  [100, 2],
  [149, 2],
  [150, 3],
  [10_000, 200],
])('of %i people %i may have a wrong address', (audience, most) => {
  expect(mostSuspects(audience)).toBe(most);
});

it('never mails an address again that its server called wrong, from the end of the mailing on', async () => {
  const mailing = startMany(100);
  await finish(mailing, 2);
  expect(suppressed()).toEqual([
    { canonical: 'p000@example.com', reason: 'no such address: no such user' },
    { canonical: 'p001@example.com', reason: 'no such address: no such user' },
  ]);
  expect(ledger.suspects(mailing)).toEqual([]);
});

it('one wrong address in a small list is believed', async () => {
  await finish(startMany(3), 1);
  expect(suppressed()).toHaveLength(1);
});

it('scoreboard 85: suppresses nobody when servers call more than a fiftieth wrong, and leaves it to penny resolve', async () => {
  const mailing = startMany(100);
  await finish(mailing, 30);
  expect(suppressed()).toEqual([]);
  expect(ledger.suspects(mailing)).toHaveLength(30);
  expect(ledger.decideSuspects(mailing, 'keep', noon)).toBe(30);
  expect(suppressed()).toEqual([]);
  expect(ledger.suspects(mailing)).toEqual([]);
  expect(ledger.decideSuspects(mailing, 'suppress', noon)).toBe(0);
});

it('suppresses them all once a person says so', async () => {
  const mailing = startMany(100);
  await finish(mailing, 3);
  expect(ledger.decideSuspects(mailing, 'suppress', noon)).toBe(3);
  expect(suppressed()).toHaveLength(3);
});

it('suppresses nobody before the end: a server may change its mind about everybody', async () => {
  const mailing = startMany(2);
  const [first] = await claim(mailing);
  if (first === undefined) throw new Error('nobody is due');
  await ledger.settle(first, ada, { state: 'failed', stage: 'rcpt', text: 'gone', badAddress: true }, noon);
  ledger.releaseMailing(mailing, ada, 'paused', undefined, noon);
  expect(suppressed()).toEqual([]);
  expect(ledger.suspects(mailing)).toEqual(['p000@example.com']);
});

it('believes nothing of what only went to the outbox', async () => {
  const deliveries = [{ recipient: recipient('ann'), messageId: '<ann@penny.example>' }];
  const mailing = ours(ledger.startMailing(mailingTo([], { transport: 'outbox', deliveries }), ada, noon));
  await finish(mailing, 1);
  expect(suppressed()).toEqual([]);
});

it('keeps an earlier reason, such as that somebody unsubscribed', async () => {
  const mailing = startMany(1);
  const [first] = await claim(mailing);
  if (first === undefined) throw new Error('nobody is due');
  database.exec(`INSERT INTO suppression VALUES ('p000@example.com', 'unsubscribed', 0)`);
  await ledger.settle(first, ada, { state: 'failed', stage: 'rcpt', text: 'gone', badAddress: true }, noon);
  ledger.releaseMailing(mailing, ada, 'finished', undefined, noon);
  expect(suppressed()).toEqual([{ canonical: 'p000@example.com', reason: 'unsubscribed' }]);
});
