import { once } from 'node:events';
import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { describe, expect, it, vi } from 'vitest';
import { startCountingSink } from '../chaos/counting-sink.ts';
import { everybodyOnce, haltAtThird, resultOf, send } from './halted-sending.ts';
import { startSmtpSink } from './smtp-sink.ts';
import { createWorkspace } from './workspace.ts';

/** Milliseconds for each test: every one starts the command several times, and the machine may be busy. */
vi.setConfig({ testTimeout: 60_000 });

describe('penny pause', () => {
  it('scoreboard 19: stops a mailing that another process sends; penny resume goes on, and everybody has it once', async () => {
    await using halted = await haltAtThird();
    const { workspace, environment, sink } = halted;
    expect(await workspace.penny('pause 1 --json')).toMatchObject({ code: 0 });
    const { code, result } = await halted.letGo();
    expect(result).toMatchObject({ state: 'paused', reason: 'somebody paused it', accepted: 3, deferred: 9 });
    expect(code).toBe(1);
    expect(sink.messages).toHaveLength(3);
    // Whoever pauses it again has what they wanted.
    expect(resultOf(await workspace.penny('pause 1 --json'))).toMatchObject({ state: 'paused' });

    expect(await workspace.penny('resume 1', environment)).toMatchObject({
      code: 2,
      error: expect.stringContaining('nobody is here to confirm this'),
    });
    const resumed = await workspace.penny('resume 1 --yes --json', environment);
    expect(resumed.code).toBe(0);
    expect(resultOf(resumed)).toMatchObject({ state: 'finished', accepted: 12, resumed: 3 });
    everybodyOnce(sink);
  });
});

describe('penny cancel', () => {
  it('scoreboard 20: ends a mailing that another process sends; the next one goes to those who do not have it', async () => {
    await using halted = await haltAtThird();
    const { workspace, environment, sink } = halted;
    expect(await workspace.penny('cancel 1')).toMatchObject({ code: 2 });
    expect(resultOf(await workspace.penny('cancel 1 --yes --json'))).toMatchObject({ state: 'cancelled' });
    expect((await halted.letGo()).result).toMatchObject({ state: 'cancelled', accepted: 3, skipped: 9 });
    expect(sink.messages).toHaveLength(3);
    expect(await workspace.penny('resume 1 --yes', environment)).toMatchObject({
      code: 2,
      error: expect.stringContaining('there is nothing to go on with'),
    });

    const second = await workspace.penny(send, environment);
    expect(resultOf(second)).toMatchObject({ state: 'finished', accepted: 9, audience: 9 });
    everybodyOnce(sink);
  });
});

describe('deliveries of which nobody knows', () => {
  it.each([
    ['accepted', { state: 'finished', accepted: 12, unknown: 0 }, 12],
    ['failed', { state: 'finished', accepted: 11, failed: 1, unknown: 0 }, 12],
    ['resend', { state: 'finished', accepted: 12, unknown: 0 }, 13],
  ])('penny resolve --as %s settles them', async (as, expected, messages) => {
    await using halted = await haltAtThird();
    const { workspace, environment, sink, child } = halted;
    child.kill('SIGKILL');
    await halted.letGo();
    expect((await workspace.penny(send, environment)).code).toBe(4);

    const listed = await workspace.penny('resolve 1 --json');
    expect(listed.code).toBe(4);
    expect(resultOf(listed)).toMatchObject({ settled: 0, unknown: [sink.messages[2]?.to] });
    expect(await workspace.penny(`resolve 1 --as ${as}`)).toMatchObject({ code: 0 });
    if (as === 'resend') await workspace.penny('resume 1 --yes', environment);
    const status = resultOf(await workspace.penny('status 1 --json'));
    expect(status).toMatchObject({ mailings: [expected] });
    expect(sink.messages).toHaveLength(messages);
  });

  it('scoreboard 25: --unknown resend sends them once more at once, and skip lets them be without a word', async () => {
    for (const [policy, expected, messages] of [
      ['resend', { code: 0, result: { accepted: 12, unknown: 0 } }, 13],
      ['skip', { code: 1, result: { accepted: 11, unknown: 1 } }, 12],
    ] as const) {
      await using halted = await haltAtThird();
      const { workspace, environment, sink, child } = halted;
      child.kill('SIGKILL');
      await halted.letGo();
      const run = await workspace.penny(`${send} --unknown ${policy}`, environment);
      expect({ code: run.code, result: resultOf(run) }).toMatchObject(expected);
      expect(sink.messages).toHaveLength(messages);
    }
  });
});

