import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseAddress } from '../../src/audience/parse-address.ts';
import { makeToken } from '../../src/audience/signed-token.ts';
import { createSignUpStore } from '../../src/store/sqlite/sqlite-sign-ups.ts';
import { renewTokenSecret } from '../../src/store/sqlite/token-secrets.ts';
import { createHouse, type House, letter } from './samples.ts';

const ann = 'ann@example.com';
let house: House;

beforeEach(async () => {
  house = createHouse();
  await house.send(1, [ann, 'li@example.net']);
});
afterEach(() => house[Symbol.dispose]());

const statusOf = (address: string): unknown =>
  house.database.prepare('SELECT status FROM subscriber WHERE canonical = ?').get(address)?.['status'];
const from = (writer: string, subject: string, to = 'penny <hello@penny.example>'): string =>
  letter([`From: ${writer}`, `To: ${to}`, `Subject: ${subject}`]);

describe('a mail with the subject unsubscribe', () => {
  it.each(['unsubscribe', 'UNSUBSCRIBE ', '=?utf-8?q?unsubscribe?='])(
    'from a subscriber takes them off the list: %s',
    (subject) => {
      expect(house.take([from('Ann Smith <Ann@Example.com>', subject)])).toMatchObject({ unsubscribed: 1 });
      expect(statusOf(ann)).toBe('unsubscribed');
      expect(house.suppressions()).toEqual([`${ann}: unsubscribed`]);
    },
  );

  it.each([
    'Unsubscribe misunderstanding',
    'unsubscribe Benachrichtigungen',
    'Unsubscribe: Newsletterfunktion',
  ])('and a long word is no token of a mail: %s', (subject) => {
    const text = 'I love the newsletter. Let us talk about the colours of that page on Monday.';
    const mail = letter([`From: ${ann}`, 'To: hello@penny.example', `Subject: ${subject}`], text);
    expect(house.take([mail])).toMatchObject({ unsubscribed: 0, wishes: [{ from: ann }] });
  });

  it.each([
    ['UTF-8', Buffer.from('Unsubscribe – “now”, désabonnez-moi').toString('latin1')],
    ['Latin-1', 'Unsubscribe me, d\xe9sabonnez-moi'],
  ])('is shown as it was written where no encoded word names its bytes: %s', (_, subject) => {
    const raw = from(ann, subject);
    const [wish] = house.take([{ source: 'a mail', bytes: Buffer.from(raw, 'latin1') }]).wishes;
    expect(wish?.subject).toMatch(/^Unsubscribe (?:– “now”|me), désabonnez-moi$/);
  });

  it('read twice changes nothing the second time', () => {
    const mail = from(ann, 'unsubscribe');
    expect(house.take([mail, mail])).toMatchObject({ unsubscribed: 1, known: 1 });
    expect(house.take([mail])).toMatchObject({ unsubscribed: 0, known: 1 });
  });

  it.each([
    ['Date: Mon, 05 Jan 2026 11:59:00 +0000', 'active'],
    ['Date: Tue, 06 Jan 2026 18:00:00 +0000', 'unsubscribed'],
    [
      'Received: from a by b; Tue, 6 Jan 2026 11:00:00 +0000\r\nDate: Fri, 9 Jan 2026 12:00:00 +0000',
      'active',
    ],
    [
      'Received: from a by b; Tue, 6 Jan 2026 12:10:00 +0000\r\nDate: Mon, 5 Jan 2026 12:00:00 +0000',
      'unsubscribed',
    ],
    ['Date: soon', 'unsubscribed'],
    ['X-Nothing: 1', 'unsubscribed'],
  ])(
    'read again when its writer has come back by the form at noon of 6 January: %s',
    async (line, status) => {
      const signUps = createSignUpStore(house.database, async () => {});
      const at = Date.UTC(2026, 0, 6, 12);
      const parsed = parseAddress(ann);
      if ('problem' in parsed) throw new Error(parsed.problem);
      await signUps.ask({ ...parsed, topics: [], wording: 'you get a mail' }, at);
      await signUps.confirm(1, at);
      house.take([letter([line, `From: ${ann}`, 'To: hello@penny.example', 'Subject: unsubscribe'])]);
      expect(statusOf(ann)).toBe(status);
    },
  );

  it('with the token of a mail takes its reader off, whatever address they write from', () => {
    const token = makeToken(house.store.secret, 'unsubscribe', 1);
    expect(house.take([from('office@example.org', `unsubscribe ${token}`)])).toMatchObject({
      unsubscribed: 1,
    });
    expect(statusOf(ann)).toBe('unsubscribed');
    expect(statusOf('li@example.net')).toBe('active');
  });

  it('with the token of a mail that another key has signed since takes its reader off, too', () => {
    renewTokenSecret(house.database);
    const token = makeToken(house.store.tokenSecrets[0] ?? new Uint8Array(), 'unsubscribe', 1);
    expect(token).not.toBe(makeToken(house.store.secret, 'unsubscribe', 1));
    expect(house.take([from('office@example.org', `unsubscribe ${token}`)])).toMatchObject({
      unsubscribed: 1,
    });
    expect(statusOf(ann)).toBe('unsubscribed');
  });

  it.each([
    ['nobody on the list', 'zoe@example.org', 'unsubscribe', undefined],
    ['forged', 'zoe@example.org', `unsubscribe ${'A'.repeat(32)}`, undefined],
    ['other mail', ann, 'Re: unsubscribe me from what?', undefined],
    ['other mail', ann, 'unsubscribe', 'somebody@example.org'],
    ['other mail', `${ann}, li@example.net`, 'unsubscribe', undefined],
    ['other mail', `"${ann}" <>`, 'unsubscribe', undefined],
  ])('is left alone: %s (%s, %s, to %s)', (reason, writer, subject, to) => {
    expect(house.take([from(writer, subject, to)])).toMatchObject({
      unsubscribed: 0,
      ignored: { [reason]: 1 },
    });
    expect(house.suppressions()).toEqual([]);
  });

  it('takes the address, and not what a name looks like', () => {
    house.take([from(`"li@example.net" <${ann}>`, 'unsubscribe')]);
    expect(statusOf('li@example.net')).toBe('active');
    expect(statusOf(ann)).toBe('unsubscribed');
  });

  it.each([
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-generated',
    'X-Autoreply: yes',
    'Precedence: auto_reply',
    'Precedence: bulk',
  ])('that a program wrote is left alone: %s', (line) => {
    const mail = letter([`From: ${ann}`, 'To: hello@penny.example', 'Subject: unsubscribe', line]);
    expect(house.take([mail])).toMatchObject({ unsubscribed: 0, ignored: { 'automatic answer': 1 } });
    expect(statusOf(ann)).toBe('active');
  });

  it('that a mail program wrote for its owner counts, because it has the token', () => {
    const token = makeToken(house.store.secret, 'unsubscribe', 1);
    const head = [
      'From: robot@example.org',
      `Subject: unsubscribe ${token}`,
      'Auto-Submitted: auto-generated',
    ];
    expect(house.take([letter(head)])).toMatchObject({ unsubscribed: 1 });
    expect(statusOf(ann)).toBe('unsubscribed');
  });

  it('that says Auto-Submitted: no was written by a person', () => {
    const head = [`From: ${ann}`, 'To: hello@penny.example', 'Subject: unsubscribe', 'Auto-Submitted: no'];
    expect(house.take([letter(head)])).toMatchObject({ unsubscribed: 1 });
  });
});
