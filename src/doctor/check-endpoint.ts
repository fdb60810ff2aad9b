import { type Check, fine } from './check.ts';
import type { Examination } from './examination.ts';

/** Milliseconds by which a clock may differ: more, and signatures and dates look made up. */
const mostDrift = 5 * 60_000;

/** Whether the site that unsubscribe links lead to answers, and what its clock says of ours. */
export function checkEndpoint({ url, endpoint, unsubscribe, sender }: Examination): readonly Check[] {
  const name = 'unsubscribe';
  if (unsubscribe === 'mail') return [byMailOnly(sender.replyTo)];
  if ('failure' in endpoint) {
    return [
      {
        name,
        state: 'error',
        detail: `${url} cannot be reached: ${endpoint.detail}`,
        hint: 'one-click unsubscribing must work before the first mail: see that url: is right, that the site is up and its certificate valid',
      },
      {
        name: 'clock',
        state: 'note',
        detail: 'skipped, because nothing answered to compare it with',
        hint: '',
      },
    ];
  }
  const { clock } = endpoint;
  return [checkAnswer(url, endpoint), ...(clock === undefined ? [] : [checkClock(clock)])];
}

type Answer = Exclude<Examination['endpoint'], { readonly failure: string }>;

function checkAnswer(url: string, { status, isOurs }: Answer): Check {
  const [name, detail] = ['unsubscribe', `${url} answers (${status})`];
  if (status >= 500) {
    const hint =
      'one-click unsubscribing must work before the first mail: see that penny serve runs, and what it says';
    return { name, state: 'error', detail, hint };
  }
  if (isOurs) return fine(name, detail);
  return {
    name,
    state: 'warning',
    detail: `${detail}, and not as penny serve does`,
    hint: 'links to leave must lead to penny serve: see that the proxy hands it /unsubscribe/ as it came; docs/serve.md has how',
  };
}

/** A mailbox is enough for the law where somebody reads it, and not for every provider. */
function byMailOnly(replyTo: string): Check {
  return {
    name: 'unsubscribe',
    state: 'warning',
    detail: `by mail to ${replyTo} only: Gmail and Yahoo ask whoever mails 5,000 of their people a day for a one-click https address`,
    hint: 'run penny inbox every day; for one click, run penny serve behind https and set unsubscribe: both',
  };
}

function checkClock({ theirs, ours }: { readonly theirs: number; readonly ours: number }): Check {
  const drift = ours - theirs;
  if (Math.abs(drift) <= mostDrift) return fine('clock', 'right to within five minutes');
  const minutes = Math.round(Math.abs(drift) / 60_000);
  return {
    name: 'clock',
    state: 'error',
    detail: `this machine’s clock is ${minutes} minutes ${drift > 0 ? 'ahead' : 'behind'}`,
    hint: 'let the system set its clock by the network: mail with a wrong date is taken for spam',
  };
}
