import { describe, expect, it } from 'vitest';
import { parseColumnMap } from '../../../../src/audience/csv/columns/column-map.ts';
import type { FileFormat } from '../../../../src/audience/csv/columns/file-format.ts';
import { readSubscriberRows } from '../../../../src/audience/csv/read-subscriber-rows.ts';
import { rowDefaults } from '../../samples.ts';

interface Read {
  readonly format: FileFormat;
  /** Each row’s status, day of consent and fields, or why it is rejected. */
  readonly rows: readonly unknown[];
}

async function read(lines: readonly string[], maps: readonly string[] = []): Promise<Read> {
  const rows = readSubscriberRows(Buffer.from(lines.join('\n')), rowDefaults, {
    maps: maps.map(parseColumnMap),
  });
  const all: unknown[] = [];
  for await (const some of rows)
    for (const row of some)
      all.push(
        'rejected' in row
          ? row.rejected
          : [row.draft.status, row.draft.consent.at.slice(0, 10), { ...row.draft.fields }],
      );
  return { format: rows.format, rows: all };
}

const today = rowDefaults.at.slice(0, 10);

describe('the order of days', () => {
  it('is that of the rows that can be read in one way only', async () => {
    const { rows } = await read([
      'email,Opt-in time',
      'ann@example.com,3/1/2021 10:05',
      'bob@example.com,3/31/2021 10:05',
    ]);
    expect(rows).toEqual([
      ['active', '2021-03-01', {}],
      ['active', '2021-03-31', {}],
    ]);
  });

  it('is none where the rows contradict each other', async () => {
    const { rows } = await read([
      'email,Opt-in time',
      'ann@example.com,3/1/2021',
      'bob@example.com,3/31/2021',
      'cyd@example.com,31/3/2021',
      'dan@example.com,99/99/2021',
    ]);
    expect(rows).toEqual([
      '“3/1/2021” can be two days: write it as 2026-01-31',
      ['active', '2021-03-31', {}],
      ['active', '2021-03-31', {}],
      '“99/99/2021” is not a date such as 2026-01-31',
    ]);
  });

  it('is each column’s own', async () => {
    const { rows } = await read([
      'email,consented at,bounced at',
      'ann@example.com,13/1/2021,',
      'bob@example.com,3/1/2021,',
      'cyd@example.com,,1/13/2022',
      'dan@example.com,2/1/2021,3/1/2022',
    ]);
    expect(rows).toEqual([
      ['active', '2021-01-13', {}],
      ['active', '2021-01-03', {}],
      ['suppressed', '2022-01-13', {}],
      ['suppressed', '2021-01-02', {}],
    ]);
  });

  it('is taken from another column of days, too', async () => {
    const { rows } = await read([
      'email,consent date,unsubscribed at',
      'ann@example.com,3/1/2021,',
      'bob@example.com,3/1/2021,31/12/2021',
    ]);
    expect(rows).toEqual([
      ['active', '2021-01-03', {}],
      ['unsubscribed', '2021-01-03', {}],
    ]);
  });

  it('is asked for where no row shows it', async () => {
    const { rows } = await read([
      'email,consented at',
      'ann@example.com,3/1/2021',
      'bob@example.com,1.3.2021',
    ]);
    expect(rows).toEqual([
      '“3/1/2021” can be two days: write it as 2026-01-31',
      ['active', '2021-03-01', {}],
    ]);
  });
});

describe('a column “state”', () => {
  it('is read also where one word is not known', async () => {
    const { rows } = await read([
      'email,state',
      'ann@example.com,active',
      'bob@example.com,bounced',
      'cyd@example.com,cold',
    ]);
    expect(rows).toEqual([
      ['active', today, {}],
      ['suppressed', today, {}],
      'the status “cold” is not active, pending, unsubscribed or suppressed',
    ]);
  });

  it('says how people stand where its cells do', async () => {
    const { rows, format } = await read([
      'email,state',
      'ann@example.com,active',
      'bob@example.com,cancelled',
      'cyd@example.com,bounced',
      'dan@example.com,',
    ]);
    expect(rows).toEqual([
      ['active', today, {}],
      ['unsubscribed', today, {}],
      ['suppressed', today, {}],
      ['active', today, {}],
    ]);
    expect(format.columns).toEqual([
      { column: 'email', as: ['address'] },
      { column: 'state', as: ['status'] },
    ]);
  });

  it.each([
    ['is a place', ['ann@example.com,CA', 'bob@example.com,NY'], []],
    [
      'is a field where somebody says so',
      ['ann@example.com,active', 'bob@example.com,cancelled'],
      ['state=state'],
    ],
  ])('%s', async (_, people, maps) => {
    const { rows, format } = await read(['email,state', ...people], maps);
    expect(rows).toEqual(people.map((row) => ['active', today, { state: row.split(',')[1] }]));
    expect(format.doubtful).toBeUndefined();
  });
});

