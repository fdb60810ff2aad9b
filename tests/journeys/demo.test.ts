import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { expect, it } from 'vitest';
import { findMissingLine, seedLines, visibleText } from './seed-lines.ts';
import { createWorkspace } from './workspace.ts';

const sent = 'send 1 --to subscribers.csv --yes --json';

it('is shown by npm run demo, which can be run again, and never asks a mail server', () => {
  using workspace = createWorkspace();
  const demo = (): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('scripts/demo.ts')], {
      cwd: workspace.folder,
      env: { ...process.env, NO_COLOR: '1', SMTP_URL: 'smtp://127.0.0.1:1' },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, expect.stringContaining('no mail server is set')]);
    return stdout;
  };
  const first = demo();
  const places = ['public/issues/are-interviews-really-a-two-way-street/index.html', /outbox\/.*\.eml/];
  for (const place of places) {
    const [found = ''] = new RegExp(place).exec(first) ?? [];
    expect(existsSync(join(workspace.folder, found))).toBe(true);
    expect(found).not.toBe('');
  }
  expect(first).toContain('npx penny preview 1');
  expect(demo()).toContain('everybody has it already');
}, 60_000);

it('checks, builds and sends the real issue, every word as it was written', async () => {
  using workspace = createWorkspace();
  expect(seedLines).toHaveLength(45);
  expect(await workspace.penny('check')).toMatchObject({ code: 0, output: '' });
  expect((await workspace.penny('build')).code).toBe(0);
  const run = await workspace.penny(sent);
  expect(run.code).toBe(0);
  expect(JSON.parse(run.output)).toMatchObject({ state: 'finished', audience: 12, accepted: 12, resumed: 0 });

  const site = join(workspace.folder, 'public');
  expect(
    findMissingLine(
      visibleText(
        readFileSync(join(site, 'issues/are-interviews-really-a-two-way-street/index.html'), 'utf8'),
      ),
    ),
  ).toBeUndefined();
  const feed = readFileSync(join(site, 'rss.xml'), 'utf8').replaceAll(/<!\[CDATA\[|\]\]>/g, '');
  expect(
    findMissingLine(visibleText(feed.slice(feed.indexOf('<item>')).replaceAll('title>', 'p>'))),
  ).toBeUndefined();

  const outbox = join(workspace.folder, 'outbox/1-are-interviews-really-a-two-way-street');
  const names = new Map(
    readFileSync('subscribers.csv', 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [, address = '', quoted, plain] = /^([^,]+),(?:"((?:[^"]|"")*)"|([^,]*)),/.exec(line) ?? [];
        return [address, quoted?.replaceAll('""', '"') ?? plain ?? ''];
      }),
  );
  expect(names.size).toBe(12);
  const files = readdirSync(outbox);
  expect(files).toHaveLength(12);
  for (const file of files) {
    const source = readFileSync(join(outbox, file));
    const [mail, second] = [await simpleParser(source), await PostalMime.parse(source)];
    expect(findMissingLine(mail.text ?? '')).toBeUndefined();
    expect(findMissingLine(visibleText(String(mail.html)))).toBeUndefined();
    expect(findMissingLine(second.text ?? '')).toBeUndefined();
    const [to] = second.to ?? [];
    expect(names.get(to?.address ?? '')).toBe(to?.name);
    expect(second).toMatchObject({
      subject: seedLines[0],
      from: { name: 'penny', address: 'hello@penny.example' },
    });
    expect(mail.subject).toBe(seedLines[0]);
    const headers = source.toString('latin1').split('\r\n\r\n', 1)[0];
    expect(headers).toMatch(
      /^List-Unsubscribe: <https:\/\/penny\.example\/unsubscribe\/[\w-]{32}>, <mailto:hello@penny\.example\?subject=unsubscribe%20[\w-]{32}>\r?$/m,
    );
    expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(headers).toMatch(/^Message-ID: <[0-9a-f]{32}@penny\.example>\r?$/m);
  }
}, 60_000);

it('says that everybody has it already when it is sent again', async () => {
  using workspace = createWorkspace();
  await workspace.penny(sent);
  const again = await workspace.penny('send 1 --to subscribers.csv --yes');
  expect(again).toMatchObject({ code: 0, output: expect.stringContaining('everybody has it already') });
});

it('writes nothing in a dry run, and asks for --yes where nobody can be asked', async () => {
  using workspace = createWorkspace();
  const before = readdirSync(workspace.folder);
  expect(await workspace.penny('send 1 --to subscribers.csv --dry-run')).toMatchObject({
    code: 0,
    output: expect.stringContaining('12 people'),
  });
  expect(readdirSync(workspace.folder)).toEqual(before);
  const unasked = await workspace.penny('send 1 --to subscribers.csv');
  expect(unasked).toMatchObject({ code: 2, error: expect.stringContaining('--yes') });
});
