import { type Moment, moments } from './counting-sink.ts';
import type { SeededRandom } from './seeded-random.ts';

/** When a sender is to be killed. */
export type KillPlan =
  /** So many milliseconds after its process was started: it reads, opens the ledger, takes the mailing. */
  | { readonly kind: 'sinceLaunch'; readonly milliseconds: number }
  /** So many milliseconds after its first MAIL. */
  | { readonly kind: 'sinceFirstMail'; readonly milliseconds: number }
  /** When the sink is there for the n-th time. */
  | { readonly kind: 'at'; readonly moment: Moment; readonly count: number };

const kinds = ['sinceLaunch', 'sinceFirstMail', 'sinceFirstMail', 'at', 'at', 'at'] as const;

/**
 * Half of the kills are aimed at the moments of a message, the others fall anywhere.
 *
 * @param recipients of the mailing: few of them are mailed sooner, and most kills must find somebody left
 */
export function drawKillPlan(random: SeededRandom, recipients: number): KillPlan {
  const kind = random.oneOf(kinds);
  switch (kind) {
    case 'sinceLaunch':
      return { kind, milliseconds: random.between(0, 1_500) };
    case 'sinceFirstMail':
      return { kind, milliseconds: random.between(0, Math.min(3_000, recipients)) };
    case 'at':
      return { kind, moment: random.oneOf(moments), count: random.between(1, Math.ceil(recipients / 10)) };
  }
}
