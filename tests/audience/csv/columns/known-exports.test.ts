import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSubscriberRows } from '../../../../src/audience/csv/read-subscriber-rows.ts';
import { importSubscribers } from '../../../../src/audience/import-subscribers.ts';
import type { Subscriber } from '../../../../src/audience/subscriber.ts';
import { everybody, store } from '../../fresh-store.ts';
import { noon, rowDefaults } from '../../samples.ts';

async function importExport(name: string): Promise<{
  readonly people: Readonly<Record<string, Omit<Subscriber, 'id' | 'address' | 'canonical' | 'joinedAt'>>>;
  readonly report: Awaited<ReturnType<typeof importSubscribers>>;
}> {
  const bytes = readFileSync(new URL(`../exports/${name}.csv`, import.meta.url));
  const report = await importSubscribers(readSubscriberRows(bytes, rowDefaults), store, {
    now: noon,
    dryRun: false,
  });
  const people = everybody().map(({ id: _, address, canonical: _canonical, joinedAt: _joined, ...told }) => {
    return [address, told] as const;
  });
  return { people: Object.fromEntries(people), report };
}

/** How everybody stands. */
function statusesOf(people: Readonly<Record<string, Pick<Subscriber, 'status'>>>): Record<string, string> {
  return Object.fromEntries(Object.entries(people).map(([address, { status }]) => [address, status]));
}

describe('an export is recognised by its header, and all that it says is kept', () => {
  it('of Mailchimp: who is subscribed, with the proof of it', async () => {
    const { people, report } = await importExport('mailchimp-subscribed');
    expect(report).toMatchObject({
      added: 2,
      format: { export: 'Mailchimp', delimiter: ',', encoding: 'utf-8' },
    });
    expect(people['ann@example.com']).toEqual({
      name: 'Ann Lee',
      firstName: 'Ann',
      status: 'active',
      tags: ['cork', 'hiring'],
      fields: {
        'Last Name': 'Lee',
        Address: '1 Main St Cork  IE',
        'Phone Number': '+353 21 555 0100',
        Birthday: '01/05',
        TIMEZONE: 'Europe/Dublin',
        CC: 'IE',
        REGION: 'M',
      },
      consent: {
        source: 'list.csv',
        at: '2024-01-31T10:00:00.000Z',
        proof:
          'Mailchimp: OPTIN_TIME 2024-01-31 09:58:02, OPTIN_IP 192.0.2.7, CONFIRM_TIME 2024-01-31 10:00:00, CONFIRM_IP 192.0.2.7',
      },
    });
    expect(people['jürgen@example.de']).toMatchObject({
      name: 'Jürgen Müßig',
      consent: { at: '2023-06-01T07:00:00.000Z' },
      fields: { NOTES: 'met at the fair, hall 3' },
    });
  });

  it.each([
    ['mailchimp-unsubscribed', 'Mailchimp', { 'una@example.com': 'unsubscribed' }],
    ['mailchimp-cleaned', 'Mailchimp', { 'gone@example.com': 'suppressed' }],
    [
      'substack',
      'Substack',
      { 'ann@example.com': 'active', 'pay@example.com': 'active', 'una@example.com': 'unsubscribed' },
    ],
    [
      'beehiiv',
      'beehiiv',
      {
        'ann@example.com': 'active',
        'pat@example.com': 'pending',
        'una@example.com': 'unsubscribed',
        'gone@example.com': 'suppressed',
      },
    ],
    [
      'buttondown',
      'Buttondown',
      {
        'ann@example.com': 'active',
        'pay@example.com': 'active',
        'pat@example.com': 'pending',
        'una@example.com': 'unsubscribed',
        'gone@example.com': 'suppressed',
      },
    ],
    ['ghost', 'Ghost', { 'ann@example.com': 'active', 'una@example.com': 'unsubscribed' }],
    ['linkedin', 'LinkedIn', { 'ann@example.com': 'active' }],
    ['google-contacts', 'Google Contacts', { 'ann@example.com': 'active' }],
    ['google-contacts-old', 'Google Contacts', { 'ann@example.com': 'active' }],
  ])('%s is of %s: who left stays away', async (file, tool, statuses) => {
    const { people, report } = await importExport(file);
    expect(report.format.export).toBe(tool);
    expect(statusesOf(people)).toEqual(statuses);
  });

  it('of Substack: since when, and the plan', async () => {
    const { people } = await importExport('substack');
    expect(people['pay@example.com']).toMatchObject({
      consent: { at: '2023-02-01T08:30:00.000Z' },
      fields: { plan: 'yearly', active_subscription: 'true' },
    });
  });

  it('of beehiiv: the names, and where they came from', async () => {
    const { people } = await importExport('beehiiv');
    expect(people['ann@example.com']).toMatchObject({
      name: 'Ann Lee',
      consent: { at: '2024-01-31T10:00:00.000Z' },
      fields: {
        subscription_tier: 'free',
        utm_source: 'podcast',
        referring_site: 'https://www.example.org/',
      },
    });
    expect(people['ann@example.com']?.fields).not.toHaveProperty('id');
  });

  it('of Buttondown: tags, notes, and the time in its zone', async () => {
    const { people } = await importExport('buttondown');
    expect(people['ann@example.com']).toMatchObject({
      tags: ['cork', 'hiring'],
      fields: { notes: 'wrote back twice', metadata: '{"city": "Cork"}' },
      consent: { at: '2024-01-31T10:00:00.123Z' },
    });
    expect(people['pay@example.com']?.consent.at).toBe('2023-02-01T08:30:00.000Z');
  });

  it('of Ghost: the labels as tags', async () => {
    const { people } = await importExport('ghost');
    expect(people['ann@example.com']).toMatchObject({ name: 'Ann Lee', tags: ['cork', 'hiring'] });
    expect(people['una@example.com']?.fields).toEqual({
      note: 'left, and said so',
      complimentary_plan: 'false',
    });
  });

  it('of LinkedIn, below its notes: who shows no address is told with the line', async () => {
    const { people, report } = await importExport('linkedin');
    expect(people['ann@example.com']).toMatchObject({
      name: 'Ann Lee',
      firstName: 'Ann',
      fields: { Company: 'Example, Inc.', Position: 'Head of Talent', 'Connected On': '31 Jan 2024' },
    });
    expect(report.rejected).toEqual([{ line: 6, address: '', reason: 'there is no address' }]);
    expect(report.format.addressBook).toBe(true);
  });

  it('of Google Contacts: the first address, own labels, and nothing private', async () => {
    const { people } = await importExport('google-contacts');
    expect(people['ann@example.com']).toMatchObject({ name: 'Ann Lee', tags: ['hiring'] });
    expect(people['ann@example.com']?.fields).toEqual({
      'Last Name': 'Lee',
      'Organization Name': 'Example Inc.',
      'Organization Title': 'Head of Talent',
      'Address 1 - City': 'Cork',
      'Address 1 - Country': 'IE',
    });
  });
});
