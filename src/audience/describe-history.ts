import { kindOfConsent } from './consent-proof.ts';
import { isoOf } from './iso-of.ts';
import type { MailingToThem, RecordedConsent, SubscriberStory } from './subscriber-records.ts';

/** One thing that happened to a person here. */
export interface HistoryEntry {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** `consent`, `asked`, `listed`, `mailing`, `suppressed`, or what an event says: `updated`, `tagged`, `untagged`, `unsubscribed` and the like. */
  readonly kind: string;
  readonly text: string;
}

/** A person's story in the order of time. */
export function describeHistory({
  consents,
  events,
  suppression,
  mailings,
}: SubscriberStory): readonly HistoryEntry[] {
  const entries: HistoryEntry[] = [
    ...consents.map(describeConsent),
    ...events.map(({ at, kind, text }) => ({ at: isoOf(at), kind, text })),
    ...mailings.map(describeMailing),
  ];
  // A suppression that an event tells of is not told twice.
  const isTold = entries.some(
    ({ at, kind, text }) =>
      suppression !== undefined && [kind, text].includes(suppression.reason) && at === isoOf(suppression.at),
  );
  if (suppression !== undefined && !isTold)
    entries.push({ at: isoOf(suppression.at), kind: 'suppressed', text: suppression.reason });
  return entries.toSorted((one, other) => Number(one.at > other.at) - Number(one.at < other.at));
}

function describeConsent({ source, at, proof, wording, recordedAt }: RecordedConsent): HistoryEntry {
  const kind = kindOfConsent(proof);
  const parts = [
    kind === 'listed' ? `${source}, which does not say that they agreed` : source,
    ...(wording === undefined ? [] : [`${kind === 'asked' ? 'was shown' : 'agreed to'} “${wording}”`]),
    ...(proof === undefined || kind === 'listed' ? [] : [`proof: ${proof}`]),
    ...(recordedAt === undefined || isoOf(recordedAt) === at ? [] : [`written down ${isoOf(recordedAt)}`]),
  ];
  return { at, kind, text: parts.join('; ') };
}

function describeMailing({
  issue,
  slug,
  transport,
  startedAt,
  state,
  attempts,
  text,
}: MailingToThem): HistoryEntry {
  const tried = attempts > 1 ? ` after ${attempts} attempts` : '';
  const said = text === undefined ? '' : `: ${text}`;
  return {
    at: isoOf(startedAt),
    kind: 'mailing',
    text: `issue ${issue} (${slug}) by ${transport}, ${state}${tried}${said}`,
  };
}