it('scoreboard 85: penny resolve asks about addresses that a server calls wrong, when they are too many to believe', async () => {
  using workspace = createWorkspace();
  let refused = 0;
  await using sink = await startCountingSink({
    rcpt: () => {
      refused += 1;
      return refused <= 2 ? '550 5.1.1 no such user here' : '250 2.1.5 ok';
    },
  });
  const run = await workspace.penny(`${send} --connections 1`, { SMTP_URL: sink.url });
  expect(resultOf(run)).toMatchObject({ state: 'finished', accepted: 10, failed: 2 });
  const { suspects } = resultOf(await workspace.penny('resolve 1 --json'));
  expect(suspects).toHaveLength(2);
  const suppressed = async (): Promise<unknown> =>
    resultOf(await workspace.penny('subscribers list --status suppressed --json'))['count'];
  expect(await suppressed()).toBe(0);
  expect(resultOf(await workspace.penny('resolve 1 --addresses suppress --json'))).toMatchObject({
    decided: 2,
    suspects: [],
  });
  expect(await suppressed()).toBe(2);
});

it('scoreboard 21: a database that was restored from a backup goes on only when somebody says that it is the one', async () => {
  await using halted = await haltAtThird();
  const { workspace, environment, sink } = halted;
  await workspace.penny('pause 1');
  await halted.letGo();
  const path = join(workspace.folder, '.penny/penny.db');
  copyFileSync(path, `${path}.backup`);
  renameSync(`${path}.backup`, path);
  for (const line of [send, 'resume 1 --yes']) {
    expect(await workspace.penny(line, environment)).toMatchObject({
      code: 2,
      error: expect.stringContaining('was last sent from another copy of this database'),
    });
  }
  expect(sink.messages).toHaveLength(3);
  expect(await workspace.penny('resume 1 --yes --moved', environment)).toMatchObject({ code: 0 });
  everybodyOnce(sink);
});

describe('--at', () => {
  it('scoreboard 22: --detach leaves the mailing for later: nobody is mailed, and nothing starts without being asked', async () => {
    using workspace = createWorkspace();
    await using sink = await startSmtpSink();
    const environment = { SMTP_URL: sink.url };
    const left = await workspace.penny(`${send} --detach --at 2099-12-01T09:00 Europe/Berlin`, environment);
    expect(left.code).toBe(0);
    expect(resultOf(left)).toMatchObject({
      state: 'waiting',
      deferred: 12,
      startsAt: '2099-12-01T08:00:00.000Z',
    });

    // Its time was four hours ago when somebody comes back.
    const database = new DatabaseSync(join(workspace.folder, '.penny/penny.db'));
    database.prepare('UPDATE mailing SET starts_at = ?').run(Date.now() - 4 * 3_600_000);
    database.close();
    const missed = await workspace.penny('resume 1', environment);
    expect(missed).toMatchObject({ code: 2, error: expect.stringContaining('add --yes') });
    expect(sink.messages).toEqual([]);
    const resumed = await workspace.penny('resume 1 --yes --json', environment);
    expect(resultOf(resumed)).toMatchObject({ state: 'finished', accepted: 12 });
    everybodyOnce(sink);
  });

  it('waits, and sends at its time', async () => {
    using workspace = createWorkspace();
    let first = 0;
    const beforeAnswer = (count: number): void => {
      if (count === 1) first = Date.now();
    };
    await using sink = await startSmtpSink({ beforeAnswer });
    const moment = Math.ceil(Date.now() / 1_000) * 1_000 + 4_000;
    const at = new Date(moment).toISOString().slice(0, 19);
    const run = await workspace.penny(`${send} --at ${at}Z`, { SMTP_URL: sink.url });
    expect(run.code).toBe(0);
    expect(first).toBeGreaterThanOrEqual(moment);
    everybodyOnce(sink);
  });

  it.each([
    ['--at 2020-01-01T09:00', 'is over'],
    ['--detach', 'say with --at when it is to start'],
  ])('%s is refused before anybody is mailed', async (option, problem) => {
    using workspace = createWorkspace();
    const run = await workspace.penny(`${send} ${option}`);
    expect(run).toMatchObject({ code: 2, error: expect.stringContaining(problem) });
    expect(resultOf(await workspace.penny('status --json'))).toEqual({ mailings: [] });
  });
});

it('--window sends nothing outside its hours, and Ctrl-C ends the waiting', async () => {
  using workspace = createWorkspace();
  await using sink = await startSmtpSink();
  const hour = (later: number): string => String((new Date().getHours() + later) % 24).padStart(2, '0');
  const child = workspace.start(`${send} --window ${hour(3)}:00-${hour(4)}:00`, { SMTP_URL: sink.url });
  child.stderr.on('data', (said: Buffer) => {
    if (said.includes('waiting for its time')) child.kill('SIGINT');
  });
  const output = text(child.stdout);
  const [code] = await once(child, 'close');
  expect(code).toBe(130);
  expect(JSON.parse(await output)).toMatchObject({ state: 'waiting', accepted: 0, deferred: 12 });
  expect(sink.messages).toEqual([]);
});

it('--rate is kept to over several connections', async () => {
  using workspace = createWorkspace();
  await using sink = await startSmtpSink();
  const run = await workspace.penny(`${send} --rate 10/s --connections 5`, { SMTP_URL: sink.url });
  expect(run.code).toBe(0);
  expect(Number(resultOf(run)['seconds'])).toBeGreaterThanOrEqual(1);
  everybodyOnce(sink);
});
