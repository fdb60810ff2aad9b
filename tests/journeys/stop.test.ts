import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { expect, it, vi } from 'vitest';
import { startSmtpSink } from './smtp-sink.ts';
import { createWorkspace } from './workspace.ts';

/** Milliseconds for each test: every one starts the command several times, and the machine may be busy. */
vi.setConfig({ testTimeout: 60_000 });

const send = 'send 1 --to subscribers.csv --yes --json';

/** What a machine that shuts down sends, or a service manager; Ctrl-C is in smtp.test.ts. */
it('scoreboard 6: told to end by SIGTERM, finishes what is on its way, and goes on with the others when it is run again', async () => {
  using workspace = createWorkspace();
  const third = Promise.withResolvers<void>();
  const told = Promise.withResolvers<void>();
  await using sink = await startSmtpSink({
    beforeAnswer: (count) => {
      if (count !== 3) return undefined;
      third.resolve();
      return told.promise;
    },
  });
  const child = workspace.start(`${send} --connections 1`, { SMTP_URL: sink.url });
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const output = text(child.stdout);
  child.stderr.on('data', (said: Buffer) => {
    if (said.includes('finishing what is on its way')) told.resolve();
  });
  await third.promise;
  child.kill('SIGTERM');
  expect(await code).toBe(130);
  expect(JSON.parse(await output)).toMatchObject({ state: 'waiting', accepted: 3, deferred: 9, unknown: 0 });

  const resumed = await workspace.penny(send, { SMTP_URL: sink.url });
  expect(JSON.parse(resumed.output)).toMatchObject({ state: 'finished', accepted: 12, resumed: 3 });
  expect(sink.messages).toHaveLength(12);
});

it('scoreboard 6: told twice, ends while the server is still silent', async () => {
  using workspace = createWorkspace();
  const third = Promise.withResolvers<void>();
  const never = Promise.withResolvers<void>();
  await using sink = await startSmtpSink({
    beforeAnswer: (count) => {
      if (count !== 3) return undefined;
      third.resolve();
      return never.promise;
    },
  });
  const child = workspace.start(`${send} --connections 1`, { SMTP_URL: sink.url });
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  let toldAt = 0;
  child.stderr.on('data', (said: Buffer) => {
    if (!said.includes('finishing what is on its way')) return;
    toldAt = performance.now();
    child.kill('SIGINT');
  });
  await third.promise;
  child.kill('SIGTERM');
  expect(await code).toBe(130);
  expect(performance.now() - toldAt).toBeLessThan(1_000);
  never.resolve();
});

it('scoreboard 10: of two that start at the same moment one sends, ten times of ten', {
  timeout: 180_000,
}, async () => {
  for (let round = 0; round < 10; round += 1) {
    using workspace = createWorkspace();
    const lost = Promise.withResolvers<void>();
    // Until the other has given up the winner gets no answer, and holds the mailing.
    await using sink = await startSmtpSink({ beforeAnswer: () => lost.promise });
    const environment = { SMTP_URL: sink.url };
    const runs = [workspace.penny(send, environment), workspace.penny(send, environment)];
    const loser = await Promise.race(runs);
    lost.resolve();
    expect(loser.code).toBe(3);
    expect(loser.error + loser.output).toMatch(/is sending|sent by|process \d+/);
    const both = await Promise.all(runs);
    expect(both.map(({ code }) => code).sort()).toEqual([0, 3]);
    expect(new Set(sink.messages.map(({ to }) => to)).size).toBe(12);
    expect(sink.messages).toHaveLength(12);
  }
});

it('scoreboard 13: a lease that a clock set forward has ended takes no mailing from a sender that lives', async () => {
  using workspace = createWorkspace();
  const third = Promise.withResolvers<void>();
  const refused = Promise.withResolvers<void>();
  await using sink = await startSmtpSink({
    beforeAnswer: (count) => {
      if (count !== 3) return undefined;
      third.resolve();
      return refused.promise;
    },
  });
  const environment = { SMTP_URL: sink.url };
  const first = workspace.penny(`${send} --connections 1`, environment);
  await third.promise;
  using database = new DatabaseSync(join(workspace.folder, '.penny/penny.db'), { timeout: 5_000 });
  database.exec('UPDATE mailing SET lease_until = 1');
  const second = await workspace.penny(send, environment);
  refused.resolve();
  expect([second.code, second.error]).toEqual([3, expect.stringContaining('is sending this issue')]);
  expect(JSON.parse((await first).output)).toMatchObject({ state: 'finished', accepted: 12 });
  expect(sink.messages).toHaveLength(12);
});
