import { composeMessage } from './compose-message.ts';
import type { Snapshot } from './ledger.ts';
import type { Mailer, MailerReply } from './mailer.ts';
import { makeMessageId } from './message-id.ts';
import type { Recipient } from './recipient.ts';

export interface TestReport {
  readonly address: string;
  readonly accepted: boolean;
  readonly text: string;
}

/** Sends `[test] ` copies, each over a connection of its own. The ledger knows nothing of them. */
export async function sendTest(
  mailer: Mailer,
  {
    snapshot,
    recipients,
    key,
    now,
  }: { snapshot: Snapshot; recipients: readonly Recipient[]; key: string; now: number },
): Promise<readonly TestReport[]> {
  const domain = snapshot.stationery.from.address.split('@').at(-1) ?? '';
  const reports: TestReport[] = [];
  for (const recipient of recipients) {
    const messageId = makeMessageId(key, recipient.canonical, domain);
    const message = await composeMessage({
      snapshot,
      recipient,
      messageId,
      date: now,
      subjectPrefix: '[test] ',
    });
    const connection = await mailer.connect();
    if (!('deliver' in connection)) {
      reports.push(report(recipient, connection));
      continue;
    }
    reports.push(report(recipient, await connection.deliver(message, () => {})));
    await connection.close();
  }
  return reports;
}

function report({ address }: Recipient, reply: MailerReply): TestReport {
  const accepted = reply.kind === 'reply' && reply.stage === 'dot' && reply.code < 300;
  return { address, accepted, text: reply.kind === 'reply' ? `${reply.code} ${reply.text}` : reply.text };
}
