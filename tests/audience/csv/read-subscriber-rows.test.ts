import { describe, expect, it } from 'vitest';
import { type ColumnMap, parseColumnMap } from '../../../src/audience/csv/columns/column-map.ts';
import { readSubscriberRows, type SubscriberRows } from '../../../src/audience/csv/read-subscriber-rows.ts';
import type { SubscriberRow } from '../../../src/audience/csv/rows/read-subscriber-row.ts';
import type { RowDefaults } from '../../../src/audience/csv/rows/row-defaults.ts';
import { SubscriberFileError } from '../../../src/audience/csv/subscriber-file-error.ts';
import { difficultNames, noonText, rowDefaults } from '../samples.ts';

async function read(text: string | Uint8Array, change: Partial<RowDefaults> = {}): Promise<SubscriberRow[]> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return collect(readSubscriberRows(bytes, { ...rowDefaults, ...change }));
}

function readMapped(csv: string, maps: readonly ColumnMap[]): Promise<SubscriberRow[]> {
  return collect(readSubscriberRows(Buffer.from(csv), rowDefaults, { maps }));
}

async function collect(rows: SubscriberRows): Promise<SubscriberRow[]> {
  const collected: SubscriberRow[] = [];
  for await (const some of rows) collected.push(...some);
  return collected;
}

/** Line, address, name and fields of every row; the reason of those that were rejected. */
async function summary(text: string | Uint8Array): Promise<unknown[]> {
  return (await read(text)).map((row) =>
    'rejected' in row
      ? [row.line, row.rejected]
      : [row.line, row.draft.address, row.draft.name, { ...row.draft.fields }],
  );
}

async function only(text: string): Promise<SubscriberRow> {
  const [row, ...others] = await read(text);
  if (row === undefined || others.length > 0) throw new Error(`expected one row, got ${others.length}`);
  return row;
}

describe('columns', () => {
  it('knows the common ones by name and keeps all others as fields', async () => {
    const csv =
      'E-Mail Address,Full Name,First_Name,TAGS,City ,Notice period\nann@example.com,Ann Lee,Ann,"a, b;c|a",Cork,2 weeks';
    expect(await only(csv)).toEqual({
      line: 2,
      draft: {
        address: 'ann@example.com',
        canonical: 'ann@example.com',
        name: 'Ann Lee',
        firstName: 'Ann',
        status: 'active',
        tags: ['a', 'b', 'c'],
        fields: { City: 'Cork', 'Notice period': '2 weeks' },
        consent: { source: 'list.csv', at: noonText },
      },
    });
  });

  it.each([
    [
      'Mailchimp',
      '"Email Address","First Name","Last Name",Address,TAGS\nann@example.com,Ann,Lee,"1 Main St","""vip"",""cork"""',
    ],
    [
      'LinkedIn',
      'Notes:\n"When exporting, some\naddresses are missing"\n\nFirst Name,Last Name,URL,Email Address\nAnn,Lee,https://www.example.com/in/ann,ann@example.com',
    ],
    [
      'Google Contacts',
      'First Name,Last Name,Notes,E-mail 1 - Label,E-mail 1 - Value\nAnn,Lee,,Work,ann@example.com',
    ],
    ['Ghost', 'id,email,name,note,subscribed_to_emails,labels\n65a,ann@example.com,Ann Lee,,true,'],
    ['Buttondown', 'email,notes,tags\nann@example.com,,'],
  ])('reads an export of %s', async (_, csv) => {
    const row = await only(csv);
    expect('draft' in row && [row.draft.address, row.draft.name ?? 'Ann Lee', row.draft.status]).toEqual([
      'ann@example.com',
      'Ann Lee',
      'active',
    ]);
  });

  it('takes the address from the column named email where another is named address', async () => {
    expect(await summary('address,email\n1 Main St,ann@example.com')).toEqual([
      [2, 'ann@example.com', undefined, { address: '1 Main St' }],
    ]);
  });

  it.each(['Adresse e-mail', 'E-mailadres', 'Correo electrónico', 'Mailadresse', 'Subscriber Email'])(
    'know the address by what it is called in lists of five languages: %s',
    async (title) => {
      expect(await summary(`${title},city\nann@example.com,Cork`)).toEqual([
        [2, 'ann@example.com', undefined, { city: 'Cork' }],
      ]);
    },
  );

  it('take for the address what is called an email, beside one where somebody lives', async () => {
    expect(await summary('Address,Primary Email\n12 High Street,ann@example.com')).toEqual([
      [2, 'ann@example.com', undefined, { Address: '12 High Street' }],
    ]);
  });

  it('are not taken from the first person, whatever is said of them', async () => {
    const maps = [parseColumnMap('ann@example.com=address')];
    await expect(readMapped('ann@example.com,Ann\nbob@example.com,Bob', maps)).rejects.toThrow(
      'no line of the file names its columns',
    );
  });

  it('reads a bare list of addresses, and rejects what stands among them', async () => {
    expect(await summary('friends\nann@example.com\n\nbob@example.com\nnobody')).toEqual([
      [1, 'the address has no @'],
      [2, 'ann@example.com', undefined, {}],
      [4, 'bob@example.com', undefined, {}],
      [5, 'the address has no @'],
    ]);
  });

  it('looks for the header below a few lines of notes, and not further', async () => {
    const notes = (count: number): string => 'a note\n'.repeat(count);
    expect(await summary(`${notes(5)}email\nann@example.com`)).toEqual([
      [7, 'ann@example.com', undefined, {}],
    ]);
    expect(await summary(`${notes(5)}ann@example.com\nbob@example.com`)).toHaveLength(7);
    await expect(read(`${notes(6)}email\nann@example.com`)).rejects.toThrow(
      'no column of the file is named email',
    );
  });

  it.each([
    ['', 'the file is empty'],
    ['\n \n,,\n', 'the file is empty'],
    ['name,city\nAnn,Cork', 'no column of the file is named email'],
    ['ann@example.com,Ann\nbob@example.com,Bob', 'no line of the file names its columns'],
    ['email,city,city\nann@example.com,Cork,Galway', 'two columns of the file are named “city”'],
    ['email,Email,email\nann@example.com,,', 'two columns of the file are named “email”'],
    [
      'email,name\nann@example.com,"Ann\nbob@example.com,Bob',
      'the quotes in the file do not match, around line 3',
    ],
    ['email,name\nann@example.com,"Ann" Lee', 'the quotes in the file do not match, around line 2'],
  ])('refuses %j as a whole', async (csv, message) => {
    await expect(read(csv)).rejects.toMatchObject({ name: 'SubscriberFileError', message });
  });

  it('never guesses a first name', async () => {
    const row = await only('email,name\nminh@example.com,Nguyễn Thị Minh Khai');
    expect('draft' in row && 'firstName' in row.draft).toBe(false);
  });
});

