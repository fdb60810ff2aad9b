import { describeHistory } from '../../audience/describe-history.ts';
import { leavingStatusOf } from '../../audience/way-back.ts';
import { formatErasedSubscriber, formatSubscriber } from '../../terminal/subscriber-story-text.ts';
import { type Command, UsageError } from '../command.ts';
import { findMeant } from '../listing/find-meant.ts';
import { openRecords } from '../listing/open-records.ts';
import { readAddress } from '../listing/read-addresses.ts';
import { tellSubscriber } from '../listing/tell-subscriber.ts';

/** `penny subscribers show <address>`: one person, and all that happened. */
export const subscribersShow: Command<object> = async (context, _options, [text = '']) => {
  const { address, canonical } = readAddress(text);
  using open = openRecords(context, { reads: true });
  const story = open.records.storyOf(canonical);
  const history = describeHistory(story);
  const erasedAt = open.records.erasedAt(canonical);
  if (story.subscriber !== undefined) {
    const { joinedAt } = story.subscriber;
    return {
      exitCode: 0,
      json: { ...tellSubscriber(story.subscriber), joinedAt, history },
      text: formatSubscriber(story.subscriber, history),
      verbatim: true,
    };
  }
  if (history.length > 0) {
    const status = leavingStatusOf(story.suppression?.reason);
    return {
      exitCode: 0,
      json: { address, status, history },
      text: formatSubscriber({ address, status }, history),
      verbatim: true,
    };
  }
  if (erasedAt === undefined) {
    const meant = findMeant(canonical, open.store);
    const hint = meant === undefined ? 'penny subscribers list shows who is' : `did you mean ${meant}?`;
    throw new UsageError(`${address} is not on the list`, hint);
  }
  const at = new Date(erasedAt).toISOString();
  return {
    exitCode: 0,
    json: { address, status: 'erased', erasedAt: at },
    text: formatErasedSubscriber(address, at),
    verbatim: true,
  };
};
