import { formatTagged } from '../../terminal/subscribers-text.ts';
import { type Command, UsageError } from '../command.ts';
import { openRecords } from '../listing/open-records.ts';
import { readAddresses } from '../listing/read-addresses.ts';
import { readTags } from '../listing/read-tags.ts';

interface TagOptions {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

/** `penny subscribers tag <address...> --add TAG --remove TAG`: all of them, or none. */
export const subscribersTag: Command<TagOptions> = async (context, options, texts) => {
  const add = readTags('--add', options.add);
  const remove = readTags('--remove', options.remove);
  if (add.length + remove.length === 0)
    throw new UsageError('no tag was named', 'say which with --add or --remove');
  const both = add.find((tag) => remove.includes(tag));
  if (both !== undefined)
    throw new UsageError(`“${both}” is to be added and removed`, 'leave one of them out');
  const addresses = readAddresses(texts);
  using open = openRecords(context);
  const { store, records } = open;
  const now = Date.now();
  const tagged = store.allOrNothing(() =>
    addresses.map(({ address, canonical }) => {
      const changed = records.tag(canonical, { add, remove }, now);
      const subscriber = store.find(canonical);
      if (subscriber === undefined)
        throw new UsageError(`${address} is not on the list`, 'penny subscribers list shows who is');
      return { address: subscriber.address, tags: subscriber.tags, changed };
    }),
  );
  return { exitCode: 0, json: { tagged, count: tagged.length }, text: formatTagged(tagged), verbatim: true };
};
