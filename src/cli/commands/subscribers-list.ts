import type { Subscriber, SubscriberStatus } from '../../audience/subscriber.ts';
import { formatErasedCount, formatSubscribers } from '../../terminal/subscribers-text.ts';
import type { Command, CommandContext, Outcome } from '../command.ts';
import { openRecords } from '../listing/open-records.ts';
import { readSegment } from '../listing/read-segment.ts';
import { tellSubscriber } from '../listing/tell-subscriber.ts';
import { tellUnknownNames } from '../listing/tell-unknown-names.ts';
import { withAudience } from '../open-database.ts';
import { openWorkspace } from '../open-workspace.ts';

interface ListOptions {
  readonly status?: SubscriberStatus;
  readonly segment?: string;
}

/** `penny subscribers list`. */
export const subscribersList: Command<ListOptions> = async (context, { status, segment: typed }) => {
  const segment = typed === undefined ? undefined : readSegment(typed);
  if (status === 'erased') return countErased(context);
  const workspace = openWorkspace(context);
  const found = withAudience(workspace, (store): Subscriber[] => {
    if (segment !== undefined) tellUnknownNames(segment, store, context.terminal);
    return Iterator.from(store.list(status === undefined ? {} : { status }))
      .filter(segment?.isMeant ?? (() => true))
      .toArray();
  });
  return {
    exitCode: 0,
    json: { subscribers: found.map(tellSubscriber), count: found.length },
    text: formatSubscribers(found),
    verbatim: true,
  };
};

/** Of whoever was erased nothing is left that could be listed, whatever the segment. */
function countErased(context: CommandContext): Outcome {
  using open = openRecords(context, { reads: true });
  const erased = open.records.countErased();
  return {
    exitCode: 0,
    json: { subscribers: [], count: 0, erased },
    text: formatErasedCount(erased),
    verbatim: true,
  };
}
