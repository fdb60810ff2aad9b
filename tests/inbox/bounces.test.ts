import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseAddress } from '../../src/audience/parse-address.ts';
import { createSignUpStore } from '../../src/store/sqlite/sqlite-sign-ups.ts';
import { formatInbox } from '../../src/terminal/inbox-text.ts';
import { bounceDomain, createHouse, day, dsn, type House, letter, noon } from './samples.ts';

const ann = 'ann@example.com';
const nothing = { suppressed: 0, unsubscribed: 0, complaints: 0, hard: 0, ambiguous: 0, soft: 0, policy: 0 };
let house: House;

beforeEach(() => {
  house = createHouse();
});
afterEach(() => house[Symbol.dispose]());

describe('a bounce', () => {
  it('scoreboard 82: of an unknown user suppresses the right person, once, whoever the report names', async () => {
    const mailing = await house.send(1, [ann, 'li@example.net']);
    const mail = dsn({ to: house.returnPathOf(mailing, ann), finalRecipient: 'li@example.net' });
    expect(house.take([mail, mail])).toMatchObject({ ...nothing, suppressed: 1, hard: 1, known: 1 });
    expect(house.suppressions()).toEqual([`${ann}: no such address: 550 5.1.1 no such user here`]);
    expect(house.take([mail])).toMatchObject({ ...nothing, known: 1 });
    expect(house.suppressions()).toHaveLength(1);
  });

  it('is told with the address, as who complained or left is', async () => {
    const mailing = await house.send(1, [ann, 'li@example.net', 'bo@example.net']);
    const report = house.take([
      dsn({ to: house.returnPathOf(mailing, ann) }),
      letter(['From: li@example.net', 'To: hello@penny.example', 'Subject: unsubscribe']),
    ]);
    expect(report.gone).toEqual([
      { address: 'li@example.net', because: 'unsubscribed' },
      { address: ann, because: 'bounced' },
    ]);
    expect(formatInbox(report, { dryRun: false })).toContain(
      '\n    li@example.net unsubscribed\n    ann@example.com bounced\n',
    );
  });

  it('that calls the mail too big says nothing of the address', async () => {
    const mailing = await house.send(1, [ann]);
    const mail = dsn({
      to: house.returnPathOf(mailing, ann),
      status: '5.3.4',
      diagnostic: 'smtp; 552 5.3.4 too big',
    });
    expect(house.take([mail])).toMatchObject({ ...nothing, policy: 1 });
  });

  it('of a mailing to the outbox is left alone, and the report says so', async () => {
    const mailing = await house.send(1, [ann]);
    house.database.exec(`UPDATE mailing SET transport = 'outbox'`);
    expect(house.take([dsn({ to: house.returnPathOf(mailing, ann) })])).toMatchObject({
      ...nothing,
      ignored: { 'of a mailing to the outbox': 1 },
    });
    expect(house.suppressions()).toEqual([]);
  });

  it('is no mail when nothing says from whom, to whom or when', () => {
    expect(house.take(['email,name\r\nann@example.com,Ann\r\n'])).toMatchObject({
      ...nothing,
      broken: [{ source: 'mail 1', problem: 'it is no mail: nothing says from whom, to whom or when' }],
    });
  });

  it('is known by our Message-ID where there is no return path of its own', async () => {
    const mailing = await house.send(1, [ann]);
    const mail = dsn({ to: 'hello@penny.example', messageId: house.messageIdOf(mailing, ann) });
    expect(house.take([mail])).toMatchObject({ suppressed: 1, hard: 1 });
  });

  it('is recognised when servers have folded the case of its return path', async () => {
    const mailing = await house.send(1, [ann]);
    const mail = dsn({ to: house.returnPathOf(mailing, ann).toUpperCase() });
    expect(house.take([mail])).toMatchObject({ suppressed: 1 });
  });

  it('keeps no address in the words that it stores', async () => {
    const mailing = await house.send(1, [ann]);
    house.take([
      dsn({ to: house.returnPathOf(mailing, ann), diagnostic: `smtp; 550 5.1.1 <${ann}>: unknown user` }),
    ]);
    expect(house.database.prepare('SELECT text FROM delivery_event').all()).toEqual([
      { text: '550 5.1.1 : unknown user' },
    ]);
  });

  it('changes nothing in a dry run, which says the same', async () => {
    const mailing = await house.send(1, [ann]);
    const mails = [dsn({ to: house.returnPathOf(mailing, ann) })];
    const dry = house.take(mails, { dryRun: true });
    expect(house.suppressions()).toEqual([]);
    expect(house.take(mails)).toEqual(dry);
    expect(house.suppressions()).toHaveLength(1);
  });

  it('waits for the end of a mailing that is being sent', async () => {
    const mailing = await house.send(1, [ann], { unfinished: true });
    expect(house.take([dsn({ to: house.returnPathOf(mailing, ann) })])).toMatchObject({
      suppressed: 0,
      hard: 1,
      waiting: [{ issue: 1, addresses: 1, sending: true }],
    });
    expect(house.suppressions()).toEqual([]);
  });
});

