import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it, vi } from 'vitest';
import { makePem } from '../delivery/signing/keys.ts';
import { type Answer, type Behaviour, startMisbehavingServer } from '../faults/misbehaving-server.ts';
import { setSigningKey } from './set-signing-key.ts';
import { createWorkspace, type Run, type TestWorkspace } from './workspace.ts';

/** Milliseconds for each test: every one starts the command several times, and the machine may be busy. */
vi.setConfig({ testTimeout: 60_000 });

const password = 'Kormoran-4711';
const encoded = [password, `\0me\0${password}`].map((words) => Buffer.from(words).toString('base64'));
const people = ['lia.north', 'ben.south', 'cyd.east'];
const send = 'send 1 --to list.csv --yes --verbose --connections 1 --wait 0s';

function createListed(): TestWorkspace {
  const workspace = createWorkspace();
  const lines = people.map((name) => `${name}@example.net`);
  writeFileSync(join(workspace.folder, 'list.csv'), ['email', ...lines, ''].join('\n'));
  return workspace;
}

/** Everything in a folder, folders first named by a slash. */
function walk(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).map(({ parentPath, name }) =>
    join(parentPath, name),
  );
}

/** Answers a command with all that was said in it, and everything that was said before. */
function quoting(code: string, said: string[]): Answer {
  return (socket, { line }) => {
    said.push(line);
    socket.write(`${code} you said ${said.toReversed().join(' and ')}\r\n`);
  };
}

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

it('scoreboard 96: password, key and readers’ addresses are in no output, no log and no file that need not hold them', async () => {
  using workspace = createListed();
  const pem = makePem();
  const keyFile = setSigningKey(workspace, pem, 0o644);
  const said: string[] = [];
  const silent = Promise.withResolvers<void>();
  const asks = '250-mail.example.com\r\n250 AUTH PLAIN LOGIN';
  const behaviour: Behaviour = {
    EHLO: asks,
    // Asked before the mailing begins.
    AUTH: [quoting('535 5.7.8', said)],
    RCPT: [quoting('250', said), quoting('450 4.2.0', said), quoting('250', said)],
    '.': [() => silent.resolve(), quoting('554 5.7.1', said), quoting('554 5.7.1', said)],
  };
  await using server = await startMisbehavingServer(behaviour);
  const environment = { SMTP_URL: `smtp://me:${password}@127.0.0.1:${server.port}` };
  const runs: Record<string, Run> = {};

  runs['open key'] = await workspace.penny(send, environment);
  chmodSync(keyFile, 0o600);
  writeFileSync(keyFile, pem.replace('BEGIN', 'BEGIM'));
  runs['broken key'] = await workspace.penny(send, environment);
  writeFileSync(keyFile, pem);
  runs['refused login'] = await workspace.penny(send, environment);
  const child = workspace.start(send, environment);
  const [output, error] = [text(child.stdout), text(child.stderr)];
  const closed = once(child, 'close');
  await silent.promise;
  child.kill('SIGKILL');
  await closed;
  runs['crash'] = { code: null, output: await output, error: await error };
  const left = walk(join(workspace.folder, '.penny'));
  expect(left.some((path) => path.includes('-outcomes-'))).toBe(true);
  for (const path of left)
    expect([path, modeOf(path)]).toEqual([path, statSync(path).isDirectory() ? '700' : '600']);
  runs['all quoted back'] = await workspace.penny(send, environment);
  runs['as documents'] = await workspace.penny(`${send} --json`, environment);
  runs['standing'] = await workspace.penny('status 1', environment);
  runs['settings'] = await workspace.penny('config --verbose', environment);

  // Each run met what it was to meet.
  expect(runs['open key']?.error).toContain('chmod 600');
  expect(runs['broken key']?.error).toContain('PEM');
  expect(runs['refused login']?.error).toContain('535');
  expect(runs['all quoted back']?.output).toContain('554 you said');
  expect(runs['standing']?.output).toMatch(/[lbc]…@example\.net/);

  const secrets = [password, ...encoded, ...pem.split('\n').slice(1, -2)];
  for (const [name, run] of Object.entries(runs)) {
    for (const secret of [...secrets, ...people]) expect(run.output + run.error, name).not.toContain(secret);
  }
  for (const path of walk(join(workspace.folder, '.penny')).filter((path) => statSync(path).isFile())) {
    const content = readFileSync(path, 'latin1');
    for (const secret of secrets) expect(content.includes(secret), path).toBe(false);
    if (!/penny\.db(-wal|-shm)?$/.test(path))
      for (const name of people) expect(content.includes(name), path).toBe(false);
  }
  // Who asks what became of each reader is told whom it is about.
  expect((await workspace.penny('status 1 --recipients')).output).toContain(`${people[0]}@example.net`);
});

it('scoreboard 97: no reply of a server moves a cursor, colours a line or turns it round, wherever it is printed', async () => {
  using workspace = createListed();
  const evil =
    '\u001b[31mno\u001b[0m \u001b]0;gone\u0007\u009b2J \u202eback\u2066 \u001b]8;;https://example.org\u001b\\x';
  await using server = await startMisbehavingServer({
    CONNECT: `220 ${evil}`,
    EHLO: `250 ${evil}`,
    RCPT: [`550 5.1.1 ${evil}`, `450 4.2.0 ${evil}`, `250 ${evil}`],
    '.': `554 5.7.1 ${evil}`,
  });
  const environment = { SMTP_URL: `smtp://127.0.0.1:${server.port}` };
  const runs: Run[] = [];
  for (const words of [
    send,
    `${send} --json`,
    'send 1 --test me@example.org',
    'status 1',
    'status 1 --recipients',
    'status 1 --recipients --json',
    'resolve 1',
    'pause 1',
    'cancel 1 --yes',
  ])
    runs.push(await workspace.penny(words, environment));
  const all = runs.map(({ output, error }) => output + error).join('');
  expect(all).toContain('554');
  expect(all).toContain('back');
  expect(all.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
});

it('scoreboard 98: all that a mailing writes is its owner’s alone, in folders that are, too', async () => {
  using workspace = createListed();
  expect(await workspace.penny(send)).toMatchObject({ code: 0 });
  const written = ['.penny', 'outbox'].flatMap((name) => [
    join(workspace.folder, name),
    ...walk(join(workspace.folder, name)),
  ]);
  expect(written.filter((path) => path.endsWith('.eml'))).toHaveLength(people.length);
  for (const path of written)
    expect([path, modeOf(path)]).toEqual([path, statSync(path).isDirectory() ? '700' : '600']);
});
