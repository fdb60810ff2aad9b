import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeToken } from '../../../src/audience/signed-token.ts';
import type { Mailing } from '../../../src/delivery/mailing.ts';
import { formatInbox } from '../../../src/terminal/inbox-text.ts';
import { createHouse, type House, letter } from '../samples.ts';

const ann = 'ann@example.com';
let house: House;
let mailing: Mailing;

beforeEach(async () => {
  house = createHouse();
  mailing = await house.send(1, [ann, 'li@example.net']);
});
afterEach(() => house[Symbol.dispose]());

const list = 'penny <hello@penny.example>';
const mail = (
  subject: string,
  body: readonly string[] = [],
  head: readonly string[] = [],
  from = ann,
): string => letter([`From: ${from}`, `To: ${list}`, `Subject: ${subject}`, ...head], body.join('\r\n'));

/** Who is not on the list any more. */
const gone = (): readonly string[] => house.suppressions().map((line) => line.split(':')[0] ?? '');

describe('the token of a mail is found', () => {
  it.each([
    ['in an answer', (token: string) => `Re: unsubscribe ${token}`],
    ['in a German answer', (token: string) => `AW: AW: unsubscribe ${token}`],
    ['with a full stop', (token: string) => `unsubscribe ${token}.`],
    ['before a signature', (token: string) => `unsubscribe ${token} - sent from my phone`],
    ['in brackets', (token: string) => `unsubscribe <${token}>`],
    ['behind a warning', (token: string) => `[EXTERN] unsubscribe: ${token}`],
  ])('%s', (_, subject) => {
    const token = makeToken(house.store.secret, 'unsubscribe', 1);
    expect(house.take([mail(subject(token), [], [], 'office@example.org')])).toMatchObject({
      unsubscribed: 1,
      wishes: [],
    });
    expect(gone()).toEqual([ann]);
  });
});

describe('who writes that they want to leave, and nothing else, leaves', () => {
  it.each([
    ['Re: unsubscribe', []],
    ['please unsubscribe me!', []],
    ['=?utf-8?q?d=C3=A9sabonner?=', []],
    [`unsubscribe ${'A'.repeat(31)}`, []],
    [`unsubscribe ${'A'.repeat(32)}`, []],
    ['Re: issue 1', ['unsubscribe']],
    ['Re: issue 1', ['Hi Penny,', '', 'please unsubscribe me.', '', 'Thanks', 'Ann Lee']],
    ['AW: issue 1', ['Bitte abmelden', '', 'Am 05.03.26 schrieb penny:', '> unsubscribe here, but not now?']],
  ])('%s %s', (subject, body) => {
    expect(house.take([mail(subject, body)])).toMatchObject({ unsubscribed: 1, wishes: [], ignored: {} });
    expect(gone()).toEqual([ann]);
  });

  it('also from another address, as an answer to a message of ours', () => {
    const answer = [`In-Reply-To: ${house.messageIdOf(mailing, ann)}`];
    expect(house.take([mail('Re: issue 1', ['unsubscribe'], answer, 'a.lee@example.org')])).toMatchObject({
      unsubscribed: 1,
    });
    expect(gone()).toEqual([ann]);
  });
});

describe('a person is asked to read', () => {
  it.each([
    ['what says more than that', 'Re: issue 1', ['Please take me off your list, I found a job.']],
    ['what takes it back', 'Re: issue 1', ['unsubscribe', 'not me, but my colleague Bo']],
    ['what was forwarded', 'Fwd: unsubscribe', []],
    ['what speaks of it in its subject', 'Re: unsubscribe me from what?', []],
  ])('%s', (_, subject, body) => {
    const report = house.take([mail(subject, body)]);
    expect(report).toMatchObject({
      unsubscribed: 0,
      ignored: { 'other mail': 1 },
      wishes: [{ source: 'mail 1', from: ann, subject }],
    });
    expect(gone()).toEqual([]);
  });

  it('who wants to leave, and is on no list', () => {
    const report = house.take([
      mail('unsubscribe', [], [], 'zoe@example.org'),
      mail(`unsubscribe ${'A'.repeat(32)}`, [], [], 'zoe@example.org'),
      letter(['From: a@example.org, b@example.org', `To: ${list}`, `Subject: unsubscribe ${'A'.repeat(32)}`]),
    ]);
    expect(report.ignored).toEqual({ 'nobody on the list': 1, forged: 2 });
    expect(report.wishes.map(({ from, source }) => [source, from])).toEqual([
      ['mail 1', 'zoe@example.org'],
      ['mail 2', 'zoe@example.org'],
      ['mail 3', undefined],
    ]);
    expect(formatInbox(report, { dryRun: false })).toContain(
      [
        '3 mails may be wishes to leave, and nobody left by them:',
        '    mail 1: zoe@example.org, “unsubscribe”',
      ].join('\n'),
    );
  });
});

describe('nothing is read into', () => {
  it.each([
    ['letters', [mail('Re: issue 1', ['I am no longer looking, but Bo is.'])]],
    ['what somebody quotes', [mail('Re: issue 1', ['lovely!', '> unsubscribe'])]],
    [
      'other newsletters',
      [mail('News', ['Unsubscribe'], ['List-Unsubscribe: <https://news.example.org/x>'])],
    ],
    ['mails of lists', [mail('News', ['I asked you to unsubscribe me'], ['List-Id: <all.example.org>'])]],
    ['automatic answers', [mail('Re: issue 1', ['unsubscribe'], ['Auto-Submitted: auto-replied'])]],
    [
      'what was not written to us',
      [letter([`From: ${ann}`, 'To: all@example.org', 'Subject: x'], 'unsubscribe')],
    ],
    ['strangers who speak of it', [mail('Re: issue 1', ['how do I unsubscribe Bo?'], [], 'zoe@example.org')]],
  ])('%s', (_, mails) => {
    expect(house.take(mails)).toMatchObject({ unsubscribed: 0, wishes: [] });
    expect(gone()).toEqual([]);
  });

  it('those who have left before', () => {
    house.take([mail('unsubscribe')]);
    expect(house.take([mail('Re: issue 1', ['why did you not unsubscribe me?'])])).toMatchObject({
      wishes: [],
    });
  });
});
