import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkspace, type Run, type TestWorkspace } from '../../journeys/workspace.ts';
import { callPenny } from '../call-penny.ts';

let workspace: TestWorkspace;
beforeEach(() => {
  workspace = createWorkspace();
});
afterEach(() => {
  workspace[Symbol.dispose]();
});

function penny(words: string | readonly string[], input = ''): Promise<Run> {
  const split = typeof words === 'string' ? words.split(' ') : words;
  return callPenny(split, { folder: workspace.folder, input });
}

async function pennyJson(words: string | readonly string[], input = ''): Promise<Record<string, unknown>> {
  const split = typeof words === 'string' ? words.split(' ') : words;
  return Object(JSON.parse((await penny([...split, '--json'], input)).output));
}

const pathOf = (name: string): string => join(workspace.folder, name);
const list = [
  'email,name,tags,city,status',
  'ann@example.com,Ann Lee,"hiring, cork",SF,',
  'bob@example.com,Bob,"hiring, candidate",Cork,',
  'una@example.com,Una,hiring,SF,unsubscribed',
  '',
].join('\n');

async function addressesOf(words: readonly string[]): Promise<unknown[]> {
  const { subscribers, count } = await pennyJson(words);
  if (!Array.isArray(subscribers)) throw new Error('no subscribers');
  expect(count).toBe(subscribers.length);
  return subscribers.map(({ address }) => address);
}

