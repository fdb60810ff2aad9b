import { expect, it } from 'vitest';
import { claim, database, dead, ledger, none, resume, start } from './fresh-ledger.ts';
import { ben, noon, ours } from './samples.ts';

const others = 99_999;

/** The same by `npm run bench:resume`, with the program that people run. */
it('scoreboard 27: of a hundred thousand who are left the first is found within seconds, and nobody else is read', async () => {
  const mailing = start('ann');
  database.exec(
    `WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${others})
     INSERT INTO delivery (mailing_id, canonical, address, recipient, message_id, state)
     SELECT mailing_id, n || '@example.com', n || '@example.com', recipient, '<' || n || '@penny.example>', 'queued'
     FROM counted, (SELECT * FROM delivery)`,
  );
  const resident = process.memoryUsage.rss();
  const began = performance.now();
  ours(resume(mailing, ben, { now: noon + 1, isAlive: dead }));
  expect(ledger.recover(mailing, ben, noon + 1)).toEqual([]);
  expect(await claim(mailing, { worker: ben, now: noon + 1 })).toMatchObject([
    { recipient: { name: 'ann' } },
  ]);
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(process.memoryUsage.rss() - resident).toBeLessThan(50_000_000);
  expect(ledger.counts(mailing)).toEqual({ ...none, attempting: 1, queued: others });
});
