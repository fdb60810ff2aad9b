import { createPublicKey } from 'node:crypto';
import { appendFileSync, chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { verifyMessage } from '../../src/delivery/signing/verify-message.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { makePem } from '../delivery/signing/keys.ts';
import { startServing } from './serving.ts';
import { startSmtpSink } from './smtp-sink.ts';
import { createWorkspace, type TestWorkspace } from './workspace.ts';

const ann = 'ann.new@example.com';

/** The path of the first link of a kind in a mail. */
async function linkIn(source: string, kind: 'confirm' | 'unsubscribe'): Promise<string> {
  const { text = '' } = await simpleParser(source);
  const [path] = new RegExp(`/${kind}/[\\w-]+`).exec(text) ?? [];
  if (path === undefined) throw new Error(`there is no link to ${kind} in ${text}`);
  return path;
}

async function standingOf(workspace: TestWorkspace, address: string): Promise<string | undefined> {
  const { output } = await workspace.penny('subscribers list --json');
  const { subscribers }: { subscribers: { address: string; status: string }[] } = JSON.parse(output);
  return subscribers.find((subscriber) => subscriber.address === address)?.status;
}

it('somebody joins, gets the issue, and leaves by one click, on a real server', {
  timeout: 60_000,
}, async () => {
  using workspace = createWorkspace();
  const pem = makePem();
  writeFileSync(join(workspace.folder, 'dkim.pem'), pem);
  chmodSync(join(workspace.folder, 'dkim.pem'), 0o600);
  appendFileSync(
    join(workspace.folder, 'newsletter.yaml'),
    '\ndkim: { domain: penny.example, selector: penny, keyFile: dkim.pem }\n',
  );
  const mailed = Promise.withResolvers<void>();
  await using sink = await startSmtpSink({ beforeAnswer: () => mailed.resolve() });
  const environment = { SMTP_URL: sink.url };
  expect(await workspace.penny('build')).toMatchObject({ code: 0 });
  await using serving = await startServing(workspace, environment);

  expect(await (await fetch(serving.url)).text()).toContain('penny for my thoughts');
  expect(await (await fetch(`${serving.url}/healthz`)).json()).toEqual({ ok: true });
  expect((await serving.post('/subscribe', { email: ann })).status).toBe(200);
  await mailed.promise;
  const [ask = { to: '', source: '' }] = sink.messages;
  expect(ask.to).toBe(ann);
  expect(ask.source).toContain('Auto-Submitted: auto-generated');
  expect(ask.source).not.toMatch(/^List-/m);
  expect(verifyMessage(Buffer.from(ask.source), createPublicKey(pem)).isValid).toBe(true);

  const confirm = await linkIn(ask.source, 'confirm');
  await fetch(`${serving.url}${confirm}`);
  expect(await standingOf(workspace, ann)).toBe('pending');
  expect((await serving.post(confirm)).status).toBe(200);
  expect(await standingOf(workspace, ann)).toBe('active');
  // What they read, and not what a template is made of.
  expect((await workspace.penny(`subscribers show ${ann}`)).output).toMatch(
    /agreed to “subscribe · [^{<“]+, and every issue has a link to leave\.”/,
  );

  expect(await workspace.penny('send 1 --yes --json', environment)).toMatchObject({ code: 0 });
  const leave = await linkIn(
    sink.messages.find(({ to, source }) => to === ann && source !== ask.source)?.source ?? '',
    'unsubscribe',
  );
  const left = await serving.post(leave, { 'List-Unsubscribe': 'One-Click' });
  expect([left.status, left.headers.get('location'), left.headers.get('set-cookie')]).toEqual([
    200,
    null,
    null,
  ]);
  expect(await standingOf(workspace, ann)).toBe('unsubscribed');

  expect(await serving.stop()).toBe(0);
  expect(serving.log()).toContain('POST /unsubscribe/:token 200');
  for (const secret of [ann, leave.split('/').at(-1) ?? '', '127.0.0.1'])
    expect(serving.log()).not.toContain(secret);
});

it('waits for the list while somebody else writes it, and shows nobody an error', {
  timeout: 60_000,
}, async () => {
  using workspace = createWorkspace();
  await workspace.penny('subscribers import subscribers.csv');
  await workspace.penny('send 1 --yes');
  await using serving = await startServing(workspace);
  using database = openDatabase(join(workspace.folder, '.penny/penny.db'));
  database.exec('BEGIN IMMEDIATE');
  const asked = serving.post('/subscribe', { email: ann });
  // Whoever only reads is not kept waiting.
  expect((await fetch(`${serving.url}/healthz`)).status).toBe(200);
  database.exec('COMMIT');
  expect((await asked).status).toBe(200);
});

describe('a mailing that was left to it', () => {
  /** Lets its moment come. */
  function schedule({ folder }: TestWorkspace, startsAt: number, copy?: string): void {
    using database = openDatabase(join(folder, '.penny/penny.db'));
    database.prepare('UPDATE mailing SET starts_at = ?').run(startsAt);
    if (copy !== undefined) database.prepare('UPDATE mailing SET worker_copy = ?').run(copy);
  }

  async function leave(
    workspace: TestWorkspace,
    environment: Readonly<Record<string, string>>,
  ): Promise<void> {
    await workspace.penny('subscribers import subscribers.csv');
    const run = await workspace.penny('send 1 --yes --at 2099-01-01T09:00Z --detach', environment);
    expect(run.code).toBe(0);
  }

  it('is sent when its time has come, and said to be', { timeout: 60_000 }, async () => {
    using workspace = createWorkspace();
    await using sink = await startSmtpSink();
    const environment = { SMTP_URL: sink.url };
    await leave(workspace, environment);
    await using serving = await startServing(workspace, environment);
    expect(sink.messages).toEqual([]);
    schedule(workspace, Date.now() - 1_000);
    await serving.says('issue 1 is finished');
    expect(serving.log()).toContain('issue 1 is due: sending it');
    expect(new Set(sink.messages.map(({ to }) => to)).size).toBe(12);
    expect(sink.messages).toHaveLength(12);
    expect(await serving.stop()).toBe(0);
  });

  it('goes on after the service was stopped in the middle and started again, and mails nobody twice', {
    timeout: 60_000,
  }, async () => {
    using workspace = createWorkspace();
    const third = Promise.withResolvers<void>();
    await using sink = await startSmtpSink({
      beforeAnswer: (count) => {
        if (count === 3) third.resolve();
      },
    });
    const environment = { SMTP_URL: sink.url };
    await leave(workspace, environment);
    appendFileSync(join(workspace.folder, 'newsletter.yaml'), '\ndelivery: { rate: 4/s, connections: 1 }\n');
    schedule(workspace, Date.now() - 1_000);
    {
      await using serving = await startServing(workspace, environment);
      await third.promise;
      expect(await serving.stop()).toBe(0);
    }
    expect(sink.messages.length).toBeLessThan(12);
    {
      await using serving = await startServing(workspace, environment);
      await serving.says('issue 1 is finished');
    }
    expect(new Set(sink.messages.map(({ to }) => to)).size).toBe(12);
    expect(sink.messages).toHaveLength(12);
  });

  it('is not sent hours later, nor from a copy of the database, and waits to be decided about', {
    timeout: 60_000,
  }, async () => {
    using workspace = createWorkspace();
    await using sink = await startSmtpSink();
    const environment = { SMTP_URL: sink.url };
    await leave(workspace, environment);
    schedule(workspace, Date.now() - 4 * 3_600_000);
    {
      await using serving = await startServing(workspace, environment);
      await serving.says('it was not sent');
      expect(serving.log()).toContain('hint: penny resume 1 sends it now');
    }
    schedule(workspace, Date.now() - 1_000, 'elsewhere');
    {
      await using serving = await startServing(workspace, environment);
      await serving.says('from another copy of this database');
    }
    expect(sink.messages).toEqual([]);
    expect((await workspace.penny('status 1')).output).toContain('issue 1 is waiting');
  });
});

it('renews its key, and old links go on working', { timeout: 60_000 }, async () => {
  using workspace = createWorkspace();
  await workspace.penny('subscribers import subscribers.csv');
  await workspace.penny('send 1 --yes');
  const mail = readFileSync(
    join(workspace.folder, 'outbox/1-are-interviews-really-a-two-way-street', firstMail(workspace)),
    'utf8',
  );
  const leave = await linkIn(mail, 'unsubscribe');
  const renewed = await workspace.penny('serve --renew-key --json');
  expect([renewed.code, JSON.parse(renewed.output)]).toEqual([0, { renewed: true }]);
  await using serving = await startServing(workspace);
  expect((await serving.post(leave)).status).toBe(200);
  expect(await serving.stop('SIGINT')).toBe(0);
});

function firstMail({ folder }: TestWorkspace): string {
  const [address = ''] =
    /[^\s,;]+@[^\s,;]+/.exec(readFileSync(join(folder, 'subscribers.csv'), 'utf8')) ?? [];
  return `${address.toLowerCase()}.eml`;
}
