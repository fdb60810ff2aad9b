import { describe, expect, it } from 'vitest';
import type { MailerReply } from '../../src/delivery/mailer.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../src/store/sqlite/sqlite-ledger.ts';
import { createScriptedMailer, type ScriptedMailer } from '../fakes/scripted-mailer.ts';
import { addresses, dispatch, reply, run, start, takeOver, worker } from './sample-run.ts';

const tenMinutesOfTries = 14;

/** A server that answers the first connections so, and behaves from then on. */
function recovering(refusals: readonly MailerReply[]): ScriptedMailer {
  const mailer = createScriptedMailer();
  const { connect } = mailer;
  let tries = 0;
  mailer.connect = () => {
    const refusal = refusals[tries];
    tries += 1;
    return refusal === undefined ? connect() : Promise.resolve(refusal);
  };
  return mailer;
}

describe('a server that takes no connection', () => {
  it('scoreboard 30: and drops each before its greeting is tried once a step, and nobody is attempted', async () => {
    const dropped: MailerReply = { kind: 'noReply', stage: 'greeting', text: 'connection closed' };
    const mailer = createScriptedMailer({}, { refusal: dropped });
    const { result, ledger, mailing } = await run(mailer, { connections: 5 });
    expect(result).toMatchObject({ state: 'paused', deferred: 20, failed: 0 });
    expect(mailer.connections()).toBe(tenMinutesOfTries);
    expect([...ledger.recipients(mailing)].map(({ attempts }) => attempts)).toEqual(addresses.map(() => 0));
  });

  it('scoreboard 31: because it is busy is tried again, later each time, until it does', async () => {
    const busy = reply('greeting', 421, '4.3.2', 'try later');
    const { result, clock } = await run(recovering([busy, busy, busy]));
    expect(result).toMatchObject({ state: 'finished', accepted: 20 });
    expect(clock.slept.slice(0, 3)).toEqual([1_000, 5_000, 15_000]);
  });

  it('scoreboard 31: because it does not want us is asked once', async () => {
    const mailer = createScriptedMailer({}, { refusal: reply('greeting', 554, '5.7.1', 'go away') });
    const { result, clock } = await run(mailer, { connections: 5 });
    expect(result).toMatchObject({
      state: 'paused',
      deferred: 20,
      reason: expect.stringContaining('go away'),
    });
    expect(mailer.connections()).toBe(1);
    expect(clock.slept).toEqual([]);
  });

  it('scoreboard 29: because its name is not known is not looked up again, and nobody is attempted', async () => {
    const refusal: MailerReply = {
      kind: 'noReply',
      stage: 'connect',
      text: 'getaddrinfo ENOTFOUND mail.example',
    };
    const mailer = createScriptedMailer({}, { refusal });
    const { result, ledger, mailing } = await run(mailer);
    expect(result).toMatchObject({ state: 'paused', reason: expect.stringContaining('mail.example') });
    expect(mailer.connections()).toBe(1);
    expect(ledger.counts(mailing).queued).toBe(20);
  });

  it('scoreboard 32: because it does not know our password is asked once, and everybody stays queued', async () => {
    const mailer = createScriptedMailer({}, { refusal: reply('login', 535, '5.7.8', 'bad credentials') });
    const { result, ledger, mailing } = await run(mailer, { connections: 5 });
    expect(result).toMatchObject({ state: 'paused', failed: 0, held: 0 });
    expect(mailer.connections()).toBe(1);
    expect(ledger.counts(mailing).queued).toBe(20);
  });
});

