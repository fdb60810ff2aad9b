import type { Subscriber, SubscriberStatus } from '../../audience/subscriber.ts';
import { formatSubscribers } from '../../terminal/subscribers-text.ts';
import type { Command } from '../command.ts';
import { readSegment } from '../listing/read-segment.ts';
import { tellSubscriber } from '../listing/tell-subscriber.ts';
import { tellUnknownTags } from '../listing/tell-unknown-tags.ts';
import { withAudience } from '../open-database.ts';
import { openWorkspace } from '../open-workspace.ts';

interface ListOptions {
  readonly status?: SubscriberStatus;
  readonly segment?: string;
}

/** `penny subscribers list`. */
export const subscribersList: Command<ListOptions> = async (context, { status, segment: typed }) => {
  const segment = typed === undefined ? undefined : readSegment(typed);
  const workspace = openWorkspace(context);
  const found = withAudience(workspace, (store): Subscriber[] => {
    if (segment !== undefined) tellUnknownTags(segment, store, context.terminal);
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