describe('import', () => {
  it('tells what it takes the file for, column by column, and the same in a dry run', async () => {
    const export1 = 'Email;Subscribed_to_emails;Labels;Created_at\nann@example.com;true;vip;2024-01-31\n';
    const dry = await pennyJson('subscribers import - --dry-run', export1);
    expect(dry).toMatchObject({
      dryRun: true,
      export: 'Ghost',
      encoding: 'utf-8',
      delimiter: ';',
      columns: [
        { column: 'Email', as: ['address'] },
        { column: 'Subscribed_to_emails', as: ['status'] },
        { column: 'Labels', as: ['tags'] },
        { column: 'Created_at', as: ['consent'] },
      ],
      added: 1,
    });
    expect(await pennyJson('subscribers import -', export1)).toEqual({ ...dry, dryRun: false });
  });

  it('reads columns as --map says, and names the nearest where one is not there', async () => {
    const csv = 'Mailadresse,Rufname,Stadt,Gruppe,Eingewilligt\nann@example.com,Ann,Köln,hiring,2024-01-31\n';
    const maps = [
      'Mailadresse=address',
      'rufname=firstName',
      'Stadt=city',
      'Gruppe=tags',
      'Eingewilligt=consent',
    ];
    const flags = maps.flatMap((map) => ['--map', map]);
    expect((await penny(['subscribers', 'import', '-', ...flags], csv)).code).toBe(0);
    expect(await pennyJson('subscribers list')).toMatchObject({
      subscribers: [
        {
          address: 'ann@example.com',
          firstName: 'Ann',
          tags: ['hiring'],
          fields: { city: 'Köln' },
          consent: { source: 'standard input', at: '2024-01-31T00:00:00.000Z' },
        },
      ],
    });
    const missing = await penny(['subscribers', 'import', '-', '--map', 'Mailadrese=address'], csv);
    expect(missing.code).toBe(2);
    expect(missing.error).toContain('the file has no column “Mailadrese”\n  hint: is it “Mailadresse”?');
    const unknown = await penny(['subscribers', 'import', '-', '--map', 'Staat=city'], `e${csv.slice(5)}`);
    expect(unknown.error).toContain('is it “Stadt”?');
    expect((await penny(['subscribers', 'import', '-', '--map', 'city'], csv)).error).toContain(
      'COLUMN=FIELD',
    );
  });

  it('reads a file as --encoding says', async () => {
    writeFileSync(pathOf('mac.csv'), Buffer.from('email,name\nann@example.com,J\x9frgen\n', 'latin1'));
    await penny('subscribers import mac.csv --encoding macintosh');
    expect(await pennyJson('subscribers list')).toMatchObject({ subscribers: [{ name: 'Jürgen' }] });
    expect((await penny('subscribers import mac.csv --encoding utf-8')).error).toContain('starts as utf-8');
    expect((await penny('subscribers import mac.csv --encoding klingon')).error).toContain('utf-16le');
  });

  it('writes rejected rows as they were, for nobody else to read and over no other file', async () => {
    const csv =
      'email,name,city\nann@example.com,Ann,Cork\nnobody,=1+1,"a ""b"", c"\nbob@example.com,Bob,x,y\n';
    const words = 'subscribers import - --rejects wrong.csv';
    expect((await penny(words, csv)).code).toBe(1);
    expect(readFileSync(pathOf('wrong.csv'), 'utf8')).toBe(
      [
        '\ufeffline,reason,email,name,city',
        `3,the address has no @,nobody,'=1+1,"a ""b"", c"`,
        '4,column 4 has a value and no name: is a quote missing?,bob@example.com,Bob,x,y',
        '',
      ].join('\n'),
    );
    expect(statSync(pathOf('wrong.csv')).mode & 0o777).toBe(0o600);
    const again = await penny(words, csv);
    expect([again.code, again.error]).toEqual([2, expect.stringContaining('wrong.csv is there already')]);

    const mended = readFileSync(pathOf('wrong.csv'), 'utf8')
      .replace('nobody', 'no@example.com')
      .split('\n4,')[0];
    expect(await pennyJson('subscribers import -', mended)).toMatchObject({ added: 1, rejected: [] });
    expect(await pennyJson('subscribers show no@example.com')).toMatchObject({
      name: '=1+1',
      fields: { city: 'a "b", c' },
    });
  });

  it('writes rejected rows of our own export so that they are themselves again when they are mended', async () => {
    const people = "email,phone\nann@example.com,'+49 170 1\nnobody,'+49 170 2\n";
    await penny('subscribers import - --rejects wrong.csv', people);
    const mended = readFileSync(pathOf('wrong.csv'), 'utf8').replace('nobody', 'bo@example.com');
    await penny('subscribers import -', mended);
    const { subscribers } = await pennyJson('subscribers list');
    expect(subscribers).toMatchObject([
      { fields: { phone: '+49 170 1' } },
      { fields: { phone: '+49 170 2' } },
    ]);
  });

  it.each([
    ['add ann@example.com --source s --tag', 'a\u0007b', '--tag'],
    ['import - --tag', 'a\u0007b', '--tag'],
    ['import - --source', 'a\u0007b', '--source'],
  ])('%s takes no text that an import would refuse', async (words, text, option) => {
    const { code, error } = await penny(
      ['subscribers', ...words.split(' '), text],
      'email\nann@example.com\n',
    );
    expect([code, error]).toEqual([2, expect.stringContaining(`${option} holds a control character`)]);
  });

  it('imports again what it exported, whatever somebody is called', async () => {
    await penny(['subscribers', 'add', 'ann@example.com', '--name', 'Lee, Ann @ Acme', '--source', 'fair']);
    await penny(['subscribers', 'add', 'bo@example.com', '--name', 'Bo, bo@example.com', '--source', 'fair']);
    const { output } = await penny('subscribers export');
    expect(await pennyJson('subscribers import -', output)).toMatchObject({ unchanged: 2, rejected: [] });
    const shifted = 'email,name\ncy@example.com,"Cy, dee@example.com"\n';
    expect(await pennyJson('subscribers import -', shifted)).toMatchObject({
      added: 0,
      rejected: [{ line: 2 }],
    });
  });

  it('learns the day of consent of whoever came by a list that was mailed', async () => {
    writeFileSync(pathOf('list.csv'), 'email\nann@example.com\n');
    await penny('send 1 --to list.csv --yes');
    const told = 'email,consented at\nann@example.com,2024-03-01\n';
    expect(await pennyJson('subscribers import -', told)).toMatchObject({ updated: 1 });
    expect(await pennyJson('subscribers show ann@example.com')).toMatchObject({
      consent: { at: '2024-03-01T00:00:00.000Z' },
    });
  });

  it('leaves no file of rejected rows where there are none, or where nothing was imported', async () => {
    expect((await penny('subscribers import nobody.csv --rejects wrong.csv')).code).toBe(2);
    expect(existsSync(pathOf('wrong.csv'))).toBe(false);
    await penny('subscribers import - --rejects wrong.csv', 'email\nann@example.com\n');
    expect(existsSync(pathOf('wrong.csv'))).toBe(false);
    const broken = await penny('subscribers import - --rejects wrong.csv', 'email\nnobody\n"ann');
    expect([broken.code, existsSync(pathOf('wrong.csv'))]).toEqual([2, false]);
  });
});

