import { expect, it } from 'vitest';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../src/store/sqlite/sqlite-ledger.ts';
import { aroundDeliveries } from '../fakes/around-deliveries.ts';
import { createScriptedMailer } from '../fakes/scripted-mailer.ts';
import { createVirtualClock } from '../fakes/virtual-clock.ts';
import { addresses, dispatch, reply, run, start } from './sample-run.ts';

const began = 1_000_000;

it('scoreboard 63: a domain that takes one message a second slows down; the others do not, and everybody gets theirs', async () => {
  const busy = Array.from({ length: 60 }, (_, index) => `p${index}@busy.example`);
  const quick = Array.from({ length: 60 }, (_, index) => `p${index}@quick.example`);
  const database = openDatabase(':memory:');
  const ledger = createLedger(database);
  const mailing = start(ledger, [...busy, ...quick]);
  const clock = createVirtualClock(began);
  const mailer = createScriptedMailer();
  let last = 0;
  let refusals = 0;
  const limiting = aroundDeliveries(mailer, (deliver) => async (message, beforeDot) => {
    if (message.envelope.to.endsWith('@busy.example')) {
      if (clock.now() - last < 950) {
        refusals += 1;
        return reply('rcpt', 421, '4.7.28', 'unusual rate of mail');
      }
      last = clock.now();
    }
    return deliver(message, beforeDot);
  });
  const result = await dispatch({ ledger, mailer: limiting, mailing, clock, connections: 10 });
  expect(result).toMatchObject({ state: 'finished', accepted: 120, failed: 0, held: 0 });
  expect(new Set(mailer.dots).size).toBe(120);
  // A refusal or two for each connection that was on its way, and not one for everybody.
  expect(refusals).toBeLessThanOrEqual(20);
  const lastQuick = database
    .prepare(
      `SELECT max(attempt.dot_at) AS dot_at FROM attempt JOIN delivery ON delivery.id = delivery_id
       WHERE canonical LIKE '%@quick.example'`,
    )
    .get();
  expect(Number(lastQuick?.['dot_at']) - began).toBeLessThan(5_000);
});

it('a domain with a rate of its own is kept to it, and the others are done before', async () => {
  const slow = Array.from({ length: 20 }, (_, index) => `p${index}@slow.example`);
  const ledger = createLedger(openDatabase(':memory:'));
  const mailing = start(ledger, [...slow, ...addresses]);
  const clock = createVirtualClock(began);
  const mailer = createScriptedMailer();
  const limits = { perDomain: { 'slow.example': { messages: 1, per: 1_000 } } };
  const result = await dispatch({ ledger, mailer, mailing, clock, connections: 5, limits });
  expect(result).toMatchObject({ state: 'finished', accepted: 40 });
  expect(mailer.dots.slice(0, 21).filter((address) => address.endsWith('@slow.example'))).toHaveLength(1);
  expect(clock.now() - began).toBeGreaterThanOrEqual(19 * 1_000 - 100);
  expect(clock.now() - began).toBeLessThanOrEqual(20 * 1_000);
});

it('scoreboard 37 and 85: an address that its server calls wrong is suppressed at the end, and one too many is not', async () => {
  const gone = reply('rcpt', 550, '5.1.1', 'no such user');
  const one = await run(createScriptedMailer({ 'p7@example.com': [gone] }));
  expect(one.result).toMatchObject({ state: 'finished', accepted: 19, failed: 1 });
  expect(one.ledger.suspects(one.mailing)).toEqual([]);

  const two = await run(createScriptedMailer({ 'p7@example.com': [gone], 'p8@example.com': [gone] }));
  expect(two.result).toMatchObject({ state: 'finished', accepted: 18, failed: 2 });
  expect(two.ledger.suspects(two.mailing)).toEqual(['p7@example.com', 'p8@example.com']);
});