describe('scoreboard 83: nobody is suppressed by', () => {
  it('a delayed report', async () => {
    const mailing = await house.send(1, [ann]);
    const mail = dsn({ to: house.returnPathOf(mailing, ann), action: 'delayed', status: '4.4.1' });
    expect(house.take([mail, mail])).toMatchObject({ ...nothing, delayed: 1, known: 1 });
    expect(house.suppressions()).toEqual([]);
  });

  it('an automatic answer', async () => {
    const mailing = await house.send(1, [ann]);
    const head = [
      'Return-Path: <>',
      `From: ${ann}`,
      `To: ${house.returnPathOf(mailing, ann)}`,
      'Subject: unsubscribe',
      'Auto-Submitted: auto-replied (vacation)',
    ];
    expect(house.take([`${head.join('\r\n')}\r\n\r\nI am away\r\n`])).toMatchObject({
      ...nothing,
      ignored: { 'automatic answer': 1 },
    });
    expect(house.suppressions()).toEqual([]);
  });

  it('a forged report without a valid token, though it knows the Message-ID', async () => {
    const mailing = await house.send(1, [ann]);
    const path = house.returnPathOf(mailing, ann);
    const messageId = house.messageIdOf(mailing, ann);
    const other = path.replace(/(?<=-)./, (sign) => (sign === 'a' ? 'b' : 'a'));
    const unsigned = path.replace(/-\w{16}@/, '-aaaaaaaaaaaaaaaa@');
    for (const to of [other, unsigned, `ann@${bounceDomain}`])
      expect(house.take([dsn({ to, messageId })]), to).toMatchObject({ ...nothing, ignored: { forged: 1 } });
    expect(house.suppressions()).toEqual([]);
  });

  it('a report that names a subscriber and proves nothing', async () => {
    await house.send(1, [ann]);
    const mail = dsn({ to: 'hello@penny.example', originalRecipient: ann, finalRecipient: ann });
    expect(house.take([mail])).toMatchObject({ ...nothing, ignored: { 'nothing of ours': 1 } });
    const guessed = dsn({ to: 'hello@penny.example', messageId: `<${'0'.repeat(32)}@penny.example>` });
    expect(house.take([guessed])).toMatchObject({ ...nothing, ignored: { 'nothing of ours': 1 } });
    expect(house.suppressions()).toEqual([]);
  });

  it('a report that somebody sent who has an address', async () => {
    const mailing = await house.send(1, [ann]);
    const mail = dsn({ to: house.returnPathOf(mailing, ann), returnPath: '<mallory@example.org>' });
    expect(house.take([mail])).toMatchObject({ ...nothing, ignored: { 'not from a mail server': 1 } });
    const without = mail.replace(/^Return-Path: .*\r\n/, '');
    expect(house.take([without])).toMatchObject({ ...nothing, ignored: { 'not from a mail server': 1 } });
    expect(house.suppressions()).toEqual([]);
  });

  it('a report that is 61 days late', async () => {
    const mailing = await house.send(1, [ann]);
    const mail = dsn({ to: house.returnPathOf(mailing, ann) });
    expect(house.take([mail], { now: noon + 61 * day })).toMatchObject({
      ...nothing,
      ignored: { 'too old': 1 },
    });
    expect(house.take([mail], { now: noon + 59 * day })).toMatchObject({ suppressed: 1 });
  });

  it('words about us, whatever code stands before them', async () => {
    const mailing = await house.send(1, [ann]);
    const diagnostic = 'smtp; 550 5.1.1 Mailbox unavailable. Your address is blacklisted using SPAMHAUS-XBL';
    const mail = dsn({ to: house.returnPathOf(mailing, ann), diagnostic });
    expect(house.take([mail])).toMatchObject({ ...nothing, policy: 1 });
    expect(house.suppressions()).toEqual([]);
  });
});

