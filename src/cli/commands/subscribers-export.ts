import { exportSubscribers } from '../../audience/csv/export-subscribers.ts';
import { describeHistory } from '../../audience/describe-history.ts';
import { formatJson } from '../../terminal/json-text.ts';
import { type Command, type CommandContext, type Outcome, UsageError } from '../command.ts';
import { openRecords } from '../listing/open-records.ts';
import { readAddress } from '../listing/read-addresses.ts';
import { tellStory } from '../listing/tell-story.ts';
import { tellSubscriber } from '../listing/tell-subscriber.ts';
import { withAudience } from '../open-database.ts';
import { openWorkspace } from '../open-workspace.ts';

interface ExportOptions {
  readonly for?: string;
}

/** `penny subscribers export`: CSV on standard output, piece by piece: the list may be longer than memory. */
export const subscribersExport: Command<ExportOptions> = async (context, { for: person }) => {
  if (person !== undefined) return exportPerson(context, person);
  return withAudience(openWorkspace(context), (store) => {
    return store.inOneView((): Outcome => {
      const pieces = exportSubscribers(store);
      if (context.json) return { exitCode: 0, json: { csv: [...pieces].join('') }, text: '', verbatim: true };
      for (const piece of pieces) context.terminal.result(piece);
      return { exitCode: 0, json: undefined, text: '' };
    });
  });
};

/** All that is kept of one person, for them (GDPR art. 15 and 20). */
function exportPerson(context: CommandContext, text: string): Outcome {
  const { address, canonical } = readAddress(text);
  using open = openRecords(context, { reads: true });
  const story = open.records.storyOf(canonical);
  const history = describeHistory(story);
  if (story.subscriber === undefined && history.length === 0)
    throw new UsageError(`nothing is kept of ${address}`, 'penny subscribers list shows who is on the list');
  const { subscriber } = story;
  const known =
    subscriber === undefined ? { address } : { ...tellSubscriber(subscriber), joinedAt: subscriber.joinedAt };
  const document = { ...known, ...tellStory(story), history };
  return { exitCode: 0, json: document, text: formatJson(document), verbatim: true };
}
