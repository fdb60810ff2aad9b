import { describe, expect, it } from 'vitest';
import { lateAnswer } from '../../../src/delivery/hold.ts';
import { HoldLostError } from '../../../src/store/sqlite/hold-lost-error.ts';
import { attempts, commitOne, database, dead, ledger, none, resume, start, unsure } from './fresh-ledger.ts';
import { accepted, ada, ben, farAway, minute, noon, only } from './samples.ts';

const unknown = { state: 'unknown', stage: 'dot', text: 'no answer' } as const;

describe('scoreboard 12: a worker that fell silent after the dot, and may live', () => {
  it('has eleven minutes from its dot before anybody takes its message for unknown', async () => {
    const mailing = start('ann', 'bob');
    await commitOne(mailing);
    resume(mailing, farAway, { now: noon + minute, isAlive: unsure });
    expect(ledger.recover(mailing, farAway, noon + minute)).toEqual([]);
    expect(ledger.recover(mailing, farAway, noon + lateAnswer - 1)).toEqual([]);
    expect(ledger.counts(mailing)).toEqual({ ...none, queued: 1, committing: 1 });
    const taken = only(ledger.recover(mailing, farAway, noon + lateAnswer));
    expect(taken.recipient.name).toBe('ann');
    expect(lateAnswer).toBe(11 * minute);
    expect(await ledger.settle(taken, farAway, unknown, noon + lateAnswer)).toBe('unknown');
  });

  it('is waited for: the mailing knows when it can go on', async () => {
    const mailing = start('ann');
    await commitOne(mailing);
    resume(mailing, farAway, { now: noon + minute, isAlive: unsure });
    expect(ledger.nextDue(mailing)).toBe(noon + lateAnswer);
  });

  it('still says that the server took it, while nobody has decided', async () => {
    const mailing = start('ann');
    const claimed = await commitOne(mailing);
    resume(mailing, farAway, { now: noon + minute, isAlive: unsure });
    expect(await ledger.settle(claimed, ada, accepted, noon + 5 * minute)).toBe('accepted');
    expect(ledger.recover(mailing, farAway, noon + lateAnswer)).toEqual([]);
    expect(ledger.counts(mailing)).toEqual({ ...none, accepted: 1 });
    expect(ledger.contradictions(mailing)).toEqual([]);
  });

  it('still says that the server took it, after it was taken for unknown', async () => {
    const mailing = start('ann');
    const claimed = await commitOne(mailing);
    resume(mailing, farAway, { now: noon + minute, isAlive: unsure });
    const taken = only(ledger.recover(mailing, farAway, noon + lateAnswer));
    await ledger.settle(taken, farAway, unknown, noon + lateAnswer);
    expect(await ledger.settle(claimed, ada, accepted, noon + 12 * minute)).toBe('accepted');
    expect(ledger.counts(mailing)).toEqual({ ...none, accepted: 1 });
    expect(ledger.contradictions(mailing)).toEqual([]);
    // What was written down stays; that somebody was late is said beside it.
    expect(attempts()).toMatchObject([{ number: 1, worker: 'far', state: 'unknown' }]);
    expect(database.prepare('SELECT number, state, source, text FROM settlement').all()).toEqual([
      { number: 1, state: 'accepted', source: 'late', text: 'queued as 4F2' },
    ]);
  });

  it('is not believed when it comes late with anything but a yes', async () => {
    const mailing = start('ann');
    const claimed = await commitOne(mailing);
    resume(mailing, farAway, { now: noon + minute, isAlive: unsure });
    const taken = only(ledger.recover(mailing, farAway, noon + lateAnswer));
    await ledger.settle(taken, farAway, unknown, noon + lateAnswer);
    const late = ledger.settle(claimed, ada, { ...accepted, state: 'deferred' }, noon + 12 * minute);
    await expect(late).rejects.toThrow(HoldLostError);
    expect(ledger.counts(mailing)).toEqual({ ...none, unknown: 1 });
  });

  it('keeps its eleven minutes when the one who took over dies', async () => {
    const mailing = start('ann');
    await commitOne(mailing);
    resume(mailing, farAway, { now: noon + minute, isAlive: unsure });
    const heir = { ...farAway, id: 'heir' };
    resume(mailing, heir, { now: noon + 2 * minute, isAlive: dead });
    expect(ledger.recover(mailing, heir, noon + 2 * minute)).toEqual([]);
    expect(ledger.recover(mailing, heir, noon + lateAnswer)).toHaveLength(1);
  });
});

describe('a worker that hears no answer any more', () => {
  it('is not waited for when it is known to be dead', async () => {
    const mailing = start('ann');
    await commitOne(mailing);
    resume(mailing, ben, { now: noon + 1, isAlive: dead });
    expect(ledger.recover(mailing, ben, noon + 1)).toHaveLength(1);
  });

  it('is not waited for when it let the mailing go', async () => {
    const mailing = start('ann');
    await commitOne(mailing);
    ledger.releaseMailing(mailing, ada, 'paused', undefined, noon + 1);
    resume(mailing, farAway, { now: noon + 2, isAlive: unsure });
    expect(ledger.recover(mailing, farAway, noon + 2)).toHaveLength(1);
  });
});
