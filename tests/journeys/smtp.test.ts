import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { send } from './halted-sending.ts';
import { startSmtpSink } from './smtp-sink.ts';
import { createWorkspace } from './workspace.ts';

it('delivers exactly one message to everybody through a real server', async () => {
  using workspace = createWorkspace();
  await using sink = await startSmtpSink();
  const run = await workspace.penny(send, { SMTP_URL: sink.url });
  expect(run).toMatchObject({ code: 0 });
  expect(JSON.parse(run.output)).toMatchObject({ state: 'finished', accepted: 12, unknown: 0 });
  expect(new Set(sink.messages.map(({ to }) => to)).size).toBe(12);
  expect(sink.messages).toHaveLength(12);

  // The address of the page stands in those messages.
  const issues = join(workspace.folder, 'issues');
  const file = join(issues, '001-are-interviews-really-a-two-way-street.md');
  renameSync(file, join(issues, '001-interviews.md'));
  expect(await workspace.penny('build')).toMatchObject({
    code: 1,
    error: expect.stringContaining('hint: write slug: are-interviews-really-a-two-way-street'),
  });
  expect((await workspace.penny('check')).error).toContain('issue/slug-sent');
  expect(await workspace.penny(send, { SMTP_URL: sink.url })).toMatchObject({ code: 1 });
  expect(existsSync(join(workspace.folder, 'public'))).toBe(false);
});

it('killed in the middle and run again, reaches everybody once, and says what it cannot know', async () => {
  using workspace = createWorkspace();
  const half = Promise.withResolvers<void>();
  const dead = Promise.withResolvers<void>();
  // From the sixth message on the server has it and does not say so while the sender lives.
  await using sink = await startSmtpSink({
    beforeAnswer: (count) => {
      if (count < 6) return undefined;
      half.resolve();
      return dead.promise;
    },
  });
  const environment = { SMTP_URL: sink.url };
  const child = workspace.start(`${send} --connections 2`, environment);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await half.promise;
  child.kill('SIGKILL');
  await ended;
  dead.resolve();

  // Whatever the dead one wrote: nobody is sending it.
  for (const words of [`${send} --dry-run`, 'status 1']) {
    const { output } = await workspace.penny(words.replace(' --json', ''), environment);
    expect(output).toContain('issue 1 is waiting: interrupted');
  }
  const run = await workspace.penny(send, environment);
  const result = JSON.parse(run.output);
  expect(run.code).toBe(4);
  expect(result.accepted + result.unknown).toBe(12);
  expect(result.unknown).toBeGreaterThanOrEqual(1);
  expect(result.unknown).toBeLessThanOrEqual(2);
  const received = sink.messages.map(({ to }) => to);
  expect(new Set(received).size).toBe(received.length);
  expect(received.length).toBeGreaterThanOrEqual(result.accepted);
});

it('stops at a refused login before anything has begun, and sends once the password is right', async () => {
  using workspace = createWorkspace();
  await using refusing = await startSmtpSink({ refuseLogin: true });
  const wrong = refusing.url.replace('//', '//user:pass%20word@');
  const stopped = await workspace.penny(send, { SMTP_URL: wrong });
  expect(stopped.code).toBe(2);
  expect(stopped.error + stopped.output).not.toContain('pass word');
  expect(JSON.parse(stopped.output)).toMatchObject({
    refused: true,
    preflight: expect.arrayContaining([
      expect.objectContaining({ state: 'error', detail: expect.stringContaining('refused the login') }),
    ]),
  });
  expect(JSON.parse((await workspace.penny('status --json')).output)).toEqual({ mailings: [] });
  expect(refusing.messages).toEqual([]);

  await using sink = await startSmtpSink();
  const resumed = await workspace.penny(send, { SMTP_URL: sink.url.replace('//', '//user:right@') });
  expect(JSON.parse(resumed.output)).toMatchObject({ state: 'finished', accepted: 12 });
});