describe('segments', () => {
  beforeEach(async () => {
    await penny('subscribers import -', list);
  });

  it('lists and counts who is in one', async () => {
    const words = ['subscribers', 'list', '--segment'];
    expect(await addressesOf([...words, 'tag:hiring and not tag:candidate'])).toEqual([
      'ann@example.com',
      'una@example.com',
    ]);
    expect(await addressesOf([...words, 'field:city = "sf"', '--status', 'active'])).toEqual([
      'ann@example.com',
    ]);
    const { output } = await penny([...words, 'tag:hiring']);
    expect(output.trimEnd().split('\n').at(-1)).toBe('3 people');
  });

  it('shows where one cannot be understood, with a marker under it', async () => {
    const { code, error } = await penny(['subscribers', 'list', '--segment', 'tag:hiring and city = "sf"']);
    expect(code).toBe(2);
    expect(error).toContain('tag:hiring and city = "sf"');
    expect(error).toMatch(/\n\s*\|\s{16}\^{4}/);
    expect(error).toContain('a condition starts with tag:, field:');
    expect(await pennyJson(['subscribers', 'list', '--segment', 'joined > soon'])).toMatchObject({
      error: { findings: [{ line: 1, column: 10, endColumn: 14, message: '“soon” is not a day' }] },
    });
  });

  it('narrow the audience of a mailing, and the people of a file', async () => {
    const dryRun = ['send', '1', '--dry-run', '--segment', 'field:city = "sf"'];
    expect(await pennyJson(dryRun)).toMatchObject({ recipients: 1, excluded: [] });
    writeFileSync(pathOf('to.csv'), 'email,city\nann@example.com,\nbob@example.com,\nnew@example.com,SF\n');
    const { recipients, excluded } = await pennyJson([...dryRun, '--to', 'to.csv']);
    expect([recipients, excluded]).toEqual([
      2,
      [{ address: 'bob@example.com', reason: 'is not in the segment' }],
    ]);
    writeFileSync(pathOf('newsletter.yaml'), `${readFileSync(pathOf('newsletter.yaml'))}topics: [hiring]\n`);
    expect((await penny('send 1 --dry-run')).output).toMatch(/^topics +everybody gets it/m);
    expect((await penny(dryRun)).output).not.toContain('topics');
    const sent = await pennyJson(['send', '1', '--yes', '--segment', 'tag:hiring and not tag:candidate']);
    expect(sent).toMatchObject({ audience: 1, accepted: 1 });
    expect((await penny(['send', '1', '--segment', 'tag:'])).error).toContain('a tag is missing');
    expect((await penny(['send', '1', '--test', 'me@penny.example', '--segment', 'tag:a'])).code).toBe(2);
  });
});

