import { describe, expect, it } from 'vitest';
import { unprovenProof } from '../../../../src/audience/consent-proof.ts';
import { parseColumnMap } from '../../../../src/audience/csv/columns/column-map.ts';
import { readSubscriberRows } from '../../../../src/audience/csv/read-subscriber-rows.ts';
import type { SubscriberDraft } from '../../../../src/audience/subscriber.ts';
import { noonText, rowDefaults } from '../../samples.ts';

async function readOne(header: string, row: string, map?: string): Promise<SubscriberDraft | string> {
  const csv = `email,${header}\nann@example.com,${row}\n`;
  const maps = map === undefined ? [] : [parseColumnMap(map)];
  for await (const [first] of readSubscriberRows(Buffer.from(csv), rowDefaults, { maps }))
    if (first !== undefined) return 'rejected' in first ? first.rejected : first.draft;
  throw new Error('no row');
}

async function statusOf(header: string, cell: string): Promise<string> {
  const read = await readOne(header, cell);
  return typeof read === 'string' ? read : `${read.status}`;
}

describe('a column that says who wants mail', () => {
  it.each([
    ['Accepts Email Marketing', 'yes', 'active'],
    ['Accepts Email Marketing', 'no', 'unsubscribed'],
    ['Subscribed', 'FALSE', 'unsubscribed'],
    ['Marketing consent', 'Ja', 'active'],
    ['Opt-in', '0', 'unsubscribed'],
    ['OPT_IN', '1', 'active'],
    ['Einwilligung', 'nein', 'unsubscribed'],
    ['consent', '', 'pending'],
    ['consent', 'Granted', 'active'],
    ['consent', 'withdrawn', 'unsubscribed'],
    ['consent', '"Yes, please!"', 'active'],
    ['consent', '"Nein, danke"', 'unsubscribed'],
    ['consent', 'Nein danke', 'unsubscribed'],
    ['consent', 'No thanks!', 'unsubscribed'],
    ['consent', 'Bitte abmelden', '“consent” says “Bitte abmelden”, which is neither yes nor no nor a day'],
    ['consent', 'Yes!', 'active'],
    ['consent', 'Ja bitte', 'active'],
    ['consent', 'Ja (telefonisch)', 'active'],
    ['consent', '✓', 'active'],
    ['consent', 'I agree to receive job news by email', 'active'],
    ['consent', 'Double Opt-In', 'active'],
    ['consent', 'k.A.', 'pending'],
    ['consent', 'n/a', 'pending'],
    [
      'consent',
      '"Yes, opted out 3 May"',
      '“consent” says “Yes, opted out 3 May”, which is neither yes nor no nor a day',
    ],
    [
      'consent',
      'Ja (ausgetragen)',
      '“consent” says “Ja (ausgetragen)”, which is neither yes nor no nor a day',
    ],
    [
      'consent',
      'I agree until May',
      '“consent” says “I agree until May”, which is neither yes nor no nor a day',
    ],
    ['Accepts Marketing,Email Marketing Consent', ',SUBSCRIBED', 'active'],
    ['Accepts Marketing,Email Marketing Consent', 'no,SUBSCRIBED', 'unsubscribed'],
    ['consent', 'Ich stimme zu', 'active'],
    ['consent', '"Ja, ich möchte den Newsletter"', 'active'],
    [
      'consent',
      '"Yes, but not by e-mail"',
      '“consent” says “Yes, but not by e-mail”, which is neither yes nor no nor a day',
    ],
    ['consent', '"ja, abgemeldet"', '“consent” says “ja, abgemeldet”, which is neither yes nor no nor a day'],
    ['Subscribed', '3/1/2024', '“Subscribed” says “3/1/2024”, which can be two days: write it as 2026-01-31'],
    ['consent', '2099-12-31', 'nobody can have agreed on 2099-12-31 yet'],
    ['Status', 'Widerspruch', 'unsubscribed'],
    ['Status', 'hard bounce', 'suppressed'],
    ['Status', 'nicht bestätigt', 'pending'],
    [
      'consent',
      '"Yesterday, at noon"',
      '“consent” says “Yesterday, at noon”, which is neither yes nor no nor a day',
    ],
    ['consent', 'unsubscribed', 'unsubscribed'],
    ['consent', 'at the fair', '“consent” says “at the fair”, which is neither yes nor no nor a day'],
    ['Subscriber status', 'cancelled', 'unsubscribed'],
    ['Email status', 'blocked', 'suppressed'],
    ['Status', 'no', 'unsubscribed'],
    ['Status', 'widerrufen', 'unsubscribed'],
    ['Status', 'wartend', 'pending'],
    ['Status', 'spam', 'suppressed'],
    ['Status', 'archived', 'the status “archived” is not active, pending, unsubscribed or suppressed'],
  ])('%s “%s”: %s', async (header, cell, standing) => {
    expect(await statusOf(header, cell)).toBe(standing);
  });

  it('says with a day when it was: that is the day of the consent', async () => {
    expect(await readOne('Opt-in', '1.3.2021')).toMatchObject({
      status: 'active',
      consent: { at: '2021-03-01T00:00:00.000Z' },
    });
  });
});

