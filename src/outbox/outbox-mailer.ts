import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mailer, MailerReply, MailMessage } from '../delivery/mailer.ts';
import { OutboxError } from './outbox-error.ts';

/**
 * Writes messages to a folder, one `.eml` a recipient, through the same steps as a mail server: the file gets its name
 * only after the dot intent. Whether a message arrived can always be known, by looking.
 *
 * Connecting and delivering throw OutboxError when the folder or a file cannot be made.
 *
 * @param folder absolute, of this mailing alone; made when the first message comes
 * @param description the folder as people know it, such as `outbox/1-hello`
 */
export function createOutboxMailer(folder: string, description: string): Mailer {
  return {
    transport: 'outbox',
    description,
    async connect() {
      await makeFolder(folder, description);
      return {
        usable: true,
        deliver: async (message, beforeDot) => {
          try {
            return await writeMessage(folder, message, beforeDot);
          } catch (cause) {
            throw new OutboxError(description, cause);
          }
        },
        close: async () => {},
      };
    },
    hasArrived: async ({ messageId, to }) =>
      (await hasMessage(join(folder, fileName(to)), messageId)) ? 'yes' : 'no',
  };
}

async function makeFolder(folder: string, description: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new OutboxError(description, cause);
  }
}

async function writeMessage(
  folder: string,
  { envelope, bytes }: MailMessage,
  beforeDot: () => Promise<void>,
): Promise<MailerReply> {
  const name = fileName(envelope.to);
  const draft = join(folder, `.${name}.part`);
  try {
    await writeDurably(draft, bytes);
    try {
      await beforeDot();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      return { kind: 'noReply', stage: 'body', text, refusedByUs: true };
    }
    await rename(draft, join(folder, name));
    await syncFolder(folder);
    return { kind: 'reply', stage: 'dot', code: 250, text: `written to ${name}` };
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the new name itself survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function hasMessage(path: string, messageId: string): Promise<boolean> {
  try {
    const [header = ''] = (await readFile(path, 'latin1')).split('\r\n\r\n', 1);
    // A long one stands on a line of its own (RFC 5322 §2.2.3).
    return header.replaceAll(/\r\n(?=[ \t])/g, '').includes(messageId);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

const longestName = 120;

/** A name that every file system takes, different for different addresses even where case does not count. */
function fileName(address: string): string {
  const safe = encodeURIComponent(address.toLowerCase())
    .replaceAll('%40', '@')
    .replaceAll(/[*'()!~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  if (safe.length <= longestName) return `${safe}.eml`;
  const hash = createHash('sha256').update(address).digest('hex').slice(0, 16);
  return `${safe.slice(0, longestName)}-${hash}.eml`;
}
