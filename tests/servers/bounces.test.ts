import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createWorkspace, type TestWorkspace } from '../journeys/workspace.ts';
import { describeWithExim, describeWithPostfix } from '../system.ts';
import { findFreePort } from './free-port.ts';
import type { MailServer } from './mail-server.ts';
import { sendToList } from './send-to-list.ts';
import { startExim } from './start-exim.ts';
import { startPostfix } from './start-postfix.ts';

/** Milliseconds for each test: servers start and stop, and the machine may be busy. */
vi.setConfig({ testTimeout: 120_000 });

/** Whoever writes to the domain of the return paths. */
const everybody = '@bounces.penny.example';
const there = 'li@example.net';
const nobody = 'nobody@example.net';

function createBouncing(): TestWorkspace {
  const workspace = createWorkspace();
  appendFileSync(join(workspace.folder, 'newsletter.yaml'), 'bounces: { domain: bounces.penny.example }\n');
  return workspace;
}

/** What came back to a server, in files of the workspace, and their names. */
async function fetchBack(
  server: MailServer,
  { folder }: TestWorkspace,
  address = everybody,
): Promise<readonly string[]> {
  await vi.waitFor(() => expect(server.messagesOf(address)).not.toEqual([]), { timeout: 30_000 });
  return server.messagesOf(address).map((message, index) => {
    writeFileSync(join(folder, `back-${index}.eml`), message);
    return `back-${index}.eml`;
  });
}

async function expectOneSuppressed(workspace: TestWorkspace, files: readonly string[]): Promise<void> {
  const first = await workspace.penny(`bounces ${files.join(' ')} --json`);
  expect(first).toMatchObject({ code: 0, error: '' });
  expect(JSON.parse(first.output)).toMatchObject({
    messages: 1,
    suppressed: 1,
    hard: 1,
    ignored: {},
    broken: [],
  });
  const again = await workspace.penny(`bounces ${files.join(' ')} --json`);
  expect(JSON.parse(again.output)).toMatchObject({ suppressed: 0, hard: 0, known: 1 });
  const { output } = await workspace.penny('subscribers list --status suppressed --json');
  expect(JSON.parse(output)).toMatchObject({ subscribers: [{ address: nobody }] });
  const list = await workspace.penny('subscribers list --status active --json');
  expect(JSON.parse(list.output)).toMatchObject({ subscribers: [{ address: there }] });
}

describeWithPostfix('what comes back from a real Postfix', (program) => {
  it('scoreboard 82: an unknown user is suppressed, once, and nobody else', async () => {
    using workspace = createBouncing();
    const settings = { smtpd_reject_unlisted_recipient: 'no' };
    await using postfix = await startPostfix({ program, addresses: [there, everybody], settings });
    const run = await sendToList(workspace, [there, nobody], { SMTP_URL: postfix.url });
    expect(run.result).toMatchObject({ state: 'finished', accepted: 2 });
    const files = await fetchBack(postfix, workspace);
    expect(postfix.messagesOf(everybody).join()).toMatch(/^Status: 5\.1\.1$/m);
    await expectOneSuppressed(workspace, files);
  });

  it('scoreboard 82: the same by our Message-ID, where bounces come to the sender', async () => {
    using workspace = createWorkspace();
    const settings = { smtpd_reject_unlisted_recipient: 'no' };
    const sender = '@penny.example';
    await using postfix = await startPostfix({ program, addresses: [there, sender], settings });
    await sendToList(workspace, [there, nobody], { SMTP_URL: postfix.url });
    await expectOneSuppressed(workspace, await fetchBack(postfix, workspace, sender));
  });

  it('scoreboard 83: a mail that is late suppresses nobody', async () => {
    using workspace = createBouncing();
    const settings = {
      delay_warning_time: '1s',
      queue_run_delay: '1s',
      minimal_backoff_time: '1s',
      maximal_backoff_time: '1s',
      smtpd_relay_restrictions: 'permit_mynetworks, reject_unauth_destination',
      mynetworks: '127.0.0.0/8',
      default_transport: `smtp:[127.0.0.1]:${await findFreePort()}`,
    };
    await using postfix = await startPostfix({ program, addresses: [there, everybody], settings });
    const run = await sendToList(workspace, ['ann@example.org'], { SMTP_URL: postfix.url });
    expect(run.result).toMatchObject({ accepted: 1 });
    const files = await fetchBack(postfix, workspace);
    const { output } = await workspace.penny(`bounces ${files.join(' ')} --json`);
    expect(JSON.parse(output)).toMatchObject({ messages: 1, delayed: 1, suppressed: 0, soft: 0, broken: [] });
  });
});

describeWithExim('what comes back from a real Exim', (exim) => {
  describeWithPostfix('that a Postfix refuses', (program) => {
    it('82: an unknown user is suppressed, once, and nobody else', async () => {
      using workspace = createBouncing();
      await using postfix = await startPostfix({ program, addresses: [there] });
      await using relay = await startExim({
        program: exim,
        addresses: ['*@bounces.penny.example'],
        relayPort: postfix.port,
      });
      const run = await sendToList(workspace, [there, nobody], { SMTP_URL: relay.url });
      expect(run.result).toMatchObject({ state: 'finished', accepted: 2 });
      const files = await fetchBack(relay, workspace, '*@bounces.penny.example');
      expect(relay.messagesOf('*@bounces.penny.example').join()).toMatch(
        /^Diagnostic-Code: smtp; 550 5\.1\.1 /m,
      );
      await expectOneSuppressed(workspace, files);
    });
  });
});