describe('83: a delivery of unknown outcome', () => {
  const unknown = { state: 'unknown', stage: 'dot', text: 'no answer' } as const;

  it('has failed when a report says so', async () => {
    const mailing = await house.send(1, [ann], { outcome: unknown });
    expect(house.take([dsn({ to: house.returnPathOf(mailing, ann) })])).toMatchObject({
      hard: 1,
      settled: 1,
    });
    expect(house.stateOf(ann)).toBe('failed');
    expect(house.ledger.unknowns(mailing)).toEqual([]);
  });

  it.each(['delivered', 'relayed', 'expanded'])('was accepted when a report says %s', async (action) => {
    const mailing = await house.send(1, [ann], { outcome: unknown });
    const mail = dsn({
      to: house.returnPathOf(mailing, ann),
      action,
      status: '2.0.0',
      diagnostic: 'smtp; 250 ok',
    });
    expect(house.take([mail])).toMatchObject({ ...nothing, delivered: 1, settled: 1 });
    expect(house.stateOf(ann)).toBe('accepted');
    expect(house.take([mail])).toMatchObject({ delivered: 1, settled: 0 });
    expect(house.ledger.contradictions(mailing)).toEqual([]);
  });

  it('that a person has settled stays as it is', async () => {
    const mailing = await house.send(1, [ann], { outcome: unknown });
    const messageId = house.messageIdOf(mailing, ann);
    house.ledger.settleUnknown(mailing, [{ messageId, as: 'accepted', source: 'hand', text: 'yes' }], noon);
    expect(house.take([dsn({ to: house.returnPathOf(mailing, ann) })])).toMatchObject({
      hard: 1,
      settled: 0,
    });
    expect(house.stateOf(ann)).toBe('accepted');
  });
});

describe('85: a wave of bounces', () => {
  const people = Array.from({ length: 200 }, (_, index) => `reader-${index}@example.com`);

  it('of 30 % suppresses nobody, whatever it says, and waits for a person', async () => {
    const mailing = await house.send(1, people);
    const wave = people.slice(0, 60).map((address, index) =>
      dsn({
        to: house.returnPathOf(mailing, address),
        ...(index % 3 === 0 ? { status: '5.7.1', diagnostic: 'smtp; 550 5.7.1 refused by policy' } : {}),
      }),
    );
    expect(house.take(wave)).toMatchObject({
      suppressed: 0,
      hard: 40,
      policy: 20,
      waiting: [{ issue: 1, addresses: 40, sending: false }],
    });
    expect(house.suppressions()).toEqual([]);
    expect(house.ledger.decideSuspects(mailing, 'suppress', noon)).toBe(40);
    expect(house.suppressions()).toHaveLength(40);
  });

  it('that comes drop by drop is stopped at the same mark', async () => {
    const mailing = await house.send(1, people);
    const reports = people.slice(0, 10).map((address) => dsn({ to: house.returnPathOf(mailing, address) }));
    for (const report of reports) house.take([report]);
    expect(house.suppressions()).toHaveLength(4);
    expect(house.ledger.suspects(mailing)).toHaveLength(6);
  });

  it('leaves those alone of whom a person said to keep them', async () => {
    const mailing = await house.send(1, people);
    const reports = people.slice(0, 10).map((address) => dsn({ to: house.returnPathOf(mailing, address) }));
    house.take(reports);
    house.ledger.decideSuspects(mailing, 'keep', noon);
    house.take(reports);
    expect(house.suppressions()).toEqual([]);
    expect(house.ledger.suspects(mailing)).toEqual([]);
  });
});

