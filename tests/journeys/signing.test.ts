import { createPublicKey } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyMessage } from '../../src/delivery/signing/verify-message.ts';
import { makePem } from '../delivery/signing/keys.ts';
import { setSigningKey } from './set-signing-key.ts';
import { startSmtpSink } from './smtp-sink.ts';
import { createWorkspace } from './workspace.ts';

const send = 'send 1 --to subscribers.csv --yes --json';

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

it('scoreboard 66: signs everybody’s message, on the wire, in the outbox, for a test and to look at', async () => {
  const pem = makePem();
  const publicKey = createPublicKey(pem);
  const isSigned = (message: string): boolean => verifyMessage(Buffer.from(message), publicKey).isValid;
  using workspace = createWorkspace();
  setSigningKey(workspace, pem);
  await using sink = await startSmtpSink();

  const look = await workspace.penny('render 1 --as eml');
  expect(isSigned(look.output)).toBe(true);
  expect(await workspace.penny('send 1 --test me@penny.example', { SMTP_URL: sink.url })).toMatchObject({
    code: 0,
  });
  const dry = JSON.parse((await workspace.penny(`${send} --dry-run`)).output);
  expect(dry.preflight).toContainEqual(expect.objectContaining({ name: 'signing', state: 'ok' }));
  expect(await workspace.penny(send)).toMatchObject({ code: 0 });
  const [mailing = ''] = readdirSync(join(workspace.folder, 'outbox'));
  const files = readdirSync(join(workspace.folder, 'outbox', mailing));
  expect(files).toHaveLength(12);
  for (const file of files)
    expect(isSigned(read(workspace.folder, 'outbox', mailing, file)), file).toBe(true);

  expect(await workspace.penny(send, { SMTP_URL: sink.url })).toMatchObject({ code: 0 });
  expect(sink.messages).toHaveLength(13);
  for (const { source, to } of sink.messages) expect(isSigned(source), to).toBe(true);
});

it('scoreboard 68: starts nothing with a key that cannot sign, and tells nothing of it', async () => {
  using workspace = createWorkspace();
  await using sink = await startSmtpSink();
  const pem = makePem();
  setSigningKey(workspace, pem, 0o644);
  for (const words of [send, 'send 1 --test me@penny.example --json', 'render 1 --as eml']) {
    const run = await workspace.penny(words, { SMTP_URL: sink.url });
    expect(run.code, words).toBe(2);
    expect(run.error + run.output).toContain('chmod 600 dkim.pem');
    expect(run.error + run.output).not.toContain(pem.split('\n')[1]);
  }
  expect(sink.messages).toEqual([]);
});

it('scoreboard 68: does not go on with a mailing unsigned when the key has gone', async () => {
  using workspace = createWorkspace();
  setSigningKey(workspace, makePem());
  await using refusing = await startSmtpSink({ refuseLogin: true });
  const wrong = refusing.url.replace('//', '//user:wrong@');
  expect(await workspace.penny(send, { SMTP_URL: wrong })).toMatchObject({ code: 2 });

  writeFileSync(join(workspace.folder, 'dkim.pem'), 'gone');
  await using sink = await startSmtpSink();
  const stopped = await workspace.penny(send, { SMTP_URL: sink.url });
  expect(stopped).toMatchObject({ code: 2, error: expect.stringContaining('is not a key in PEM form') });
  expect(sink.messages).toEqual([]);
});