describe('one person', () => {
  it('who is not mailed cannot be added, and the hint names the way that there is for them', async () => {
    const rows = 'email,status\nuna@example.com,unsubscribed\nsam@example.com,suppressed\n';
    await penny('subscribers import -', rows);
    expect((await penny('subscribers add una@example.com --source meetup')).error).toContain(
      'they themselves can join again: by the form',
    );
    const barred = await penny('subscribers add sam@example.com --source meetup');
    expect(barred).toMatchObject({
      code: 2,
      error: expect.stringContaining('penny subscribers erase sam@example.com'),
    });
  });

  it('is added with where the consent comes from, and not without', async () => {
    expect((await penny('subscribers add li@example.org')).code).toBe(2);
    const added = [
      'subscribers',
      'add',
      'Li@example.org',
      '--name',
      'Li',
      '--tag',
      'a,b',
      '--source',
      'meetup',
    ];
    expect(await pennyJson(added)).toEqual({ address: 'Li@example.org', result: 'added' });
    expect(await pennyJson(added)).toEqual({ address: 'Li@example.org', result: 'unchanged' });
    expect(await pennyJson('subscribers show li@EXAMPLE.org')).toMatchObject({
      address: 'Li@example.org',
      name: 'Li',
      status: 'active',
      tags: ['a', 'b'],
      consent: { source: 'meetup', proof: 'written down by hand' },
      history: [{ kind: 'consent', text: 'meetup; proof: written down by hand' }],
    });
    expect(
      (await penny(['subscribers', 'add', 'a@example.org', '--name', 'a\nb', '--source', 'x'])).code,
    ).toBe(2);
    expect((await penny(['subscribers', 'add', 'A <a@example.org>', '--source', 'x'])).error).toContain(
      'alone',
    );
  });

  it('is tagged, with others or not at all', async () => {
    await penny('subscribers import -', list);
    const words = 'subscribers tag ann@example.com bob@example.com --add client --remove candidate cork';
    expect(await pennyJson(words)).toEqual({
      tagged: [
        { address: 'ann@example.com', tags: ['client', 'hiring'], changed: true },
        { address: 'bob@example.com', tags: ['client', 'hiring'], changed: true },
      ],
      count: 2,
    });
    const wrong = await penny('subscribers tag ann@example.com eve@example.com --add never');
    expect([wrong.code, wrong.error]).toEqual([
      2,
      expect.stringContaining('eve@example.com is not on the list'),
    ]);
    expect(await pennyJson(['subscribers', 'list', '--segment', 'tag:never'])).toMatchObject({ count: 0 });
    expect((await penny('subscribers tag ann@example.com')).error).toContain('--add');
  });

  it('leaves only when somebody says so, and no file brings them back', async () => {
    await penny('subscribers import -', list);
    const asked = await penny('subscribers remove ann@example.com');
    expect([asked.code, asked.error]).toEqual([2, expect.stringContaining('--yes')]);
    expect(await pennyJson('subscribers remove ann@example.com una@example.com --yes')).toEqual({
      removed: [
        { address: 'ann@example.com', result: 'unsubscribed' },
        { address: 'una@example.com', result: 'left before' },
      ],
      count: 2,
    });
    expect(await pennyJson('subscribers import -', list)).toMatchObject({
      unchanged: 1,
      skipped: [{ line: 2, reason: 'has unsubscribed' }, { line: 4 }],
    });
    expect((await penny(['subscribers', 'add', 'ann@example.com', '--source', 'x'])).error).toContain(
      'has unsubscribed',
    );
  });

  it('keeps away by remove who is not on the list, and asks whether somebody else was meant', async () => {
    await penny('subscribers import -', list);
    const words = 'subscribers remove ann@example.con eve@far.example bob@example.com --yes';
    const { code, output } = await penny(words);
    expect(code).toBe(0);
    expect(output.split('\n').slice(0, 3)).toEqual([
      'ann@example.con was not on the list, and no import brings it in',
      '  hint: did you mean ann@example.com? They are still mailed',
      'eve@far.example was not on the list, and no import brings it in',
    ]);
    expect(await pennyJson('subscribers import -', 'email\neve@far.example\n')).toMatchObject({
      added: 0,
      skipped: [{ line: 2, address: 'eve@far.example' }],
    });
  });

  it('is shown with all that happened, in the order of time', async () => {
    await penny('subscribers import -', 'email,consented at\nann@example.com,2024-01-31\n');
    await penny('subscribers import -', 'email,city\nann@example.com,Cork\n');
    await penny('subscribers tag ann@example.com --add client');
    await penny('send 1 --yes');
    await penny('subscribers remove ann@example.com --yes');
    const { history } = await pennyJson('subscribers show ann@example.com');
    if (!Array.isArray(history)) throw new Error('no history');
    expect(history.map(({ kind, text }) => [kind, text])).toEqual([
      ['consent', expect.stringMatching(/^standard input; written down 20/)],
      ['updated', 'city (standard input)'],
      ['tagged', 'client'],
      ['mailing', expect.stringMatching(/^issue 1 \(.*\) by outbox, accepted/)],
      ['unsubscribed', 'by hand'],
    ]);
    const { output } = await penny('subscribers show ann@example.com');
    expect(output).toMatch(/^address {2,}ann@example\.com\nstatus {2,}unsubscribed\n/);
    expect(output).toMatch(/2024-01-31 00:00 UTC {2}consent/);
    expect((await penny('subscribers show eve@example.com')).code).toBe(2);
  });

  it('gets all that is kept of them, and nothing of others', async () => {
    await penny('subscribers import -', list);
    const { output } = await penny('subscribers export --for ann@example.com');
    expect(JSON.parse(output)).toMatchObject({
      address: 'ann@example.com',
      fields: { city: 'SF' },
      consents: [{ source: 'standard input' }],
      mailings: [],
      history: [{ kind: 'consent' }],
    });
    expect(output).not.toContain('bob@example.com');
    expect((await penny('subscribers export --for eve@example.com')).code).toBe(2);
  });

  it('can read every moment of what is kept of them', async () => {
    await penny('subscribers import -', list);
    await penny('subscribers tag ann@example.com --add client');
    await penny('send 1 --yes');
    await penny('subscribers remove ann@example.com --yes');
    const { output } = await penny('subscribers export --for ann@example.com');
    const moment = expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(JSON.parse(output)).toMatchObject({
      consents: [{ at: moment, recordedAt: moment }],
      events: [
        { at: moment, kind: 'tagged' },
        { at: moment, kind: 'unsubscribed' },
      ],
      suppression: { reason: 'unsubscribed', at: moment },
      mailings: [{ issue: 1, startedAt: moment }],
    });
    // A number that long can only be a moment that nobody can read.
    expect(output).not.toMatch(/: \d{12,}/);
  });
});