describe('refusals that may be the address', () => {
  const refused = { status: '5.2.1', diagnostic: 'smtp; 550 5.2.1 mailbox disabled' };
  const bounceOf = async (issue: number, at: number): Promise<ReturnType<House['take']>> => {
    const mailing = await house.send(issue, [ann], { at });
    return house.take([dsn({ to: house.returnPathOf(mailing, ann), ...refused })], { now: at + 3_600_000 });
  };

  it('count from the second issue on, 72 hours later at the earliest', async () => {
    expect(await bounceOf(1, noon)).toMatchObject({ suppressed: 0, ambiguous: 1 });
    expect(await bounceOf(2, noon + 2 * day)).toMatchObject({ suppressed: 0, ambiguous: 1 });
    expect(await bounceOf(3, noon + 3 * day)).toMatchObject({ suppressed: 1, ambiguous: 1 });
    expect(house.suppressions()).toEqual([`${ann}: refused twice: 550 5.2.1 mailbox disabled`]);
  });

  it('are forgotten when an issue in between arrived', async () => {
    await bounceOf(1, noon);
    await house.send(2, [ann], { at: noon + 7 * day });
    expect(await bounceOf(3, noon + 15 * day)).toMatchObject({ suppressed: 0, ambiguous: 1 });
    expect(house.suppressions()).toEqual([]);
  });

  it('are forgotten when the person has joined anew, by a link that was mailed to that address', async () => {
    await bounceOf(1, noon);
    expect(await bounceOf(2, noon + 3 * day)).toMatchObject({ suppressed: 1 });
    await joinByForm(noon + 4 * day);
    expect(house.suppressions()).toEqual([]);
    expect(await bounceOf(3, noon + 8 * day)).toMatchObject({ suppressed: 0, ambiguous: 1 });
    expect(await bounceOf(4, noon + 12 * day)).toMatchObject({ suppressed: 1, ambiguous: 1 });
  });

  it('say nothing when they are late, of an issue from before somebody joined anew', async () => {
    const before = await house.send(1, [ann], { at: noon });
    await joinByForm(noon + 4 * day);
    const gone = { status: '5.1.1', diagnostic: 'smtp; 550 5.1.1 no such user' };
    const late = dsn({ to: house.returnPathOf(before, ann), ...gone });
    expect(await house.take([late], { now: noon + 5 * day })).toMatchObject({ suppressed: 0, hard: 1 });
    const after = await house.send(2, [ann], { at: noon + 6 * day });
    const prompt = dsn({ to: house.returnPathOf(after, ann), ...gone });
    expect(await house.take([prompt], { now: noon + 6 * day })).toMatchObject({ suppressed: 1, hard: 1 });
  });

  async function joinByForm(at: number): Promise<void> {
    const signUps = createSignUpStore(house.database, async () => {});
    const parsed = parseAddress(ann);
    if ('problem' in parsed) throw new Error(parsed.problem);
    await signUps.ask({ ...parsed, topics: [], wording: 'you get a mail first' }, at);
    const due = await signUps.takeDue(at);
    await signUps.confirm(due?.signUpId ?? 0, at);
  }
});

describe('a full mailbox', () => {
  it('counts after five issues in a row and thirty days', async () => {
    const full = { status: '5.2.2', diagnostic: 'smtp; 552 5.2.2 over quota' };
    const reports = [];
    for (const issue of [1, 2, 3, 4, 5]) {
      const at = noon + (issue - 1) * 8 * day;
      const mailing = await house.send(issue, [ann], { at });
      reports.push(
        house.take([dsn({ to: house.returnPathOf(mailing, ann), ...full })], { now: at + 60_000 }),
      );
    }
    expect(reports.map(({ suppressed }) => suppressed)).toEqual([0, 0, 0, 0, 1]);
    expect(house.suppressions()).toEqual([`${ann}: out of reach: 552 5.2.2 over quota`]);
  });
});