describe('a server that refuses', () => {
  it('scoreboard 36: somebody for five minutes gets the message at the second try', async () => {
    const greylisted = reply('rcpt', 450, '4.2.0', 'greylisted, come back in 300 seconds');
    const mailer = createScriptedMailer({ 'p3@example.com': [greylisted] });
    const { result, ledger, mailing, clock } = await run(mailer, { retry: [300_000] });
    expect(result).toMatchObject({ state: 'finished', accepted: 20 });
    const [third] = [...ledger.recipients(mailing)].filter(({ address }) => address === 'p3@example.com');
    expect(third).toMatchObject({ state: 'accepted', attempts: 2 });
    expect(clock.slept.some((pause) => pause >= 300_000)).toBe(true);
  });

  it('scoreboard 42: the message for its content gets no more than one a connection of it', async () => {
    const many = Array.from({ length: 300 }, (_, index) => `p${index}@example.com`);
    const refused = reply('dot', 554, '5.7.1', 'message looks like spam');
    const ledger = createLedger(openDatabase(':memory:'));
    const mailing = start(ledger, many);
    const mailer = createScriptedMailer(Object.fromEntries(many.map((address) => [address, [refused]])));
    const result = await dispatch({ ledger, mailer, mailing, connections: 3 });
    expect(result).toMatchObject({
      state: 'paused',
      failed: 0,
      reason: expect.stringContaining('looks like spam'),
    });
    expect(result.held).toBeLessThanOrEqual(3);
    expect(result.deferred + result.held).toBe(300);
  });

  it('scoreboard 41: a message after the dot for now gets it once more, and has it once', async () => {
    const mailer = createScriptedMailer({ 'p3@example.com': [reply('dot', 451, '4.3.0', 'later')] });
    const { result } = await run(mailer);
    expect(result).toMatchObject({ state: 'finished', accepted: 20 });
  });

  it('more than its limit of the day, by whatever code, pauses the mailing and holds nobody back', async () => {
    const quota = reply('dot', 454, '', 'Throttling failure: Daily message quota exceeded.');
    const mailer = createScriptedMailer(Object.fromEntries(addresses.map((to) => [to, [quota]])));
    const { result, ledger, mailing } = await run(mailer);
    expect(result).toMatchObject({
      state: 'paused',
      held: 0,
      failed: 0,
      reason: expect.stringContaining('lets you send no more for now'),
    });
    expect(ledger.counts(mailing)).toMatchObject({ queued: 20 });
  });

  it('scoreboard 56: to go on after every hundred messages gets another connection, and nobody is blamed', async () => {
    const thousand = Array.from({ length: 1_000 }, (_, index) => `p${index}@example.com`);
    const ledger = createLedger(openDatabase(':memory:'));
    const mailing = start(ledger, thousand);
    const mailer = createScriptedMailer({}, { mostPerConnection: 100 });
    const result = await dispatch({ ledger, mailer, mailing, connections: 2 });
    expect(result).toMatchObject({ state: 'finished', accepted: 1_000, failed: 0, held: 0 });
    expect(new Set(mailer.dots).size).toBe(1_000);
    expect(mailer.dots).toHaveLength(1_000);
    expect(mailer.connections()).toBeLessThanOrEqual(13);
    expect(ledger.contradictions(mailing)).toEqual([]);
  });
});

describe('scoreboard 25: when nobody can tell whether a message arrived', () => {
  const lost = { 'p4@example.com': ['lostAfterDot'] } as const;
  const toFourth = ({ dots, messageIds }: ScriptedMailer): readonly string[] =>
    messageIds.filter((_, index) => dots[index] === 'p4@example.com');

  it.each(['ask', 'skip'] as const)('%s sends it once', async (unknown) => {
    const mailer = createScriptedMailer(lost);
    const { result } = await run(mailer, { unknown });
    expect(result).toMatchObject({ state: 'finished', accepted: 19, unknown: 1 });
    expect(toFourth(mailer)).toHaveLength(1);
  });

  it('resend sends it once more, with the same Message-ID', async () => {
    const mailer = createScriptedMailer(lost);
    const { result } = await run(mailer, { unknown: 'resend' });
    expect(result).toMatchObject({ state: 'finished', accepted: 20, unknown: 0 });
    const [first, second, ...more] = toFourth(mailer);
    expect(first).toBe(second);
    expect(more).toEqual([]);
  });

  it('resend does not send it a third time', async () => {
    const mailer = createScriptedMailer({ 'p4@example.com': ['lostAfterDot', 'lostAfterDot'] });
    const { result } = await run(mailer, { unknown: 'resend' });
    expect(result).toMatchObject({ state: 'finished', accepted: 19, unknown: 1 });
    expect(toFourth(mailer)).toHaveLength(2);
  });
});

describe('somebody who was held when a mailing paused', () => {
  it('is tried again when it goes on: what was wrong was not about them', async () => {
    const content = reply('dot', 554, '5.7.1', 'Message rejected due to content');
    const { ledger, mailing, result } = await run(createScriptedMailer({ 'p0@example.com': [content] }), {
      connections: 1,
    });
    expect(result).toMatchObject({ state: 'paused', held: 1 });
    const again = ledger.resumeMailing(mailing, worker, takeOver);
    if (!('id' in again)) throw new Error('nobody else is here');
    const mended = await dispatch({ ledger, mailing: again, mailer: createScriptedMailer() });
    expect(mended).toMatchObject({ state: 'finished', accepted: 20, held: 0 });
  });
});

describe('scoreboard 96: why a mailing pauses or waits', () => {
  it.each([
    [
      'in the refusal of a message',
      createScriptedMailer({ 'p0@example.com': [reply('dot', 554, '5.7.1', 'spam for <p0@example.com>')] }),
    ],
    [
      'of five in a row',
      createScriptedMailer(
        Object.fromEntries(addresses.map((to) => [to, [reply('rcpt', 550, '5.7.1', `blocked: ${to}`)]])),
      ),
    ],
    [
      'in a refused login',
      createScriptedMailer({}, { refusal: reply('login', 535, '5.7.8', 'p0@example.com may not') }),
    ],
    [
      'when it cannot be reached',
      createScriptedMailer({}, { refusal: reply('greeting', 421, '4.3.2', 'busy with p0@example.com') }),
    ],
  ])('names nobody whom the server names %s', async (_, mailer) => {
    const told: unknown[] = [];
    const { result, ledger } = await run(mailer, { onWaiting: (waiting) => told.push(waiting) });
    const reasons = JSON.stringify([result, told, ledger.listMailings().map(({ reason }) => reason)]);
    expect(result.state).toBe('paused');
    expect(reasons).toContain('p…@example.com');
    expect(reasons).not.toMatch(/p\d+@/);
  });
});