describe('erase', () => {
  it('says how many were erased where somebody asks for a list of them', async () => {
    const words = 'subscribers list --status erased';
    await penny('subscribers import -', list);
    expect((await penny(words)).output).toBe('nobody was erased\n');
    await penny('subscribers erase ann@example.com bob@example.com --yes');
    expect(await pennyJson(words)).toEqual({ subscribers: [], count: 0, erased: 2 });
    expect((await penny(words)).output).toMatch(/^2 addresses were erased; keyed hashes are left,/);
    await penny('subscribers erase eve@example.com --yes');
    expect(await pennyJson(words)).toMatchObject({ erased: 3 });
  });

  /** What stands in any file of the database. */
  function filesHold(text: string): boolean {
    return ['', '-wal', '-shm']
      .map((suffix) => pathOf(`.penny/penny.db${suffix}`))
      .some((path) => existsSync(path) && readFileSync(path).includes(text));
  }

  it('looks for traces in files of any length', async () => {
    await penny(['subscribers', 'add', 'ann@example.com', '--source', 'fair']);
    // Across the border of two pieces that are read.
    writeFileSync(pathOf('long.txt'), `${'x'.repeat(4 * 1024 * 1024 - 5)}ANN@example.com`);
    writeFileSync(pathOf('huge.bin'), '');
    truncateSync(pathOf('huge.bin'), 700 * 1024 * 1024);
    expect(await pennyJson('subscribers erase ann@example.com --yes')).toMatchObject({
      erased: [{ result: 'erased' }],
      traces: ['long.txt'],
    });
  });

  it('tells of somebody who was kept away at their wish what the export says of them', async () => {
    await penny('subscribers remove zoe@example.com --yes');
    expect(await pennyJson('subscribers show zoe@example.com')).toMatchObject({ status: 'unsubscribed' });
    expect((await penny('subscribers export')).output).toContain('zoe@example.com,,,,unsubscribed,,');
  });

  it('asks whether a similar address was meant', async () => {
    await penny(['subscribers', 'add', 'ann@example.com', '--source', 'fair']);
    const said = 'did you mean ann@example.com?';
    expect((await penny('subscribers erase ann@exmple.com --yes')).output).toContain(said);
    expect((await penny('subscribers show an@example.com')).error).toContain(said);
  });

  it('asks, and forgets a person in every file of the database; mailings still add up', async () => {
    const people = Array.from(
      { length: 300 },
      (_, at) => `reader${at}@example.com,Reader ${at},t${at},Town ${at}`,
    );
    const quimby = 'Jane.Quimby@example.net,Jane Quimby,secret-tag,Quimbyville';
    await penny('subscribers import -', ['email,name,tags,city', ...people, quimby, ''].join('\n'));
    await penny('subscribers import -', 'email,city\njane.quimby@example.net,Quimbytown\n');
    await penny('send 1 --yes');
    expect(filesHold('Quimby')).toBe(true);

    expect((await penny('subscribers erase jane.quimby@example.net')).error).toContain('--yes');
    const before = await pennyJson('status 1');
    expect(await pennyJson('subscribers erase jane.quimby@EXAMPLE.net --yes')).toEqual({
      erased: [{ address: 'jane.quimby@EXAMPLE.net', result: 'erased' }],
      count: 1,
      filesRewritten: true,
      traces: [expect.stringMatching(/^outbox\/.*\.eml$/)],
      unread: [],
    });
    for (const trace of ['Quimby', 'quimby', 'secret-tag'])
      expect([trace, filesHold(trace)]).toEqual([trace, false]);
    expect(await pennyJson('status 1')).toEqual(before);

    expect(await pennyJson('subscribers show jane.quimby@example.net')).toMatchObject({ status: 'erased' });
    expect(await pennyJson('subscribers import -', `email,name,tags,city\n${quimby}\n`)).toMatchObject({
      added: 0,
      skipped: [{ line: 2, reason: expect.stringContaining('erased before') }],
    });
    expect(filesHold('Quimby')).toBe(false);
    expect((await penny(['subscribers', 'add', 'jane.quimby@example.net', '--source', 'x'])).code).toBe(2);
    expect(await pennyJson('subscribers erase jane.quimby@example.net new@example.net --yes')).toMatchObject({
      erased: [{ result: 'erased before' }, { result: 'not on the list' }],
    });
  });
});

