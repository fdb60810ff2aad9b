import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { makePem } from '../delivery/signing/keys.ts';
import { everybodyOnce, haltAtThird, resultOf, send } from './halted-sending.ts';
import { setSigningKey } from './set-signing-key.ts';
import { startSmtpSink } from './smtp-sink.ts';
import { createWorkspace } from './workspace.ts';

/** Milliseconds for each test: every one starts the command several times, and the machine may be busy. */
vi.setConfig({ testTimeout: 60_000 });

const resume = 'resume 1 --yes --json';

it('a mailing that was interrupted is not started at another time, and not at once either', async () => {
  await using halted = await haltAtThird();
  const { workspace, environment, sink } = halted;
  await halted.interrupt('SIGINT');
  const run = await workspace.penny('send 1 --at 2099-01-01T09:00 --detach --yes --json', environment);
  expect(run).toMatchObject({ code: 2, error: expect.stringContaining('has a mailing already') });
  expect(sink.messages).toHaveLength(3);
});

it('an outbox that cannot be written to pauses the mailing with the reason, and a later run goes on', async () => {
  using workspace = createWorkspace();
  const slug = '1-are-interviews-really-a-two-way-street';
  const inTheWay = join(workspace.folder, 'outbox', slug, 'li@example.net.eml');
  mkdirSync(inTheWay, { recursive: true });
  const failed = await workspace.penny(send);
  expect(failed).toMatchObject({ code: 2, error: expect.stringContaining('cannot be written to: E') });
  expect(failed.error).toContain('hint: see that outbox');
  expect(failed.error).not.toContain('li@example.net');
  const { output } = await workspace.penny('status 1');
  expect(output).toMatch(/^issue 1 is paused: outbox\/\S+ cannot be written to: E/);
  rmSync(inTheWay, { recursive: true });
  expect(await workspace.penny(send)).toMatchObject({ code: 0 });
  expect(readdirSync(dirname(inTheWay))).toHaveLength(12);
});

describe('a backup that is put back in the middle of a mailing', () => {
  const copyPages =
    'import sqlite3,sys; a=sqlite3.connect(sys.argv[1]); b=sqlite3.connect(sys.argv[2]); a.backup(b); b.close()';

  it.each<[string, (backup: string, database: string) => void]>([
    ['copied over the database', (backup, database) => copyFileSync(backup, database)],
    ['copied over it with cp', (backup, database) => void execFileSync('cp', [backup, database])],
    [
      'copied after the database was removed',
      (backup, database) => {
        rmSync(database);
        copyFileSync(backup, database);
      },
    ],
    [
      'restored with SQLite’s own backup',
      (backup, database) => void execFileSync('python3', ['-c', copyPages, backup, database]),
    ],
    [
      'moved into its place, as a snapshot is',
      (backup, database) => {
        copyFileSync(backup, `${database}.new`);
        renameSync(`${database}.new`, database);
      },
    ],
  ])('mails nobody twice: %s', async (_, restore) => {
    await using halted = await haltAtThird();
    const { workspace, environment, sink } = halted;
    await halted.interrupt('SIGINT');
    const database = join(workspace.folder, '.penny', 'penny.db');
    const backup = join(workspace.folder, 'backup.db');
    expect(readdirSync(join(workspace.folder, '.penny')).filter((name) => name.includes('wal'))).toEqual([]);
    copyFileSync(database, backup);
    expect(await workspace.penny(resume, environment)).toMatchObject({ code: 0 });
    everybodyOnce(sink);
    restore(backup, database);
    expect(await workspace.penny(resume, environment)).toMatchObject({ code: 2 });
    everybodyOnce(sink);
  });
});

it('a backup from before a mailing does not mail everybody a second time without a word', async () => {
  using workspace = createWorkspace();
  await using sink = await startSmtpSink();
  const environment = { SMTP_URL: sink.url };
  const database = join(workspace.folder, '.penny', 'penny.db');
  await workspace.penny('subscribers import subscribers.csv');
  copyFileSync(database, join(workspace.folder, 'backup.db'));
  expect(await workspace.penny('send 1 --yes', environment)).toMatchObject({ code: 0 });
  renameSync(join(workspace.folder, 'backup.db'), database);
  expect(await workspace.penny('send 1 --yes', environment)).toMatchObject({
    code: 2,
    error: expect.stringContaining('an older copy was put in its place'),
  });
  everybodyOnce(sink);
});

it('somebody of whom nothing is known can be settled when the mailing was cancelled and the next one has gone', async () => {
  await using halted = await haltAtThird();
  const { workspace, environment, child } = halted;
  child.kill('SIGKILL');
  await halted.letGo();
  const cancelled = await workspace.penny('cancel 1 --yes --json', environment);
  expect(resultOf(cancelled)).toMatchObject({ state: 'cancelled', accepted: 2, unknown: 1 });
  const next = await workspace.penny(send, environment);
  expect(resultOf(next)).toMatchObject({ state: 'finished', accepted: 9, audience: 9 });
  const listed = await workspace.penny('resolve 1 --json', environment);
  expect(resultOf(listed)).toMatchObject({ unknown: [expect.any(String)] });
});

it('penny status does not say that an issue is being sent by a process that was killed', async () => {
  await using halted = await haltAtThird();
  const { workspace, child } = halted;
  child.kill('SIGKILL');
  await halted.letGo();
  expect((await workspace.penny('status 1')).output).toContain('issue 1 is waiting: interrupted');
});

it.each(['', ':/etc/localtime', 'CET-1CEST'])(
  '--at is read on this machine’s clock where TZ is “%s”',
  async (TZ) => {
    using workspace = createWorkspace();
    const words = 'send 1 --to subscribers.csv --at 2099-01-01T09:00 --dry-run --json';
    expect(await workspace.penny(words, { TZ })).toMatchObject({ code: 0 });
  },
);

it('a mailing that was signed at its start does not go on unsigned', async () => {
  await using halted = await haltAtThird((workspace) => setSigningKey(workspace, makePem()));
  const { workspace, environment, sink } = halted;
  await halted.interrupt('SIGINT');
  const settings = join(workspace.folder, 'newsletter.yaml');
  const signed = readFileSync(settings, 'utf8');
  writeFileSync(settings, signed.replace(/^dkim:.*$/m, ''));
  expect(await workspace.penny(resume, environment)).toMatchObject({
    code: 2,
    error: expect.stringContaining('put dkim: back into newsletter.yaml'),
  });
  writeFileSync(settings, signed);
  expect(await workspace.penny(resume, environment)).toMatchObject({ code: 0 });
  everybodyOnce(sink);
  expect(sink.messages.filter(({ source }) => !source.startsWith('DKIM-Signature'))).toEqual([]);
});
