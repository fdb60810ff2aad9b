import { expect, it } from 'vitest';
import { findStanding } from '../../src/delivery/find-standing.ts';
import type { Ledger } from '../../src/delivery/ledger.ts';
import type { Mailing, MailingState, Worker } from '../../src/delivery/mailing.ts';
import { planMailing } from '../../src/delivery/plan-mailing.ts';
import { startMailing } from '../../src/delivery/start-mailing.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../src/store/sqlite/sqlite-ledger.ts';
import { claimDue } from '../fakes/claim-due.ts';
import { recipient, snapshot } from './sample-mailing.ts';

const worker: Worker = { id: 'worker-1', host: 'here', pid: 1, started: '1', copy: 'here' };

function plan(transport: 'smtp' | 'outbox') {
  const mailer = { transport, description: '' };
  return planMailing({
    ...snapshot,
    mailer,
    recipients: [recipient()],
    excluded: [],
  });
}

async function startAndEnd(transport: 'smtp' | 'outbox', state: MailingState): Promise<Ledger> {
  const ledger = createLedger(openDatabase(':memory:'));
  const mailing = start(ledger, transport);
  for (const claimed of state === 'finished' ? await claimDue(ledger, mailing, worker, { now: 2 }) : []) {
    await ledger.intendDot(claimed, worker, 2);
    await ledger.settle(claimed, worker, { state: 'accepted', stage: 'dot', code: 250, text: 'ok' }, 2);
  }
  ledger.releaseMailing(mailing, worker, state, undefined, 2);
  return ledger;
}

function start(ledger: Ledger, transport: 'smtp' | 'outbox'): Mailing {
  const started = startMailing(ledger, {
    plan: plan(transport),
    recipients: [recipient()],
    snapshot,
    worker,
    key: 'key',
    now: 1,
  });
  if (!('id' in started)) throw new Error('nobody else is here');
  return started;
}

it('sends an issue that nobody got', () => {
  const ledger = createLedger(openDatabase(':memory:'));
  expect(findStanding(ledger, snapshot, plan('smtp'))).toEqual({ kind: 'new', formerlyInOutbox: false });
});

it.each<[MailingState, 'smtp' | 'outbox', 'smtp' | 'outbox', object]>([
  ['paused', 'smtp', 'smtp', { kind: 'interrupted', editionChanged: false }],
  ['waiting', 'outbox', 'outbox', { kind: 'interrupted', editionChanged: false }],
  ['finished', 'smtp', 'smtp', { kind: 'finished', editionChanged: false }],
  ['finished', 'outbox', 'outbox', { kind: 'finished' }],
  ['finished', 'outbox', 'smtp', { kind: 'new', formerlyInOutbox: true }],
  ['finished', 'smtp', 'outbox', { kind: 'finished' }],
])('knows a %s mailing by %s when it is to go by %s', async (state, before, now, expected) => {
  expect(findStanding(await startAndEnd(before, state), snapshot, plan(now))).toMatchObject(expected);
});

it('sees that the issue was changed since', async () => {
  const changed = { ...snapshot, edition: { ...snapshot.edition, subject: ['another'] } };
  expect(findStanding(await startAndEnd('smtp', 'paused'), changed, plan('smtp'))).toMatchObject({
    editionChanged: true,
  });
});

it('tells a second sender who is first', () => {
  const ledger = createLedger(openDatabase(':memory:'));
  start(ledger, 'smtp');
  const second = startMailing(ledger, {
    plan: plan('smtp'),
    recipients: [recipient()],
    snapshot,
    worker: { ...worker, id: 'worker-2' },
    key: 'other',
    now: 2,
  });
  expect(second).toMatchObject({ heldBy: worker, since: 1 });
});
