import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Run } from '../../journeys/workspace.ts';
import { callPenny } from '../call-penny.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'penny-role-'));
  mkdirSync(join(folder, 'issues'));
  writeFileSync(
    join(folder, 'newsletter.yaml'),
    'name: a\nurl: https://penny.example\nsender: {name: a, address: hello@penny.example}\n',
  );
  write(1, '');
  write(2, 'closes: 2099-12-01 # soon\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (number: number): string => join(folder, 'issues', `00${number}-a${number}.md`);

function write(number: number, fields: string): void {
  writeFileSync(
    file(number),
    `---\ntitle: a${number}\nsubtitle: b\nnumber: ${number}\ndate: 2026-11-2${number}\n---\n\n---open role\ntitle: VP of Sales\napply: mailto:hello@penny.example\n${fields}---\n\n- series a\n`,
  );
}

function issueWith(yaml: string): string {
  return `---\ntitle: a3\nsubtitle: b\nnumber: 3\ndate: 2026-11-23\n---\n\n---open role\n${yaml}\n---\n\n- series a\n`;
}

function penny(words: string): Promise<Run> {
  return callPenny(words.split(' '), { folder });
}

it('lists each role once, as the newest issue says', async () => {
  expect(JSON.parse((await penny('role list --json')).output)).toEqual({
    roles: [
      { id: 'vp-of-sales', title: 'VP of Sales', status: 'open', issues: [1, 2], closes: '2099-12-01' },
    ],
    count: 1,
  });
  expect((await penny('role list')).output).toMatch(
    /^id +title +status +issues +closes\nvp-of-sales +VP of Sales +open +1, 2 +2099-12-01\n$/,
  );
});

it('closes a role in the newest issue, with one line and nothing else', async () => {
  const [first, second] = [readFileSync(file(1), 'utf8'), readFileSync(file(2), 'utf8')];
  expect(await penny('role close vp-of-sales')).toMatchObject({
    code: 0,
    output: 'vp-of-sales is filled now, in issues/002-a2.md\n',
  });
  expect(readFileSync(file(1), 'utf8')).toBe(first);
  expect(readFileSync(file(2), 'utf8')).toBe(
    second.replace('---open role\n', '---open role\nstatus: filled\n'),
  );
  expect(readdirSync(join(folder, 'issues'))).toHaveLength(2);

  await penny('role close vp-of-sales --as withdrawn');
  expect(readFileSync(file(2), 'utf8')).toContain('---open role\nstatus: withdrawn\ntitle:');
  await penny('role reopen vp-of-sales');
  expect(readFileSync(file(2), 'utf8')).toBe(
    second.replace('---open role\n', '---open role\nstatus: open\n'),
  );
  expect((await penny('check')).code).toBe(0);
});

it('keeps the line ends and the byte order mark of a file from Windows, and a comment beside the word', async () => {
  write(3, 'status: "paused" # until may\n');
  const windows = `\ufeff${readFileSync(file(3), 'utf8').replaceAll('\n', '\r\n')}`;
  writeFileSync(file(3), windows);
  await penny('role reopen vp-of-sales');
  expect(readFileSync(file(3), 'utf8')).toBe(windows.replace('"paused"', 'open'));
});

it('tells two roles of one title in one issue apart', async () => {
  const second = '---open role\ntitle: VP of Sales\napply: mailto:hello@penny.example\n---\n\n- series b\n';
  const before = `${readFileSync(file(2), 'utf8')}\n${second}`;
  writeFileSync(file(2), before);
  expect((await penny('role list')).output).toContain('vp-of-sales-2');
  await penny('role close vp-of-sales');
  expect(readFileSync(file(2), 'utf8')).toBe(
    before.replace('---open role\n', '---open role\nstatus: filled\n'),
  );
});

it('fills a status that has no value yet', async () => {
  write(3, 'status:\n');
  await penny('role close vp-of-sales');
  expect(readFileSync(file(3), 'utf8')).toContain('apply: mailto:hello@penny.example\nstatus: filled\n---\n');
});

it('says when nothing is to be done, and which role was meant', async () => {
  const before = readFileSync(file(2), 'utf8');
  expect(await penny('role reopen vp-of-sales')).toMatchObject({
    code: 0,
    output: 'vp-of-sales is open already\n',
  });
  const { code, error } = await penny('role close vp-of-sale');
  expect([code, error]).toEqual([2, expect.stringContaining('did you mean vp-of-sales?')]);
  expect(readFileSync(file(2), 'utf8')).toBe(before);
});

it('changes one line of a file with mixed line ends, also beside what a crash left', async () => {
  const mixed = readFileSync(file(2), 'utf8').replace('title: a2\n', 'title: a2\r\n');
  writeFileSync(file(2), `\ufeff${mixed}`);
  writeFileSync(`${file(2)}.part`, 'half');
  expect((await penny('role close vp-of-sales')).code).toBe(0);
  expect(readFileSync(file(2), 'utf8')).toBe(
    `\ufeff${mixed.replace('---open role\n', '---open role\nstatus: filled\n')}`,
  );
});

it.each([
  ['{ title: vp, apply: "https://a.example/{x}", status: }', 'status: filled }'],
  ['{ title: vp, apply: mailto:hello@penny.example, status }', 'status: filled }'],
  ['{ status:, title: vp, apply: mailto:hello@penny.example }', '{ status: filled, title'],
  ['{ title: vp, apply: mailto:hello@penny.example }', '{ status: filled, title: vp,'],
  ['{ "status": "open", title: vp, apply: mailto:hello@penny.example } # a', '{ "status": filled, title'],
  [
    '# a {\n\n{\n  title: vp, # b\n  apply: mailto:hello@penny.example\n}',
    '\n{ status: filled,\n  title: vp,',
  ],
  ['title: vp\nstatus:   # until may\napply: mailto:hello@penny.example', '\nstatus: filled   # until may\n'],
  ['title: vp\n"status" :\napply: mailto:hello@penny.example', '\n"status" : filled\n'],
])('changes the status and nothing else in %j', async (yaml, expected) => {
  writeFileSync(file(3), issueWith(yaml));
  const { code } = await penny('role close vp');
  const after = readFileSync(file(3), 'utf8');
  expect([code, after]).toEqual([0, expect.stringContaining(expected)]);
  expect(JSON.parse((await penny('role list --json')).output).roles[0]).toMatchObject({
    id: 'vp',
    title: 'vp',
    status: 'filled',
  });
  expect((await penny('check 3')).code).toBe(0);
});

it.each([
  '? status\ntitle: vp\napply: mailto:hello@penny.example',
  'title: vp\nstatus: >-\n  open\napply: mailto:hello@penny.example',
])('changes nothing in YAML that it cannot change safely, and says what to do: %j', async (yaml) => {
  writeFileSync(file(3), issueWith(yaml));
  const { code, error } = await penny('role close vp');
  expect([code, readFileSync(file(3), 'utf8')]).toEqual([2, issueWith(yaml)]);
  expect(error).toContain('write  status: filled  there yourself');
});

it('does not say that a role is open whose last day has passed', async () => {
  write(3, 'closes: 2026-11-24\n');
  expect(JSON.parse((await penny('role list --json')).output).roles[0]).toMatchObject({ status: 'expired' });
  for (const fields of ['closes: 2026-11-24\n', 'closes: 2026-11-24\nstatus: filled\n']) {
    write(3, fields);
    const before = readFileSync(file(3), 'utf8');
    expect(await penny('role reopen vp-of-sales')).toMatchObject({
      code: 2,
      error:
        'penny: vp-of-sales closed on 2026-11-24, as issues/003-a3.md says\n  hint: write a later day into closes: there, or take the line out\n',
    });
    expect(readFileSync(file(3), 'utf8')).toBe(before);
  }
});

it('writes nothing behind a misspelt status', async () => {
  write(3, 'statsu: open\n');
  const before = readFileSync(file(3), 'utf8');
  expect(await penny('role close vp-of-sales')).toMatchObject({ code: 2 });
  expect(readFileSync(file(3), 'utf8')).toBe(before);
});
