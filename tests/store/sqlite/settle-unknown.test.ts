import { describe, expect, it } from 'vitest';
import type { Settlement } from '../../../src/delivery/ledger.ts';
import type { Mailing } from '../../../src/delivery/mailing.ts';
import {
  alive,
  attempts,
  claim,
  claimOne,
  commitOne,
  database,
  dead,
  ledger,
  none,
  resume,
  start,
} from './fresh-ledger.ts';
import { accepted, ada, ben, noon, only, ours } from './samples.ts';

const unknown = { state: 'unknown', stage: 'dot', text: 'no answer' } as const;

function byHand(name: string, as: Settlement['as']): Settlement {
  return { messageId: `<${name}@penny.example>`, as, source: 'hand', text: `${as}, says a person` };
}

/** A finished mailing of whose people nobody knows whether they have it. */
async function finishUnknown(...names: string[]): Promise<Mailing> {
  const mailing = start(...names);
  for (const _ of names) await ledger.settle(await commitOne(mailing), ada, unknown, noon);
  ledger.releaseMailing(mailing, ada, 'finished', undefined, noon);
  return mailing;
}

function settlements(): unknown[] {
  return database.prepare('SELECT number, state, source, text, at FROM settlement ORDER BY id').all();
}

describe('penny resolve', () => {
  it('lists those of whom nobody knows whether they have it', async () => {
    const mailing = await finishUnknown('ann', 'bob');
    expect(ledger.unknowns(mailing)).toEqual([
      { address: 'ann@Example.com', messageId: '<ann@penny.example>' },
      { address: 'bob@Example.com', messageId: '<bob@penny.example>' },
    ]);
  });

  it('settles each by what somebody says, and keeps what was said', async () => {
    const mailing = await finishUnknown('ann', 'bob', 'cyd');
    const said = [byHand('ann', 'accepted'), byHand('bob', 'failed')];
    expect(ledger.settleUnknown(mailing, said, noon + 9)).toBe(2);
    expect(ledger.counts(mailing)).toEqual({ ...none, accepted: 1, failed: 1, unknown: 1 });
    expect(ledger.findMailing(1)?.state).toBe('finished');
    expect(ledger.contradictions(mailing)).toEqual([]);
    expect(settlements()).toEqual([
      { number: 1, state: 'accepted', source: 'hand', text: 'accepted, says a person', at: noon + 9 },
      { number: 1, state: 'failed', source: 'hand', text: 'failed, says a person', at: noon + 9 },
    ]);
    expect(() => database.exec(`UPDATE settlement SET state = 'resend'`)).toThrow(/append-only/);
  });

  it('scoreboard 25: opens a finished mailing again for one more message, with the same Message-ID', async () => {
    const mailing = await finishUnknown('ann', 'bob');
    expect(ledger.settleUnknown(mailing, [byHand('ann', 'resend')], noon + 9)).toBe(1);
    expect(ledger.findMailing(1)).toMatchObject({
      state: 'waiting',
      reason: 'somebody is to be sent one more',
    });
    expect(ledger.findMailing(1)).not.toHaveProperty('finishedAt');
    ours(resume(mailing, ben, { now: noon + 10, isAlive: alive }));
    const claimed = only(await claim(mailing, { worker: ben, count: 9 }));
    expect(claimed).toMatchObject({ messageId: '<ann@penny.example>', attempt: 2 });
    expect(await ledger.intendDot(claimed, ben, noon + 11)).toBe(true);
    await ledger.settle(claimed, ben, accepted, noon + 12);
    ledger.releaseMailing(mailing, ben, 'finished', undefined, noon + 13);
    expect(ledger.counts(mailing)).toEqual({ ...none, accepted: 1, unknown: 1 });
    expect(ledger.contradictions(mailing)).toEqual([]);
  });

  it('settles nobody twice, and nobody who is not unknown', async () => {
    const mailing = await finishUnknown('ann');
    expect(ledger.settleUnknown(mailing, [byHand('ann', 'accepted'), byHand('ann', 'resend')], noon)).toBe(1);
    expect(ledger.settleUnknown(mailing, [byHand('ann', 'failed'), byHand('bob', 'failed')], noon)).toBe(0);
    expect(ledger.counts(mailing)).toEqual({ ...none, accepted: 1 });
    expect(ledger.findMailing(1)?.state).toBe('finished');
  });

  it('leaves nobody waiting in a mailing that was cancelled: the next one reaches them', async () => {
    const mailing = start('ann');
    await commitOne(mailing);
    ledger.cancelMailing(mailing, noon, dead);
    expect(ledger.settleUnknown(mailing, [byHand('ann', 'resend')], noon + 1)).toBe(1);
    expect(ledger.counts(mailing)).toEqual({ ...none, cancelled: 1 });
    expect(ledger.listMailings()).toMatchObject([{ state: 'cancelled' }]);
    expect(ledger.findReached(1)?.('ann@example.com')).toBe(false);
  });

  it('lets a mailing in progress go on while somebody settles its unknown', async () => {
    const mailing = start('ann', 'bob');
    await ledger.settle(await commitOne(mailing), ada, unknown, noon);
    expect(ledger.settleUnknown(mailing, [byHand('ann', 'resend')], noon)).toBe(1);
    expect(ledger.findMailing(1)?.state).toBe('sending');
    expect(await claim(mailing, { count: 9 })).toMatchObject([{ attempt: 2 }, { attempt: 1 }]);
  });
});

describe('scoreboard 25: the policy resend', () => {
  it('queues once more without asking, and only once', async () => {
    const mailing = start('ann');
    const lost = { ...unknown, resend: true } as const;
    expect(await ledger.settle(await commitOne(mailing), ada, lost, noon)).toBe('queued');
    expect(await ledger.settle(await commitOne(mailing), ada, lost, noon + 1)).toBe('unknown');
    expect(attempts()).toMatchObject([
      { number: 1, state: 'unknown' },
      { number: 2, state: 'unknown' },
    ]);
    expect(settlements()).toMatchObject([{ number: 1, state: 'resend', source: 'policy' }]);
    expect(ledger.contradictions(mailing)).toEqual([]);
  });

  it('sends nothing more in a mailing that was cancelled', async () => {
    const mailing = start('ann');
    const claimed = await commitOne(mailing);
    ledger.cancelMailing(mailing, noon, alive);
    expect(await ledger.settle(claimed, ada, { ...unknown, resend: true }, noon)).toBe('unknown');
  });
});

describe('scoreboard 23: what contradicts the protocol is found', () => {
  it('another attempt after an unknown one that nobody settled', async () => {
    const mailing = start('ann');
    const claimed = await commitOne(mailing);
    await ledger.settle(claimed, ada, unknown, noon);
    database.exec(`UPDATE delivery SET state = 'queued'`);
    await claimOne(mailing);
    expect(ledger.contradictions(mailing)).toEqual([
      `delivery ${claimed.id} was tried again after it was unknown`,
    ]);
  });

  it('an accepted delivery that no server and nobody accepted, or two did', async () => {
    const mailing = await finishUnknown('ann');
    ledger.settleUnknown(mailing, [byHand('ann', 'accepted')], noon);
    database.exec(`INSERT INTO settlement (delivery_id, number, state, source, text, at)
      SELECT id, 2, 'accepted', 'log', 'again', 1 FROM delivery`);
    expect(ledger.contradictions(mailing)).toEqual([expect.stringContaining('was accepted 2 times')]);
    database.exec('DELETE FROM settlement');
    expect(ledger.contradictions(mailing)).toEqual([expect.stringContaining('was accepted 0 times')]);
  });
});
