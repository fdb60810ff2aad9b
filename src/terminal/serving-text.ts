import type { Mailing } from '../delivery/mailing.ts';
import type { AccessEntry } from '../web/access-log.ts';
import { formatMoment } from './mailing-text.ts';

/** One request as a line: `POST /unsubscribe/:token 200 3 ms`. */
export function formatAccess({ method, route, status, milliseconds }: AccessEntry): string {
  return `${method} ${route} ${status} ${milliseconds} ms`;
}

/** A mailing that should be on its way since a moment, and that nobody was there to send. */
export function formatMissed({ issueNumber }: Mailing, dueSince: number): string {
  const when = formatMoment(dueSince);
  return `issue ${issueNumber} was to be sent at ${when}, and nothing was running then: it was not sent\n  hint: penny resume ${issueNumber} sends it now, penny cancel ${issueNumber} does not`;
}