describe('cells', () => {
  it.each(difficultNames)('keeps the name %s', async (name) => {
    expect(await summary(`email,name\nann@example.com,"${name.replaceAll('"', '""')}"`)).toEqual([
      [2, 'ann@example.com', name, {}],
    ]);
  });

  it.each([',', ';', '\t'])('separated by %j, counted outside quotes', async (delimiter) => {
    const csv = [
      ['email', '"a, b; c\td,,,;;;"', 'city'],
      ['ann@example.com', '"x, y; z"', ' Cork '],
      ['bob@example.com', '', ''],
    ]
      .map((cells) => cells.join(delimiter))
      .join('\r\n');
    expect(await summary(csv)).toEqual([
      [2, 'ann@example.com', undefined, { 'a, b; c d,,,;;;': 'x, y; z', city: 'Cork' }],
      [3, 'bob@example.com', undefined, {}],
    ]);
  });

  it.each([
    ['UTF-8', Buffer.from('email;name\nj@example.com;Jürgen 李')],
    ['UTF-8 with a mark', Buffer.from('\ufeffemail;name\nj@example.com;Jürgen 李')],
    ['UTF-16', Buffer.from('\ufeffemail;name\r\nj@example.com;Jürgen 李', 'utf16le')],
  ])('in %s', async (_, bytes) => {
    expect(await summary(bytes)).toEqual([[2, 'j@example.com', 'Jürgen 李', {}]]);
  });

  it('in Windows-1252, and says so', async () => {
    const rows = readSubscriberRows(
      Buffer.from('email,name\nj@example.com,J\xfcrgen', 'latin1'),
      rowDefaults,
    );
    const [row] = await collect(rows);
    expect(row !== undefined && 'draft' in row && row.draft.name).toBe('Jürgen');
    expect(rows.format.encoding).toBe('windows-1252');
  });

  it('may be missing at the end of a row, and may not be too many', async () => {
    expect(
      await summary(
        'email,name,city\nann@example.com\nbob@example.com,Bob\ncyd@example.com,Lee, Cyd,Cork\ndan@example.com,Dan,,,,',
      ),
    ).toEqual([
      [2, 'ann@example.com', undefined, {}],
      [3, 'bob@example.com', 'Bob', {}],
      [4, 'column 4 has a value and no name: is a quote missing?'],
      [5, 'dan@example.com', 'Dan', {}],
    ]);
  });

  it('lose the apostrophe that an export puts before a formula', async () => {
    expect(await summary("email,name,city\n'+ann@example.com,'=Ann,''@cork")).toEqual([
      [2, '+ann@example.com', '=Ann', { city: "'@cork" }],
    ]);
  });

  it.each([
    ['Ann\0', 'Cork', '“name” holds a control character'],
    ['Ann\u202eeel', 'Cork', '“name” holds a control character'],
    ['Ann', '\u001b[31mCork', '“city” holds a control character'],
  ])('with a control character (scoreboard 92) reject the row: %j, %j', async (name, city, reason) => {
    expect(
      await summary(`email,name,city\nann@example.com,${name},${city}\nbob@example.com,Bob,Cork`),
    ).toEqual([
      [2, reason],
      [3, 'bob@example.com', 'Bob', { city: 'Cork' }],
    ]);
  });

  it('come onto one line where a cell has line breaks: no header of a mail can end in them', async () => {
    expect(
      await summary(
        'email,name,notes\nann@example.com,"Ann\r\nBcc: eve@evil.example","a\nb\n"\nbob@example.com,Bob,c',
      ),
    ).toEqual([
      [2, 'ann@example.com', 'Ann Bcc: eve@evil.example', { notes: 'a b' }],
      [6, 'bob@example.com', 'Bob', { notes: 'c' }],
    ]);
  });

  it.each(['Vorname;Nachname;E-Mail', 'prénom;nom;courriel', 'Nombre;Apellidos;Correo'])(
    'are found under the headers of other languages: %s',
    async (header) => {
      expect(await only(`${header}\nJürgen;Müller;j@example.org`)).toMatchObject({
        draft: { address: 'j@example.org', name: 'Jürgen Müller', firstName: 'Jürgen' },
      });
    },
  );

  it('of a rejected row give its address as it stood there', async () => {
    expect(await only('email\n Ann <ann@example.com> ')).toMatchObject({
      line: 2,
      address: 'Ann <ann@example.com>',
    });
  });
});

