import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it, vi } from 'vitest';
import { startMisbehavingServer } from '../faults/misbehaving-server.ts';
import { type SmtpSink, startSmtpSink } from './smtp-sink.ts';
import { createWorkspace, type TestWorkspace } from './workspace.ts';

/** Milliseconds for each test: every one starts the command several times, and the machine may be busy. */
vi.setConfig({ testTimeout: 60_000 });

/** Everybody on the list, one after the other: the fourth message waits for what happens meanwhile. */
async function whileSending(
  workspace: TestWorkspace,
  meanwhile: (sink: SmtpSink) => Promise<unknown>,
): Promise<{ readonly result: unknown; readonly messages: SmtpSink['messages'] }> {
  const fourth = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  await using sink = await startSmtpSink({
    beforeAnswer: (count) => {
      if (count !== 4) return undefined;
      fourth.resolve();
      return done.promise;
    },
  });
  const child = workspace.start('send 1 --yes --json --connections 1', { SMTP_URL: sink.url });
  const output = text(child.stdout);
  await fourth.promise;
  try {
    await meanwhile(sink);
  } finally {
    done.resolve();
  }
  return { result: JSON.parse(await output), messages: sink.messages };
}

async function importRows(workspace: TestWorkspace, ...rows: string[]): Promise<void> {
  writeFileSync(join(workspace.folder, 'rows.csv'), ['email,status', ...rows, ''].join('\n'));
  const { code, error } = await workspace.penny('subscribers import rows.csv');
  if (code !== 0) throw new Error(error);
}

it('scoreboard 14: changed in the middle, the issue goes to everybody as it was, and the next run says so', async () => {
  using workspace = createWorkspace();
  await workspace.penny('subscribers import subscribers.csv');
  const [name = ''] = globSync('issues/001-*.md', { cwd: workspace.folder });
  const issue = join(workspace.folder, name);
  const change = (): void =>
    writeFileSync(issue, readFileSync(issue, 'utf8').replaceAll('interview', 'audition'));
  const { result, messages } = await whileSending(workspace, async () => change());
  expect(result).toMatchObject({ state: 'finished', accepted: 12 });
  expect(messages).toHaveLength(12);
  for (const { source } of messages) expect(source).toContain('Subject: are interviews really');
  expect(messages.map(({ source }) => source).join('')).not.toContain('audition');
  const again = await workspace.penny('send 1 --yes --json', { SMTP_URL: 'smtp://127.0.0.1:9' });
  expect(again.error).toContain('changed since it was sent; nobody gets it again');
});

it('scoreboard 14: changed between two runs, it goes to the others as it was at the start, with a notice', async () => {
  using workspace = createWorkspace();
  await workspace.penny('subscribers import subscribers.csv');
  const [name = ''] = globSync('issues/001-*.md', { cwd: workspace.folder });
  const issue = join(workspace.folder, name);
  const third = Promise.withResolvers<void>();
  const dead = Promise.withResolvers<void>();
  await using sink = await startSmtpSink({
    beforeAnswer: (count) => {
      if (count !== 3) return undefined;
      third.resolve();
      return dead.promise;
    },
  });
  const child = workspace.start('send 1 --yes --json --connections 1', { SMTP_URL: sink.url });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await third.promise;
  child.kill('SIGKILL');
  await ended;
  dead.resolve();
  writeFileSync(issue, readFileSync(issue, 'utf8').replaceAll('interview', 'audition'));
  const resumed = await workspace.penny('send 1 --yes --json', { SMTP_URL: sink.url });
  expect(resumed.error).toContain('changed since; everybody gets it as it was at the start');
  expect(sink.messages).toHaveLength(12);
  expect(sink.messages.map(({ source }) => source).join('')).not.toContain('audition');
});

it('scoreboard 15: who unsubscribes in the middle is not mailed, and is counted', async () => {
  using workspace = createWorkspace();
  await workspace.penny('subscribers import subscribers.csv');
  const { result, messages } = await whileSending(workspace, () =>
    importRows(workspace, 'noname@example.net,unsubscribed'),
  );
  expect(result).toMatchObject({ state: 'finished', audience: 12, accepted: 11, skipped: 1 });
  expect(messages.map(({ to }) => to)).not.toContain('noname@example.net');
  expect(messages).toHaveLength(11);
});

it('scoreboard 16: who unsubscribes when the message is on its way gets no end of it', async () => {
  using workspace = createWorkspace();
  await workspace.penny('subscribers import subscribers.csv');
  const onItsWay = Promise.withResolvers<void>();
  const left = Promise.withResolvers<void>();
  await using server = await startMisbehavingServer({
    DATA: (socket) => {
      onItsWay.resolve();
      void left.promise.then(() => socket.write('354 go on\r\n'));
    },
  });
  const url = `smtp://127.0.0.1:${server.port}`;
  const child = workspace.start('send 1 --yes --json --connections 1', { SMTP_URL: url });
  const output = text(child.stdout);
  await onItsWay.promise;
  const [, address] = /<(.*)>/.exec(server.heard.findLast((line) => line.startsWith('RCPT')) ?? '') ?? [];
  await importRows(workspace, `${address},unsubscribed`);
  left.resolve();
  expect(JSON.parse(await output)).toMatchObject({
    state: 'finished',
    audience: 12,
    accepted: 11,
    skipped: 1,
  });
  expect(server.heard.filter((line) => line === '.')).toHaveLength(11);
  const { output: listed } = await workspace.penny('status 1 --recipients --json');
  expect(JSON.parse(listed).mailings[0].recipients).toContainEqual(
    expect.objectContaining({ address, state: 'skipped' }),
  );
});

it('scoreboard 17: who joins in the middle waits for the next issue', async () => {
  using workspace = createWorkspace();
  await workspace.penny('subscribers import subscribers.csv');
  const { result, messages } = await whileSending(workspace, () =>
    importRows(workspace, 'newcomer@example.org,active'),
  );
  expect(result).toMatchObject({ state: 'finished', audience: 12, accepted: 12 });
  expect(messages.map(({ to }) => to)).not.toContain('newcomer@example.org');
  const { output } = await workspace.penny('status 1 --json');
  expect(JSON.parse(output)).toMatchObject({ mailings: [{ audience: 12 }] });
});

it('scoreboard 18: an address that is written in several ways gets one message', async () => {
  using workspace = createWorkspace();
  const rows = [
    'ann.smith@example.com',
    'Ann.Smith@Example.COM',
    'ANN.SMITH@example.com',
    'li@bücher.example',
    'li@xn--bcher-kva.example',
    'LI@BÜCHER.example',
    'li@bu\u0308cher.example',
  ];
  writeFileSync(join(workspace.folder, 'list.csv'), ['email', ...rows, ''].join('\n'));
  await using sink = await startSmtpSink();
  const run = await workspace.penny('send 1 --to list.csv --yes --json', { SMTP_URL: sink.url });
  expect(run.code).toBe(0);
  expect(JSON.parse(run.output)).toMatchObject({ audience: 2, accepted: 2 });
  // The server shows the domain as people write it.
  const received = sink.messages.map(({ to }) => to.toLowerCase());
  expect(received.toSorted()).toEqual(['ann.smith@example.com', 'li@bücher.example']);
});
