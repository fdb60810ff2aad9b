import { expect, it } from 'vitest';
import { alive, database, ledger, none, start } from './fresh-ledger.ts';
import { ada, ben, mailingTo, noon, ours, recipient, snapshot } from './samples.ts';

it('freezes the snapshot and one row for each canonical address', () => {
  const mailing = ours(ledger.startMailing(mailingTo(['ann', 'bob', 'ANN']), ada, noon));
  expect(mailing).toMatchObject({
    issueNumber: 1,
    state: 'sending',
    startedAt: noon,
    audience: 2,
    key: 'key-1',
  });
  expect(ledger.snapshotOf(mailing)).toEqual(snapshot);
  expect(ledger.counts(mailing)).toEqual({ ...none, queued: 2 });
  expect(ledger.findMailing(1)).toEqual(mailing);
  expect(ledger.findMailing(2)).toBeUndefined();
});

it('refuses a second mailing of the same issue and says who holds the first, since when', () => {
  const first = start('ann');
  const second = mailingTo(['bob'], { key: 'key-2' });
  expect(ledger.startMailing(second, ben, noon + 1)).toEqual({ heldBy: ada, since: noon });
  ledger.releaseMailing(first, ada, 'paused', 'by hand', noon + 2);
  expect(ledger.startMailing(second, ben, noon + 3)).toMatchObject({
    there: { id: first.id, state: 'paused' },
  });
  expect(ledger.listMailings()).toHaveLength(1);
});

it('refuses a second mailing even when the first has finished meanwhile', () => {
  ledger.releaseMailing(start(), ada, 'finished', undefined, noon + 1);
  expect(ledger.startMailing(mailingTo(['ann'], { key: 'key-2' }), ben, noon + 2)).toMatchObject({
    there: { state: 'finished' },
  });
});

it('lets a server send what was only written to the outbox before, and that once', () => {
  const outbox = ours(ledger.startMailing(mailingTo([], { transport: 'outbox' }), ada, noon));
  ledger.releaseMailing(outbox, ada, 'finished', undefined, noon + 1);
  const bySmtp = mailingTo(['ann'], { key: 'key-2' });
  expect(ours(ledger.startMailing(bySmtp, ben, noon + 2))).toMatchObject({ transport: 'smtp', audience: 1 });
  expect(ledger.startMailing({ ...bySmtp, key: 'key-3' }, ada, noon + 3)).toEqual({
    heldBy: ben,
    since: noon + 2,
  });
});

it('starts again after a cancelled mailing, with the same frozen snapshot', () => {
  const first = start('ann');
  ledger.cancelMailing(first, noon + 1, alive);
  const deliveries = [{ recipient: recipient('ann'), messageId: '<second@penny.example>' }];
  const second = ours(ledger.startMailing(mailingTo([], { key: 'key-2', deliveries }), ben, noon + 2));
  expect(second.snapshotDigest).toBe(first.snapshotDigest);
  expect(ledger.findMailing(1)).toEqual(second);
  expect(ledger.counts(first)).toEqual({ ...none, cancelled: 1 });
});

it('leaves nothing behind when a recipient cannot be stored', () => {
  const twins = ['ann', 'bob'].map((name) => ({
    recipient: recipient(name),
    messageId: '<same@penny.example>',
  }));
  expect(() => ledger.startMailing(mailingTo([], { deliveries: twins }), ada, noon)).toThrow(/UNIQUE/);
  expect(ledger.listMailings()).toEqual([]);
});

it('has the database itself refuse two live mailings of an issue', () => {
  const mailing = start('ann');
  expect(() =>
    database.exec(`INSERT INTO mailing SELECT NULL, 'key-2', issue_number, slug, transport, 'waiting', reason,
      started_at, finished_at, audience, snapshot_id, worker_id, worker_host, worker_pid, worker_started,
      held_since, lease_until, starts_at, send_window, worker_copy FROM mailing WHERE id = ${mailing.id}`),
  ).toThrow(/UNIQUE constraint failed: mailing.issue_number/);
});
