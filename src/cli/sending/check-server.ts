import { explainRefusedConnection } from '../../delivery/classify-reply.ts';
import type { Mailer, MailerConnection } from '../../delivery/mailer.ts';
import { compileMessage } from '../../delivery/message/compile-message.ts';
import { leaveBase, measureFilled } from '../../delivery/personalise.ts';
import type { MailingPlan } from '../../delivery/plan-mailing.ts';
import type { PreflightCheck } from '../../delivery/preflight.ts';
import { sampleRecipient } from '../preparing/sample-recipient.ts';
import type { SendWork } from './send-work.ts';

const name = 'server';

/**
 * Asks the mail server before anything is begun: whether it lets us in, and takes messages of this size (RFC 1870).
 * What may be better in a minute is no reason to refuse; a mailing waits for it.
 */
export async function checkServer(
  mailer: Mailer,
  work: SendWork,
  plan: MailingPlan,
): Promise<readonly PreflightCheck[]> {
  if (mailer.transport !== 'smtp') return [];
  const answer = await mailer.connect();
  if ('deliver' in answer) {
    await answer.close();
    return [checkLargest(answer, await largestOf(work, plan))];
  }
  const refused = explainRefusedConnection(answer);
  if (refused === undefined) return [];
  return [{ name, state: 'error', detail: refused, hint: 'nobody was mailed, and nothing has begun' }];
}

function checkLargest({ largestMessage }: MailerConnection, bytes: number): PreflightCheck {
  if (largestMessage === undefined || bytes <= largestMessage)
    return { name, state: 'ok', detail: 'lets us in', hint: '' };
  return {
    name: 'message size',
    state: 'error',
    detail: `the message has ${inKilobytes(bytes)}, and the server takes ${inKilobytes(largestMessage)}`,
    hint: 'make the issue or its pictures smaller, or ask your provider for more',
  };
}

/** Bytes of the largest message, or a little more: what a person’s own words add may be encoded in three bytes each. */
async function largestOf({ snapshot }: SendWork, { audience }: MailingPlan): Promise<number> {
  const { edition, stationery } = snapshot;
  const somebody = sampleRecipient(stationery.from.address, edition);
  const { bytes } = await compileMessage(snapshot, { date: 0 }).compose(somebody, '<size@penny.example>');
  return (
    bytes.length +
    3 * Math.max(0, audience.longestHtml - measureFilled(edition.html, leaveBase(stationery))(somebody))
  );
}

function inKilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} KB`;
}
