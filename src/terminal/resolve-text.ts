import type { UnknownDelivery } from '../delivery/ledger.ts';
import { safe } from './safe-text.ts';

/** What was settled, and what is left. */
export interface Resolved {
  readonly issue: number;
  readonly settled: number;
  /** Addresses that servers call wrong, of which was decided. */
  readonly decided: number;
  readonly unknown: readonly UnknownDelivery[];
  readonly suspects: readonly string[];
  /** Whether somebody is to be sent one more. */
  readonly resent: boolean;
}

/** What was done, who is left, and how to go on. */
export function formatResolved({ issue, settled, decided, unknown, suspects, resent }: Resolved): string {
  return [
    ...(settled > 0 ? [`settled ${settled}`] : []),
    ...(decided > 0 ? [`decided about ${decided} addresses`] : []),
    ...(resent ? [`  hint: penny resume ${issue} sends them one more`] : []),
    ...formatUnknown(unknown),
    ...formatSuspects(suspects),
    ...(settled + decided + unknown.length + suspects.length === 0 ? ['there is nothing to settle'] : []),
  ].join('\n');
}

function formatUnknown(unknown: readonly UnknownDelivery[]): string[] {
  if (unknown.length === 0) return [];
  return [
    `${unknown.length} may have it: the connection was lost after the message and before the answer`,
    ...unknown.map(({ address }) => `    ${safe(address)}`),
    '  hint: --from-log mail.log asks the log of a Postfix; --as accepted, resend or failed decides by hand',
  ];
}

function formatSuspects(suspects: readonly string[]): string[] {
  if (suspects.length === 0) return [];
  return [
    `servers call ${suspects.length} ${suspects.length === 1 ? 'address' : 'addresses'} wrong: so many at once may be their mistake, and nobody was suppressed`,
    ...suspects.map((address) => `    ${safe(address)}`),
    '  hint: --addresses suppress never mails them again, --addresses keep lets them be',
  ];
}
