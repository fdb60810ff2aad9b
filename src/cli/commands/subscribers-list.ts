import type { SubscriberStatus } from '../../audience/subscriber.ts';
import { formatSubscribers } from '../../terminal/subscribers-text.ts';
import type { Command } from '../command.ts';
import { withAudience } from '../open-database.ts';
import { openWorkspace } from '../open-workspace.ts';

interface ListOptions {
  readonly status?: SubscriberStatus;
}

/** `penny subscribers list`. */
export const subscribersList: Command<ListOptions> = async (context, { status }) => {
  const workspace = openWorkspace(context);
  const found = withAudience(workspace, (store) => [...store.list(status === undefined ? {} : { status })]);
  const subscribers = found.map(({ id: _id, canonical: _canonical, ...told }) => told);
  return {
    exitCode: 0,
    json: { subscribers, count: subscribers.length },
    text: formatSubscribers(found),
    verbatim: true,
  };
};