describe('a field that may say who wants mail', () => {
  it.each([
    ['Newsletter', ['weekly', '']],
    ['Einwilligung per', ['Formular', 'Messe']],
    ['GDPR', ['ok', 'ok']],
    ['Marketing contact status', ['Marketing contact', 'Non-marketing contact']],
    ['Stand', ['active', 'unsubscribed']],
    ['Post', ['gesperrt', 'aktiv']],
    ['Contact Status', ['active', 'lead']],
    ['OK to contact?', ['No', 'Yes']],
    ['Email me about new roles', ['"No, thanks"', '"Yes, please"']],
    ['Mails erlaubt', ['nein', 'unklar']],
    ['Typ', ['Kunde', 'gesperrt']],
    ['Notes', ['will keine E-Mails mehr', '']],
    ['tags', ['unsubscribed', '']],
    ['is_active', ['0', '1']],
    ['Stand', ['active', 'unsubscribed']],
    ['Aktiv', ['ja', 'nein']],
    ['deleted_at', ['2024-01-01', '']],
    ['Bemerkung', ['hat sich abgemeldet', 'mag Katzen']],
    ['Mailing', ['ja', 'nein']],
  ])('is told: %s', async (title, [one, other]) => {
    const { format } = await read([`email,${title}`, `ann@example.com,${one}`, `bob@example.com,${other}`]);
    expect(format.doubtful).toEqual([title]);
  });

  it.each([
    ['Job', ['lead', 'clerk']],
    ['Manager', ['yes', 'no']],
    ['Stage', ['active', 'pending']],
    ['Newsletter', ['', '']],
    ['Mailing City', ['Cork', 'Galway']],
    ['Optional note', ['a', 'b']],
    ['Active since', ['spring', 'autumn']],
    ['Contact person', ['Bo', 'Li']],
    ['fields.Unsubscribed', ['yes', 'no']],
  ])('is not seen where there is none: %s', async (title, [one, other]) => {
    const { format } = await read([`email,${title}`, `ann@example.com,${one}`, `bob@example.com,${other}`]);
    expect(format.doubtful).toBeUndefined();
  });

  it('is none where somebody has said what it holds', async () => {
    const lines = ['email,Newsletter', 'ann@example.com,weekly'];
    expect((await read(lines, ['Newsletter=letter'])).format.doubtful).toBeUndefined();
  });

  it('is told of a column that somebody added to an export', async () => {
    const lines = ['Email Address,LEID,Newsletter wanted,UNSUB_REASON', 'ann@example.com,1,no,none'];
    const { format } = await read(lines);
    expect([format.export, format.doubtful]).toEqual(['Mailchimp', ['Newsletter wanted']]);
  });

  it('is none of the columns that a known tool writes', async () => {
    const lines = [
      'email,active_subscription,email_disabled,created_at',
      'ann@example.com,false,false,2021-03-01',
    ];
    const { format } = await read(lines);
    expect([format.export, format.doubtful, format.perhapsConsent]).toEqual([
      'Substack',
      undefined,
      undefined,
    ]);
  });
});

it('names a field of nothing but days where no column says when people agreed', async () => {
  const lines = ['email,Zeitstempel,City', 'ann@example.com,01.03.2021 10:05:33,Cork', 'bob@example.com,,'];
  expect((await read(lines)).format.perhapsConsent).toBe('Zeitstempel');
  const american = [
    'email,Timestamp',
    'ann@example.com,3/31/2021 10:05:33',
    'bob@example.com,3/1/2021 10:05:33',
  ];
  expect((await read(american)).format.perhapsConsent).toBe('Timestamp');
  expect((await read(american, ['Timestamp=consent'])).rows).toEqual([
    ['active', '2021-03-31', {}],
    ['active', '2021-03-01', {}],
  ]);
  expect((await read(['email,City', 'ann@example.com,Cork'])).format.perhapsConsent).toBeUndefined();
  expect((await read(lines, ['Zeitstempel=consent'])).format.perhapsConsent).toBeUndefined();
  for (const title of ['Birthday', 'Removed at', 'Withdrawn at', 'Contract end'])
    expect(
      (await read([`email,${title}`, 'ann@example.com,2021-03-01'])).format.perhapsConsent,
    ).toBeUndefined();
});

describe('a column that may be a place or a status', () => {
  it.each([
    ['Estado', 'baja', 'unsubscribed'],
    ['Estado', 'Jalisco', 'active'],
    ['État', 'désabonné', 'unsubscribed'],
    ['Statut', 'désinscrite', 'unsubscribed'],
    ['Statut', 'Freelance', 'active'],
    ['Baja', 'sí', 'unsubscribed'],
    ['Baja', '', 'active'],
  ])('%s “%s” is what its words are', async (title, cell, status) => {
    const { rows } = await read([`email,name,${title}`, `ann@example.com,Ann,${cell}`]);
    expect(rows).toEqual([[status, today, expect.anything()]]);
  });

  it('is no reason to look where it only says where somebody came from', async () => {
    const told = async (title: string) =>
      (await read([`email,${title}`, 'ann@example.com,a page'])).format.doubtful;
    expect(await told('Subscription source')).toBeUndefined();
    expect(await told('Unsubscribe source')).toEqual(['Unsubscribe source']);
  });
});
