import { isoOf } from '../../audience/iso-of.ts';
import type { SubscriberStory } from '../../audience/subscriber-records.ts';

/** What is written down of a person as `--json` prints it: every moment is ISO 8601 in UTC, as those of consents are. */
export function tellStory({ consents, events, suppression, mailings }: Omit<SubscriberStory, 'subscriber'>) {
  return {
    consents: consents.map(({ recordedAt, ...consent }) => ({
      ...consent,
      ...(recordedAt === undefined ? {} : { recordedAt: isoOf(recordedAt) }),
    })),
    events: events.map((event) => ({ ...event, at: isoOf(event.at) })),
    ...(suppression === undefined ? {} : { suppression: { ...suppression, at: isoOf(suppression.at) } }),
    mailings: mailings.map((mailing) => ({ ...mailing, startedAt: isoOf(mailing.startedAt) })),
  };
}
