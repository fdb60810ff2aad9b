import { classifyReply } from './classify-reply.ts';
import type { Mailer, MailerConnection, MailerReply, MailMessage } from './mailer.ts';
import type { Snapshot } from './mailing.ts';
import { type CompiledMessage, compileMessage } from './message/compile-message.ts';
import { makeMessageId } from './message-id.ts';
import type { Recipient } from './recipient.ts';
import type { Signer } from './signing/sign-message.ts';

export interface TestReport {
  readonly address: string;
  readonly accepted: boolean;
  readonly text: string;
}

export interface TestCopies {
  readonly snapshot: Snapshot;
  readonly recipients: readonly Recipient[];
  /** Random: Message-IDs are made from it. */
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly signer?: Signer | undefined;
}

/** Sends `[test] ` copies over one connection, a new one where that breaks. The ledger knows nothing of them. */
export async function sendTest(mailer: Mailer, copies: TestCopies): Promise<readonly TestReport[]> {
  const { snapshot, now, signer } = copies;
  const compiled = compileMessage(snapshot, { date: now, subjectPrefix: '[test] ', signer });
  const reports: TestReport[] = [];
  let connection: MailerConnection | undefined;
  try {
    for (const recipient of copies.recipients) {
      const message = await composeCopy(recipient, copies, compiled);
      if (connection?.usable !== true) {
        await connection?.close();
        const answer = await mailer.connect();
        if (!('deliver' in answer)) return [...reports, ...reportRefusal(answer, copies, reports.length)];
        connection = answer;
      }
      const reply = await connection.deliver(message, async () => {});
      reports.push({ address: recipient.address, accepted: isAccepted(reply, copies), text: wordsOf(reply) });
    }
    return reports;
  } finally {
    await connection?.close();
  }
}

function composeCopy(
  recipient: Recipient,
  { snapshot, key }: TestCopies,
  compiled: CompiledMessage,
): Promise<MailMessage> {
  const domain = snapshot.stationery.from.address.split('@').at(-1) ?? '';
  return compiled.compose(recipient, makeMessageId(key, recipient.canonical, domain));
}

/** A server that takes no connection is not asked again for everybody else. */
function reportRefusal(answer: MailerReply, { recipients }: TestCopies, done: number): TestReport[] {
  return recipients.slice(done).map(({ address }) => ({ address, accepted: false, text: wordsOf(answer) }));
}

function isAccepted(reply: MailerReply, { now }: TestCopies): boolean {
  const context = { dotIntended: true, attempt: 1, deferrals: 0, retry: [], now, jitter: 0 };
  return classifyReply(reply, context).outcome.state === 'accepted';
}

function wordsOf(reply: MailerReply): string {
  return reply.kind === 'reply' ? `${reply.code} ${reply.text}` : reply.text;
}
