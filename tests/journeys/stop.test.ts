import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, vi } from 'vitest';
import { everybodyOnce, haltAtThird, resultOf, send } from './halted-sending.ts';
import { startSmtpSink } from './smtp-sink.ts';
import { createWorkspace } from './workspace.ts';

/** Milliseconds for each test: every one starts the command several times, and the machine may be busy. */
vi.setConfig({ testTimeout: 60_000 });

it.each<[NodeJS.Signals, string]>([
  ['SIGINT', 'Ctrl-C'],
  ['SIGTERM', 'a machine that shuts down, or a service manager'],
  ['SIGHUP', 'a terminal that is closed'],
])(
  'scoreboard 6: told to end by %s (%s), finishes what is on its way, and goes on with the others when it is run again',
  async (signal) => {
    await using halted = await haltAtThird();
    const { workspace, environment, sink } = halted;
    const { code, result } = await halted.interrupt(signal);
    expect(code).toBe(130);
    expect(result).toMatchObject({ state: 'waiting', accepted: 3, deferred: 9, unknown: 0 });
    const resumed = await workspace.penny(send, environment);
    expect(resultOf(resumed)).toMatchObject({ state: 'finished', accepted: 12, resumed: 3 });
    everybodyOnce(sink);
  },
);

it('scoreboard 6: told twice, ends while the server is still silent, and does not know of one', async () => {
  await using halted = await haltAtThird();
  const { workspace, environment, sink, child } = halted;
  child.kill('SIGTERM');
  await halted.finishing;
  const toldAt = performance.now();
  child.kill('SIGINT');
  expect((await halted.ended).code).toBe(130);
  expect(performance.now() - toldAt).toBeLessThan(1_000);
  await halted.letGo();
  const resumed = await workspace.penny(send, environment);
  expect(resumed.code).toBe(4);
  expect(resultOf(resumed)).toMatchObject({ accepted: 11, unknown: 1 });
  everybodyOnce(sink);
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
  await using halted = await haltAtThird();
  const { workspace, environment, sink } = halted;
  using database = new DatabaseSync(join(workspace.folder, '.penny/penny.db'), { timeout: 5_000 });
  database.exec('UPDATE mailing SET lease_until = 1');
  const second = await workspace.penny(send, environment);
  expect([second.code, second.error]).toEqual([3, expect.stringContaining('is sending this issue')]);
  expect((await halted.letGo()).result).toMatchObject({ state: 'finished', accepted: 12 });
  everybodyOnce(sink);
});