describe('a column that says who has left', () => {
  it.each([
    ['BLOCKLISTED', 'true', 'unsubscribed'],
    ['EMAIL_BLACKLISTED', 'yes', 'unsubscribed'],
    ['Opted out of email: Marketing Information', 'true', 'unsubscribed'],
    ['Opted out of email: One to One', 'false', 'active'],
    ['Unsubscribed from all email', 'true', 'unsubscribed'],
    ['Email hard bounced', 'true', 'suppressed'],
    ['Email hard bounce reason', 'UNKNOWN_USER', 'suppressed'],
    ['Do Not Contact', '1', 'unsubscribed'],
    ['Widerruf am', '1.3.2021', 'unsubscribed'],
    ['Abmeldedatum', '', 'active'],
    ['Sperrvermerk', 'ja', 'unsubscribed'],
    ['Kein Newsletter', 'x', 'unsubscribed'],
    ['Opted-Out On', '2024-01-01', 'unsubscribed'],
    ['De\u0301sinscrit le', '2024-01-01', 'unsubscribed'],
    ['unsubscribed_at', '0000-00-00 00:00:00', 'active'],
    ['unsubscribed_at', '00.00.0000', 'active'],
    ['unsubscribed_at', '\\N', 'active'],
    ['Abgemeldet am', 'k.A.', 'active'],
    ['Abgemeldet am', 'noch aktiv', 'active'],
    ['Opt-out', 'opted in', 'active'],
    ['Unsubscribe', 'https://x.example/u?1', 'active'],
    ['Bounced', '"0,00"', 'active'],
    ['Bounced', 'No bounces', 'active'],
    ['Bounced', 'soft', 'active'],
    ['Abgemeldet', '"nein, noch aktiv"', 'active'],
    ['Abgemeldet', 'noch nicht', 'active'],
    ['Abgemeldet', 'nicht mehr anschreiben', 'unsubscribed'],
    ['Unsubscribed', 'not yet', 'active'],
    ['Unsubscribed', 'no longer wants it', 'unsubscribed'],
    ['Unsubscribed', '01.01.1900', 'active'],
    ['Unsubscribed', '01.01.2019', 'unsubscribed'],
    ['Do not contact?', 'OK to contact', 'active'],
    ['Don’t contact', 'x', 'unsubscribed'],
    ['Do_Not_Contact__c', 'true', 'unsubscribed'],
    ['deactivated', '2023-05-06', 'unsubscribed'],
  ])('%s “%s”: %s', async (header, cell, standing) => {
    expect(await statusOf(header, cell)).toBe(standing);
  });

  it('counts in each of several columns', async () => {
    const header = 'Opted out of email: One to One,Opted out of email: News,Opt-in';
    expect(await readOne(header, 'false,true,yes')).toMatchObject({ status: 'unsubscribed' });
  });

  it.each([
    ['status,opt-out', 'whatever,yes'],
    ['status,consent', 'whatever,no'],
    ['consent,opt-in', 'whatever,no'],
    ['consent,unsubscribed at', 'whatever,2021-03-01'],
  ])('counts whatever %s says beside it', async (header, row) => {
    expect(await readOne(header, row)).toMatchObject({ status: 'unsubscribed' });
  });
});

