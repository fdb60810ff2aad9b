import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { answers } from '../../../src/check/mail-clients/caniemail.ts';
import { clients } from '../../../src/check/mail-clients/clients.ts';
import { clientsWithout } from '../../../src/check/mail-clients/clients-without.ts';
import { cssUses } from '../../../src/check/mail-clients/css-uses.ts';
import { htmlUses } from '../../../src/check/mail-clients/html-uses.ts';
import { degradesWell } from './degrades-well.ts';

/** Told by what is forbidden altogether, or by the shape of a rule. */
const toldElsewhere = ['css-at-import', 'css-nesting', 'html-form', 'html-link', 'html-object'];
const told = [...cssUses, ...htmlUses].map(({ feature }) => feature).concat(toldElsewhere);

it('has an answer of each client for each feature', () => {
  expect(Object.keys(answers).length).toBeGreaterThan(200);
  for (const answer of Object.values(answers)) expect(answer).toMatch(/^[yanu]{16}$/);
  expect(clients).toHaveLength(16);
});

it('knows every feature that is told of, and a widely read client that lacks it', () => {
  const uses = [...cssUses, ...htmlUses, ...toldElsewhere.map((feature) => ({ feature }))];
  expect(uses.filter((use) => clientsWithout(use) === undefined)).toEqual([]);
});

it('tells of everything that a widely read client lacks, or knows why not', () => {
  const lacked = Object.keys(answers).filter((feature) => clientsWithout({ feature }) !== undefined);
  const partly = ['css-margin', 'css-rgb'];
  expect([...new Set([...told, ...degradesWell])].filter((name) => !partly.includes(name)).sort()).toEqual(
    lacked,
  );
  expect(degradesWell.filter((feature) => told.includes(feature))).toEqual([]);
});

it.each([
  { feature: 'css-variables', clients: 'Gmail, Outlook, and Yahoo Mail' },
  { feature: 'css-display-flex', clients: 'classic Outlook' },
  { feature: 'css-border', clients: undefined },
  { feature: 'css-unheard-of', clients: undefined },
])('names the clients without $feature: $clients', ({ feature, clients }) => {
  expect(clientsWithout({ feature })).toBe(clients);
});

it('does not name a client that never sees the place', () => {
  expect(clientsWithout({ feature: 'css-display-flex' }, 'outlook/windows')).toBeUndefined();
});

/** Written out: JavaScript would put the key "13" in front of "12.4". */
const dump = `{ "last_update_date": "2026-01-02 03:04:05 +0000", "data": [
  { "slug": "html-b", "category": "html", "stats": { "gmail": { "ios": { "2020-01": "n", "2024-01": "y #1" } } } },
  { "slug": "css-a", "category": "css", "stats": { "apple-mail": { "macos": { "12.4": "n", "13": "a #2 #3" } } } },
  { "slug": "amp", "category": "others", "stats": { "gmail": { "ios": { "2020-01": "n" } } } }
] }`;

it('is made by a script from the dump of the API, with the newest version’s answer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'caniemail-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'dump.json'), dump);
  execFileSync(process.execPath, [
    'scripts/renew-caniemail.ts',
    join(folder, 'dump.json'),
    join(folder, 'made.ts'),
  ]);

  const made = readFileSync(join(folder, 'made.ts'), 'utf8');
  const vendored = readFileSync('src/check/mail-clients/caniemail.ts', 'utf8');
  const table = /export const answers[\s\S]*/;
  expect(table.exec(made)?.[0]).toBe(`export const answers: Readonly<Record<string, string>> = {
  'css-a': 'uuuuuuuuuauuuuuu',
  'html-b': 'uyuuuuuuuuuuuuuu',
};
`);
  expect(made.replace(table, '')).toBe(vendored.replace(table, '').replace(/2026-\d\d-\d\d/, '2026-01-02'));
});
