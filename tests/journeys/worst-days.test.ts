import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { startSmtpSink } from '../journeys/smtp-sink.ts';
import { createWorkspace } from '../journeys/workspace.ts';

vi.setConfig({ testTimeout: 60_000 });

const send = 'send 1 --to subscribers.csv --yes --json';

/** Three of twelve have it, and the mailing waits: Ctrl-C after the third. */
async function interruptAtThird({ signed = false } = {}) {
  const workspace = createWorkspace();
  if (signed) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(join(workspace.folder, 'dkim.pem'), pem, { mode: 0o600 });
    const settings = join(workspace.folder, 'newsletter.yaml');
    const dkim = 'dkim: { domain: penny.example, selector: s, keyFile: dkim.pem }';
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}\n${dkim}\n`);
  }
  const third = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const sink = await startSmtpSink({
    beforeAnswer: (count) => {
      if (count !== 3) return undefined;
      third.resolve();
      return go.promise;
    },
  });
  const environment = { SMTP_URL: sink.url };
  const child = workspace.start(`${send} --connections 1`, environment);
  const closed = new Promise((done) => child.once('close', done));
  await third.promise;
  child.kill('SIGINT');
  await new Promise((done) => setTimeout(done, 200));
  go.resolve();
  await closed;
  return { workspace, sink, environment };
}

describe('a mailing that is to go later', () => {
  it('does not start at once because an earlier run was interrupted', async () => {
    const { workspace, sink, environment } = await interruptAtThird();
    const before = sink.messages.length;
    const run = await workspace.penny('send 1 --at 2099-01-01T09:00 --detach --yes --json', environment);
    expect({ mailedNow: sink.messages.length - before, code: run.code }).toMatchObject({ mailedNow: 0 });
    workspace[Symbol.dispose]();
    await sink[Symbol.asyncDispose]();
  });
});

describe('a backup that is put back in the middle of a mailing', () => {
  const path = (folder: string) => join(folder, '.penny', 'penny.db');
  const ways: Record<string, (folder: string) => void> = {
    'copied over the database': (folder) => copyFileSync(`${folder}/backup.db`, path(folder)),
    'copied over it with cp': (folder) => void execFileSync('cp', [`${folder}/backup.db`, path(folder)]),
    'copied after the database was removed': (folder) => {
      rmSync(path(folder));
      copyFileSync(`${folder}/backup.db`, path(folder));
    },
    'restored with sqlite’s own backup': (folder) => {
      execFileSync('python3', [
        '-c',
        'import sqlite3,sys; a=sqlite3.connect(sys.argv[1]); b=sqlite3.connect(sys.argv[2]); a.backup(b); b.close()',
        `${folder}/backup.db`,
        path(folder),
      ]);
    },
    'the folder moved aside and back, as a snapshot does': (folder) => {
      copyFileSync(`${folder}/backup.db`, `${path(folder)}.new`);
      renameSync(`${path(folder)}.new`, path(folder));
    },
  };
  for (const [way, restore] of Object.entries(ways)) {
    it(`mails nobody twice: ${way}`, async () => {
      const { workspace, sink, environment } = await interruptAtThird();
      const { folder } = workspace;
      expect(readdirSync(join(folder, '.penny')).filter((name) => name.includes('wal'))).toEqual([]);
      copyFileSync(path(folder), join(folder, 'backup.db'));
      expect(existsSync(join(folder, 'backup.db'))).toBe(true);
      expect(await workspace.penny('resume 1 --yes --json', environment)).toMatchObject({ code: 0 });
      expect(sink.messages).toHaveLength(12);
      restore(folder);
      const run = await workspace.penny('resume 1 --yes --json', environment);
      expect({ code: run.code, messages: sink.messages.length }).toEqual({ code: 2, messages: 12 });
      workspace[Symbol.dispose]();
      await sink[Symbol.asyncDispose]();
    });
  }
});

describe('somebody of whom nothing is known in a mailing that was cancelled', () => {
  it('can be settled still when the next mailing of the issue has gone', async () => {
    const workspace = createWorkspace();
    const third = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const sink = await startSmtpSink({
      beforeAnswer: (count) => {
        if (count !== 3) return undefined;
        third.resolve();
        return go.promise;
      },
    });
    const environment = { SMTP_URL: sink.url };
    const child = workspace.start(`${send} --connections 1`, environment);
    const closed = new Promise((done) => child.once('close', done));
    await third.promise;
    child.kill('SIGKILL');
    go.resolve();
    await closed;
    const cancelled = await workspace.penny('cancel 1 --yes --json', environment);
    expect(JSON.parse(cancelled.output)).toMatchObject({ state: 'cancelled', accepted: 2, unknown: 1 });
    const again = await workspace.penny(send, environment);
    expect(JSON.parse(again.output)).toMatchObject({ state: 'finished', accepted: 9, audience: 9 });
    // The person is in no mailing any more: nobody asks about them, and nobody can say anything of them.
    const listed = await workspace.penny('resolve 1 --json', environment);
    expect(JSON.parse(listed.output)).toMatchObject({ unknown: [expect.any(String)] });
    workspace[Symbol.dispose]();
    await sink[Symbol.asyncDispose]();
  });
});

describe('a terminal that is closed', () => {
  it('lets what is on its way be finished, as Ctrl-C does: nobody is unknown', async () => {
    const workspace = createWorkspace();
    const third = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const sink = await startSmtpSink({
      beforeAnswer: (count) => {
        if (count !== 3) return undefined;
        third.resolve();
        return go.promise;
      },
    });
    const environment = { SMTP_URL: sink.url };
    const child = workspace.start(`${send} --connections 1`, environment);
    const closed = new Promise((done) => child.once('close', done));
    await third.promise;
    child.kill('SIGHUP');
    setTimeout(() => go.resolve(), 300);
    await closed;
    const run = await workspace.penny('resume 1 --yes --json', environment);
    expect(JSON.parse(run.output)).toMatchObject({ accepted: 12, unknown: 0 });
    workspace[Symbol.dispose]();
    await sink[Symbol.asyncDispose]();
  });
});

describe('penny status', () => {
  it('does not say that an issue is being sent by a process that was killed', async () => {
    const workspace = createWorkspace();
    const third = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const sink = await startSmtpSink({
      beforeAnswer: (count) => {
        if (count !== 3) return undefined;
        third.resolve();
        return go.promise;
      },
    });
    const child = workspace.start(`${send} --connections 1`, { SMTP_URL: sink.url });
    const closed = new Promise((done) => child.once('close', done));
    await third.promise;
    child.kill('SIGKILL');
    go.resolve();
    await closed;
    const { output } = await workspace.penny('status 1');
    expect(output).not.toContain('issue 1 is sending');
    workspace[Symbol.dispose]();
    await sink[Symbol.asyncDispose]();
  });
});

describe('a backup from before the mailing', () => {
  it('does not mail everybody a second time without a word', async () => {
    const workspace = createWorkspace();
    const sink = await startSmtpSink();
    const environment = { SMTP_URL: sink.url };
    const database = join(workspace.folder, '.penny', 'penny.db');
    await workspace.penny('subscribers import subscribers.csv --source import');
    copyFileSync(database, join(workspace.folder, 'backup.db'));
    await workspace.penny('send 1 --yes --json', environment);
    const mailed = sink.messages.length;
    renameSync(join(workspace.folder, 'backup.db'), database);
    const run = await workspace.penny('send 1 --yes --json', environment);
    expect(mailed).toBeGreaterThan(0);
    expect({ code: run.code, messages: sink.messages.length }).toEqual({ code: 2, messages: mailed });
    workspace[Symbol.dispose]();
    await sink[Symbol.asyncDispose]();
  });
});

describe('--at', () => {
  it.each(['', ':/etc/localtime', 'CET-1CEST'])(
    'is read on this machine’s clock where TZ is “%s”',
    async (TZ) => {
      using workspace = createWorkspace();
      const words = 'send 1 --to subscribers.csv --at 2099-01-01T09:00 --dry-run --json';
      const { code, error } = await workspace.penny(words, { TZ });
      expect({ code, error }).toMatchObject({ code: 0 });
    },
  );
});

describe('a mailing that was signed at its start', () => {
  it('does not go on unsigned without a word', async () => {
    const { workspace, sink, environment } = await interruptAtThird({ signed: true });
    const settings = join(workspace.folder, 'newsletter.yaml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^dkim:.*$/m, ''));
    const run = await workspace.penny('resume 1 --yes --json', environment);
    const unsigned = sink.messages.filter(({ source }) => !source.startsWith('DKIM-Signature'));
    expect({ unsigned: unsigned.length, warned: /sign/i.test(run.error) }).not.toEqual({
      unsigned: 9,
      warned: false,
    });
    workspace[Symbol.dispose]();
    await sink[Symbol.asyncDispose]();
  });
});
