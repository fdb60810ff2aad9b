import { expect, it } from 'vitest';
import { exportSubscribers } from '../../../src/audience/csv/export-subscribers.ts';
import { guardFormula, unguardFormula } from '../../../src/audience/csv/text/formula-guard.ts';
import { contentOf, everybody, importCsv, newStore, store } from '../fresh-store.ts';
import { difficultNames } from '../samples.ts';

const exported = (): string => [...exportSubscribers(store)].join('');
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

it('writes the fixed columns, then every field that anybody has', async () => {
  await importCsv(['email,name,first name,tags,city', 'ann@example.com,Ann Lee,Ann,"a,b",Cork']);
  await importCsv(['email,team', 'bob@example.com,Core']);
  expect(exported()).toBe(
    [
      '\ufeffemail,name,first name,tags,status,source,consented at,city,team',
      'ann@example.com,Ann Lee,Ann,"a, b",active,list.csv,2026-01-05T12:00:00.000Z,Cork,',
      'bob@example.com,,,,active,list.csv,2026-01-05T12:00:00.000Z,,Core',
      '',
    ].join('\n'),
  );
});

it('imports again to the same list', async () => {
  await importCsv([
    'email,name,first name,tags,status,source,consented at,consent proof,City,city,=risk',
    ...difficultNames.map((name, index) => `reader${index}@example.com,${quoted(name)},,,,,,,,,`),
    "+plus@example.com,=1+1,@ann,'+tag,,=src,2025-03-01,-proof,'=x,''@y,＝z",
    'jürgen@example.com,,Jürgen,,pending,,,,,Köln,',
    'una@example.com,Una,,left,unsubscribed,form,,,Cork,,',
    'sue@example.com,Sue,,,suppressed,,,,,,',
  ]);
  const copy = newStore();
  const report = await importCsv([exported()], { into: copy });
  expect(report).toMatchObject({ added: difficultNames.length + 4, skipped: [], rejected: [] });
  expect(contentOf(copy)).toEqual(contentOf(store));
  expect(everybody().find(({ address }) => address.startsWith('+'))).toMatchObject({
    name: '=1+1',
    firstName: '@ann',
    tags: ['+tag'],
    fields: { City: '=x', city: "'@y", '=risk': '＝z' },
    consent: { source: '=src', at: '2025-03-01T00:00:00.000Z', proof: '-proof' },
  });
});

it('changes nothing when it is imported into the list that it came from', async () => {
  await importCsv(['email,name,tags,city', 'ann@example.com,Ann,"b,a",Cork', 'bob@example.com,,,']);
  expect(await importCsv([exported()])).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
});

it('scoreboard 95: has no cell that a spreadsheet would run', async () => {
  const hostile = ['=1+1', '+1', '-1', '@sum', '＝1', '＋1', '－1', '＠sum', '=cmd|"/c calc"!A0'];
  await importCsv(['email,name', ...hostile.map((name, index) => `r${index}@example.com,${quoted(name)}`)]);
  const names = exported()
    .split('\n')
    .slice(1, -1)
    .map((line) => line.split(',')[1]);
  expect(names).toHaveLength(hostile.length);
  expect(names.filter((name) => !/^"?'/.test(name ?? ''))).toEqual([]);
});

it('has none in a spreadsheet that takes semicolons for the ends of cells, and is the same list again', async () => {
  const names = ['x;=1+1', 'x; "=1+1', "x;'=1", 'a;b;@sum', 'a; b'];
  await importCsv(['email,name', ...names.map((name, index) => `r${index}@example.com,${quoted(name)}`)]);
  const cells = exported().split(/;[\s"]*/);
  expect(cells).toHaveLength(names.length + 2);
  expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  expect(await importCsv([exported()])).toMatchObject({ updated: 0, unchanged: names.length });
});

it.each([
  '',
  'Ann',
  '=1',
  "'=1",
  "''=1",
  "'",
  "'Ann'",
  '\t1',
  '\r1',
  '＠',
  '-',
  "O'Neil",
  'a;=1',
  ";';'=",
  ';"\t\'=',
])('guards %j so that it can be read back', (value) => {
  expect(unguardFormula(guardFormula(value))).toBe(value);
  expect(guardFormula(value)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
});

it('can be read back whatever stands in it', () => {
  const signs = [';', "'", '"', ' ', '\t', '=', 'a'];
  const values = [''];
  for (const value of values) if (value.length < 6) values.push(...signs.map((sign) => `${value}${sign}`));
  expect(values.length).toBeGreaterThan(100_000);
  expect(values.filter((value) => unguardFormula(guardFormula(value)) !== value)).toEqual([]);
});

it('writes a long list in pieces', async () => {
  await importCsv(['email', ...Array.from({ length: 1_200 }, (_, index) => `reader${index}@example.com`)]);
  const pieces = [...exportSubscribers(store)];
  expect(pieces.length).toBeGreaterThan(3);
  expect(pieces.join('').trimEnd().split('\n')).toHaveLength(1_201);
});

it('writes the header alone for an empty list', () => {
  expect(exported()).toBe('\ufeffemail,name,first name,tags,status,source,consented at\n');
});

it('writes who is kept away beside fields that are called like what every object has', async () => {
  await importCsv(['email,constructor,toString', 'ann@example.com,yes,no']);
  await importCsv(['email,status', 'zoe@example.com,unsubscribed']);
  expect(exported()).toContain('ann@example.com,,,,active,list.csv,2026-01-05T12:00:00.000Z,,yes,no\n');
});

it('gives back fields that are called like columns which say who wants mail', async () => {
  await importCsv(['Email Address,LEID,Opt In,Stand', 'ann@example.com,1,No,abgemeldet']);
  const text = exported();
  expect(text).toContain('fields.Opt In');
  const copy = newStore();
  const { format } = await importCsv([text], { into: copy });
  expect(contentOf(copy)).toEqual(contentOf(store));
  expect(format.doubtful).toEqual(['Stand']);
  // Somebody may have taken out the columns by which it is known.
  const cut = newStore();
  await importCsv([text.replace('first name', 'first'), ''], { into: cut });
  expect(contentOf(cut)).toMatchObject([{ status: 'active' }]);
});

it('says of a column that may tell who wants mail that it is a field: nobody needs to look at it again', async () => {
  await importCsv(['Email Address,LEID,active_subscription', 'ann@example.com,1,no']);
  expect(exported()).toContain('fields.active_subscription');
  const copy = newStore();
  const { format } = await importCsv([exported()], { into: copy });
  expect(format.doubtful).toBeUndefined();
  expect(contentOf(copy)).toEqual(contentOf(store));
});