describe('what a file says of a subscription', () => {
  it.each([
    ['status', 'unsubscribed', 'unsubscribed'],
    ['Status', 'Subscribed', 'active'],
    ['status', 'cleaned', 'suppressed'],
    ['status', '', 'active'],
    ['subscribed_to_emails', 'false', 'unsubscribed'],
    ['Status', 'Non-Subscribed', 'unsubscribed'],
    ['UNSUB_TIME', '2024-01-01 00:00:00', 'unsubscribed'],
    ['UNSUB_TIME', '', 'active'],
    ['Unsubscribed', 'TRUE', 'unsubscribed'],
    ['Unsubscribed', 'x', 'unsubscribed'],
    ['unsubscribed', 'false', 'active'],
    ['Unsubscribed', 'No', 'active'],
    ['Email Opt Out', '1', 'unsubscribed'],
    ['Email Opt Out', '0', 'active'],
    ['HasOptedOutOfEmail', 'true', 'unsubscribed'],
    ['Bounced', 'yes', 'suppressed'],
    ['CLEAN_TIME', '2024-01-01', 'suppressed'],
  ])('in %s: %s', async (header, cell, status) => {
    expect(await only(`email,${header}\nann@example.com,${cell}`)).toMatchObject({ draft: { status } });
  });

  it('takes somebody for gone whom one of several columns says has left', async () => {
    const csv = 'email,unsubscribed,opt out,bounced\nann@example.com,no,yes,no\nbob@example.com,no,no,no';
    expect(await read(csv)).toMatchObject([
      { draft: { status: 'unsubscribed', fields: {} } },
      { draft: { status: 'active' } },
    ]);
  });

  it.each([
    ['Unsubscribed At,unsubscribed_at', ',2025-01-02', 'unsubscribed'],
    ['opt-out,Opt Out', ',yes', 'unsubscribed'],
    ['status,Status', 'active,unsubscribed', 'unsubscribed'],
    ['Status,status', ',pending', 'pending'],
    ['status,subscribed to emails', 'active,false', 'unsubscribed'],
    ['subscriber_type,type', 'regular,candidate', 'active'],
    ['status,Status', 'active,', 'active'],
  ])('looks into every column whose header means it: %s', async (header, cells, status) => {
    expect(await only(`email,${header}\nann@example.com,${cells}`)).toMatchObject({ draft: { status } });
  });

  it.each([
    [
      `email,notes\nann@example.com,${'x'.repeat(10_001)}`,
      '“notes” is longer than 10000 characters: is a quote missing?',
    ],
    [`email,name\nann@example.com,${'x'.repeat(201)}`, 'the name is longer than 200 characters'],
    [`email,first name\nann@example.com,${'x'.repeat(201)}`, 'the name is longer than 200 characters'],
  ])('leaves out a row that would make every mail too long (%#)', async (csv, rejected) => {
    expect(await only(csv)).toMatchObject({ rejected });
    expect(await only(csv.replace('xx', 'x'))).toMatchObject({ draft: {} });
  });

  it.each([
    ['Aktiv', 'active'],
    ['abonnée', 'active'],
    ['unbestätigt', 'pending'],
    ['Abgemeldet', 'unsubscribed'],
    ['de\u0301sabonne\u0301', 'unsubscribed'],
    ['dado_de_baja', 'unsubscribed'],
    ['uitgeschreven', 'unsubscribed'],
    ['gesperrt', 'suppressed'],
  ] as const)('knows the status %s', async (written, status) => {
    expect(await only(`email,status\nann@example.com,${written}`)).toMatchObject({ draft: { status } });
  });

  it.each(['inactive', 'inaktiv', 'constructor'])(
    'does not guess what the status %s means',
    async (written) => {
      expect(await only(`email,status\nann@example.com,${written}`)).toMatchObject({
        rejected: `the status “${written}” is not active, pending, unsubscribed or suppressed`,
      });
    },
  );

  it('says which of several columns it cannot read', async () => {
    expect(await only('email,status,Status\nann@example.com,active,maybe')).toMatchObject({
      rejected: 'the status “maybe” is not active, pending, unsubscribed or suppressed',
    });
  });

  it.each([
    [
      'Email Address,MEMBER_RATING,OPTIN_TIME,UNSUB_TIME,Do not mail',
      ',2023-05-05 10:00:00,',
      'unsubscribedAt',
    ],
    ['Email Address,MEMBER_RATING,OPTIN_TIME,UNSUB_TIME,Do not mail', ',,yes', 'unsubscribedAt'],
    ['email,x,status,Do not mail', ',unsubscribed,active', 'status'],
    ['email,x,status,Do not mail', ',active,unsubscribed', 'status'],
  ] as const)(
    'says it of a mapped column beside those that say so anyway: %s %s',
    async (header, cells, role) => {
      const csv = `${header}\nann@example.com,${header.startsWith('Email') ? ',' : ''}${cells}`;
      const found = await readMapped(csv, [{ column: 'Do not mail', to: { role } }]);
      expect(found).toMatchObject([{ draft: { status: 'unsubscribed' } }]);
    },
  );

  it('says it of a column that is mapped', async () => {
    const csv = 'email,Weg seit\nann@example.com,2024-01-01\nbob@example.com,';
    const maps = [{ column: 'Weg seit', to: { role: 'unsubscribedAt' } }] as const;
    const found = await readMapped(csv, maps);
    expect(found).toMatchObject([{ draft: { status: 'unsubscribed' } }, { draft: { status: 'active' } }]);
    expect(parseColumnMap('Weg seit=unsubscribedAt')).toEqual(maps[0]);
  });

  it.each(['interviewing', 'erased', 'constructor'])(
    'rejects the status %s rather than to mail that person',
    async (word) => {
      expect(await summary(`email,status\nann@example.com,${word}`)).toEqual([
        [2, `the status “${word}” is not active, pending, unsubscribed or suppressed`],
      ]);
    },
  );

  it('takes source and time of the consent from the row where it has them', async () => {
    const csv = 'email,source,consented at\nann@example.com,meetup,2025-03-01\nbob@example.com,,';
    expect(await read(csv)).toMatchObject([
      { draft: { consent: { source: 'meetup', at: '2025-03-01T00:00:00.000Z' } } },
      { draft: { consent: { source: 'list.csv', at: noonText } } },
    ]);
  });

  it.each(['yesterday', '31/31/2026', '2026-02-30', '2026-13-01'])(
    'rejects the consent date %s',
    async (date) => {
      expect(await summary(`email,consented at\nann@example.com,${date}`)).toEqual([
        [2, `“${date}” is not a date such as 2026-01-31`],
      ]);
    },
  );

  it('adds the tags of the import to each row’s own', async () => {
    const [row] = await read('email,tags\nann@example.com,hiring', { tags: ['cork', 'hiring'] });
    expect(row).toMatchObject({ draft: { tags: ['hiring', 'cork'] } });
  });
});

describe('a file that cannot be read', () => {
  const rows = 'ann@example.com,Ann\n'.repeat(10_000);

  it.each([
    ['whose quotes do not match', `email,name\n${rows}`, `bob@example.com,"Bob"by\n${rows}`],
    ['without addresses', `name,city\n${rows.replaceAll('@', ' at ')}`, rows],
    [
      'that changes its encoding',
      `email,name\né@example.com,É\n${rows}`,
      Buffer.from(`É\n${rows}`, 'latin1'),
    ],
  ])('%s is let go of', async (_what, start, end) => {
    let isOpen = true;
    async function* file(): AsyncGenerator<Uint8Array> {
      try {
        yield Buffer.from(start);
        yield Buffer.from(end);
        yield Buffer.from(rows);
      } finally {
        isOpen = false;
      }
    }
    await expect(collect(readSubscriberRows(file(), rowDefaults))).rejects.toThrow(SubscriberFileError);
    expect(isOpen).toBe(false);
  });
});