it('says what is wrong with the header of a file that it has not read to its end', async () => {
  writeFileSync(pathOf('people.csv'), `name,city\n${'Ann Lee,cork\n'.repeat(20_000)}`);
  const { code, error } = await penny('subscribers import people.csv --dry-run');
  expect({ code, error }).toEqual({
    code: 2,
    error: expect.stringContaining('no column of the file is named email'),
  });
});

const zipHeader = Buffer.from('PK\u0003\u0004'.padEnd(30, '\0'), 'latin1');

it.each([
  ['a workbook of Excel', [zipHeader, Buffer.from('[Content_Types].xml')], 'choose “save as”'],
  ['one of LibreOffice', [zipHeader, Buffer.from('mimetypeapplication/vnd.oasis')], 'choose “save as”'],
  ['one of an older Excel', [Buffer.from('d0cf11e0a1b11ae1', 'hex')], 'choose “save as”'],
  [
    'an archive of lists',
    [zipHeader, Buffer.from('subscribed_members.csv')],
    'unpack it, and import the lists',
  ],
  ['JSON', [Buffer.from('[{"email":"ann@example.com"}]')], 'an export as CSV'],
  ['JSON with a mark', [Buffer.from('\ufeff[\n  { "email": "ann@example.com" }\n]')], 'an export as CSV'],
])('knows %s, and says how to get a list of it', async (_, start, hint) => {
  for (const [filler, options] of [
    [0x9c, ''],
    [0x61, ''],
    [0x9c, ' --encoding utf-8'],
  ] as const) {
    writeFileSync(pathOf('people'), Buffer.concat([...start, Buffer.alloc(300_000, filler)]));
    const { code, error } = await penny(`subscribers import people --dry-run${options}`);
    expect({ code, error }).toEqual({ code: 2, error: expect.stringContaining(hint) });
  }
});

it('tells of a field in a segment that nobody has', async () => {
  await penny('subscribers import -', 'email,city\nann@example.com,Cork\n');
  const { error } = await penny(['subscribers', 'list', '--segment', 'not (field:citty = x or field:job)']);
  expect(error).toBe(
    [
      'nobody has the field “citty”\n  hint: did you mean city?',
      'nobody has the field “job”\n  hint: penny subscribers show ADDRESS shows the fields of somebody\n',
    ].join('\n'),
  );
  expect((await penny(['subscribers', 'list', '--segment', 'field:CITY = cork'])).error).toBe('');
});

it('tells of a tag in a segment that nobody has, before a slip mails the wrong people', async () => {
  await penny('subscribers import - --source list', list);
  const said = 'nobody has the tag “candiate”\n  hint: did you mean candidate?';
  expect((await penny(['subscribers', 'list', '--segment', 'not tag:candiate'])).error).toContain(said);
  const dry = ['send', '1', '--dry-run', '--segment', 'not tag:candiate'];
  expect((await penny(dry)).error).toContain(said);
  expect((await penny(['subscribers', 'list', '--segment', 'tag:Hiring'])).error).toBe('');
});
