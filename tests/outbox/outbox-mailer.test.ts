import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MailerConnection, MailerReply, MailMessage } from '../../src/delivery/mailer.ts';
import { OutboxError } from '../../src/outbox/outbox-error.ts';
import { createOutboxMailer } from '../../src/outbox/outbox-mailer.ts';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'penny-outbox-'));
  folder = join(parent, 'outbox', '1-hello');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function message(to: string, messageId = '<1@penny.example>'): MailMessage {
  const bytes = Buffer.from(`Message-ID: ${messageId}\r\n\r\nhello`);
  return { messageId, envelope: { from: 'hello@penny.example', to }, bytes };
}

async function deliver(to: string, beforeDot = async (): Promise<void> => {}): Promise<MailerReply> {
  const connection = await createOutboxMailer(folder, 'outbox/1-hello').connect();
  return (connection as MailerConnection).deliver(message(to), beforeDot);
}

describe('the outbox', () => {
  it('writes a file for its owner alone, and says which', async () => {
    expect(await deliver('li@example.net')).toMatchObject({
      stage: 'dot',
      code: 250,
      text: 'written to li@example.net.eml',
    });
    const path = join(folder, 'li@example.net.eml');
    expect(readFileSync(path, 'utf8')).toContain('hello');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('has a name of its own for every address, inside the folder', async () => {
    const addresses = [
      "o'neil+a/b@example.com",
      '../../x@example.com',
      '李@example.com',
      `${'a'.repeat(64)}@${'b.'.repeat(60)}example.com`,
      `${'a'.repeat(64)}@${'b.'.repeat(60)}example.net`,
    ];
    for (const address of addresses) expect(await deliver(address)).toMatchObject({ code: 250 });
    expect(readdirSync(folder)).toHaveLength(addresses.length);
    expect(readdirSync(parent)).toEqual(['outbox']);
  });

  it('leaves nothing behind when it is refused', async () => {
    const reply = await deliver('li@example.net', async () => {
      throw new Error('no');
    });
    expect(reply).toMatchObject({ kind: 'noReply', refusedByUs: true });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says what is wrong when the folder cannot be made', async () => {
    writeFileSync(join(parent, 'outbox'), 'a file');
    const connecting = createOutboxMailer(folder, 'outbox/1-hello').connect();
    await expect(connecting).rejects.toThrow(OutboxError);
    await expect(connecting).rejects.toThrow(/^outbox\/1-hello cannot be written to: (ENOTDIR|EEXIST)/);
  });

  it('says so when a file cannot be written, and not whose it was', async () => {
    mkdirSync(join(folder, 'li@example.net.eml'), { recursive: true });
    const delivering = deliver('li@example.net');
    await expect(delivering).rejects.toThrow(OutboxError);
    await expect(delivering).rejects.toThrow(/^outbox\/1-hello cannot be written to: E\w+: [^@]+$/);
    expect(readdirSync(folder)).toEqual(['li@example.net.eml']);
  });

  it('knows which message arrived', async () => {
    const mailer = createOutboxMailer(folder, 'outbox/1-hello');
    const asked = { messageId: '<1@penny.example>', to: 'li@example.net' };
    expect(await mailer.hasArrived(asked)).toBe('no');
    await deliver('li@example.net');
    expect(await mailer.hasArrived(asked)).toBe('yes');
    expect(await mailer.hasArrived({ ...asked, messageId: '<2@penny.example>' })).toBe('no');
  });
});
