import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arf, dsn, letter } from '../../inbox/samples.ts';
import { createWorkspace, type TestWorkspace } from '../../journeys/workspace.ts';
import { callPenny } from '../call-penny.ts';

const ann = 'ann@example.com';
const leaving = letter([`From: ${ann}`, 'To: hello@penny.example', 'Subject: unsubscribe']);
const bomb = Array.from(
  { length: 1000 },
  (_, level) => `Content-Type: multipart/mixed; boundary="b${level}"\n\n--b${level}`,
).join('\n');

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = createWorkspace();
  write('list.csv', `email\n${ann}\nli@example.net\n`);
  await penny('subscribers', 'import', 'list.csv');
});
afterEach(() => workspace[Symbol.dispose]());

const write = (name: string, text: string): void => writeFileSync(join(workspace.folder, name), text);
const penny = (...words: string[]) => callPenny(words, { folder: workspace.folder });
const read = async (...words: string[]) => JSON.parse((await penny('bounces', ...words, '--json')).output);
const active = async (): Promise<string[]> => {
  const { output } = await penny('subscribers', 'list', '--status', 'active', '--json');
  return JSON.parse(output).subscribers.map(({ address }: { address: string }) => address);
};

describe('penny bounces', () => {
  it('reads files of every kind in one call, and tells what each came to', async () => {
    const mails = [leaving, dsn({ to: 'hello@penny.example' }), arf('abuse', [])];
    const mbox = mails.map((mail) => `From MAILER-DAEMON Mon Jan  5 12:00:00 2026\n${mail}\n`).join('');
    write('back.mbox', mbox.replaceAll('\r\n', '\n'));
    write('one.eml', leaving);
    for (const folder of ['box', 'box/new', 'box/cur']) mkdirSync(join(workspace.folder, folder));
    write('box/new/1.mx', letter(['From: li@example.net', 'To: x@example.org', 'Subject: hello']));
    expect(await read('back.mbox', 'one.eml', 'box')).toMatchObject({
      messages: 5,
      unsubscribed: 1,
      known: 1,
      ignored: { 'nothing of ours': 2, 'other mail': 1 },
      broken: [],
    });
    expect(await active()).toEqual(['li@example.net']);
  });

  it('reads standard input', async () => {
    const { code, output } = await callPenny(['bounces', '-'], { folder: workspace.folder, input: leaving });
    expect([code, output]).toEqual([
      0,
      'read 1 message: 0 suppressed, 1 unsubscribed, 0 complaints\n    ann@example.com unsubscribed\n',
    ]);
  });

  it('names whatever holds no message, which may be the wrong file', async () => {
    write('empty.mbox', '');
    write('one.eml', leaving);
    for (const folder of ['box', 'box/new', 'box/cur']) mkdirSync(join(workspace.folder, folder));
    const { code, output, error } = await penny('bounces', 'empty.mbox', 'one.eml', 'box');
    expect([code, error]).toEqual([0, 'no message is in empty.mbox\nno message is in box\n']);
    expect(output).toContain('read 1 message:');
    const input = { folder: workspace.folder, input: '' };
    expect((await callPenny(['bounces', '-'], input)).error).toBe('no message is in standard input\n');
  });

  it('writes nothing in a dry run', async () => {
    write('one.eml', leaving);
    expect(await read('one.eml', '--dry-run')).toMatchObject({ dryRun: true, unsubscribed: 1 });
    expect(await active()).toContain(ann);
    expect(await read('one.eml')).toMatchObject({ dryRun: false, unsubscribed: 1 });
  });

  it('tells a broken message in one line, takes in the others, and ends with 1', async () => {
    write('bomb.eml', bomb);
    write('one.eml', leaving);
    const { code, output } = await penny('bounces', 'bomb.eml', 'one.eml');
    expect(code).toBe(1);
    expect(output.split('\n')).toEqual([
      'read 2 messages: 0 suppressed, 1 unsubscribed, 0 complaints',
      '    ann@example.com unsubscribed',
      '  left alone: 1 could not be read',
      '    bomb.eml: its parts lie in each other more than 10 deep',
      '',
    ]);
    expect(await active()).not.toContain(ann);
  });

  it('counts a bounce in words only, and leaves it alone', async () => {
    write(
      'words.eml',
      letter(['Return-Path: <>', `To: ${ann}`, 'Subject: failure notice'], `${ann}: no such user`),
    );
    expect(await read('words.eml')).toMatchObject({ ignored: { 'bounce without a report': 1 } });
    expect(await active()).toContain(ann);
  });

  it.each([
    ['nothing.mbox', 'nothing.mbox is not there'],
    ['issues', 'issues is a folder, and not a Maildir'],
  ])('takes nothing in when a source cannot be opened: %s', async (source, words) => {
    write('one.eml', leaving);
    const { code, error } = await penny('bounces', 'one.eml', source);
    expect([code, error]).toEqual([2, expect.stringContaining(words)]);
    expect(await active()).toContain(ann);
  });
});