describe('somebody who has left', () => {
  it('needs nothing else that can be read', async () => {
    const draft = await readOne(
      'name,joined,consented at,status',
      `${'x'.repeat(300)},once,soon,unsubscribed`,
      'joined=joinedAt',
    );
    expect(draft).toEqual({
      address: 'ann@example.com',
      canonical: 'ann@example.com',
      status: 'unsubscribed',
      tags: [],
      fields: {},
      consent: { source: 'list.csv', at: noonText, proof: unprovenProof },
    });
  });

  it('had agreed at the latest when they left', async () => {
    expect(await readOne('UNSUBSCRIBED_AT,City', '2021-03-01 10:05:00,Cork')).toMatchObject({
      leftAt: '2021-03-01T10:05:00.000Z',
      consent: { at: '2021-03-01T10:05:00.000Z' },
      fields: { City: 'Cork' },
    });
    expect(await readOne('bounced at,unsubscribed at', '2022-03-01,2021-03-01')).toMatchObject({
      status: 'suppressed',
      leftAt: '2022-03-01T00:00:00.000Z',
    });
  });

  it('has left also where the row does not say when', async () => {
    expect(await readOne('opt out', 'yes')).not.toHaveProperty('leftAt');
    expect(await readOne('opt out', 'yes')).toMatchObject({ status: 'unsubscribed' });
  });
});

it.each([
  ['Mailchimp', 'Email Address,LEID,Unsubscribed', 'ann@example.com,1,yes'],
  [
    'Substack',
    'email,active_subscription,email_disabled,unsubscribed_at',
    'ann@example.com,false,false,2024-01-01',
  ],
  [
    'LinkedIn',
    'First Name,Last Name,Email Address,Connected On,Opt-out',
    'Ann,Lee,ann@example.com,1 Jan 2024,x',
  ],
  [
    'penny',
    'email,name,first name,tags,status,source,consented at,unsubscribed',
    'ann@example.com,Ann,,,active,form,2024-01-01,yes',
  ],
])('sees in an export of %s that somebody has written beside it who left', async (tool, header, row) => {
  const rows = readSubscriberRows(Buffer.from(`${header}\n${row}\n`), rowDefaults);
  const drafts: unknown[] = [];
  for await (const some of rows)
    for (const each of some) drafts.push('draft' in each ? each.draft.status : each.rejected);
  expect([rows.format.export, drafts]).toEqual([tool, ['unsubscribed']]);
});

it('knows the export of Constant Contact', async () => {
  const header = 'Email address,First name,Email permission status,Confirmed Opt-Out Date';
  const csv = `${header}\nann@example.com,Ann,Implied,\nbob@example.com,Bob,Temporary hold,\ncyd@example.com,Cyd,Unsubscribed,2021-03-01\n`;
  const rows = readSubscriberRows(Buffer.from(csv), rowDefaults);
  const drafts: unknown[] = [];
  for await (const some of rows)
    for (const row of some) drafts.push('draft' in row ? row.draft.status : row.rejected);
  expect([rows.format.export, drafts]).toEqual(['Constant Contact', ['active', 'pending', 'unsubscribed']]);
});

describe('the consent of somebody whom a file does not call active', () => {
  it.each([
    ['opt-in', 'no'],
    ['opt-in', ''],
    ['status', 'pending'],
    ['status', 'bounced'],
    ['unsubscribed at', '2024-03-01'],
  ])('is none where nothing tells of one: %s “%s”', async (header, cell) => {
    expect(await readOne(header, cell)).toMatchObject({ consent: { proof: unprovenProof } });
  });

  it.each([
    ['status,consented at', 'unsubscribed,2024-01-31'],
    ['status,consent proof', 'pending,asked at the fair'],
  ])('is what the file tells of it: %s', async (header, cells) => {
    expect(await readOne(header, cells)).not.toMatchObject({ consent: { proof: unprovenProof } });
  });

  it('of an active row is the word of whoever imports it', async () => {
    expect(await readOne('city', 'Cork')).toMatchObject({ consent: { source: 'list.csv', at: noonText } });
    expect(await readOne('city', 'Cork')).not.toHaveProperty('consent.proof');
  });
});
