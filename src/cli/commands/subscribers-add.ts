import { type WayBack, wayBackOf } from '../../audience/way-back.ts';
import { whyNotMailed } from '../../audience/why-not-mailed.ts';
import { formatAdded } from '../../terminal/subscribers-text.ts';
import { type Command, UsageError } from '../command.ts';
import { openRecords } from '../listing/open-records.ts';
import { readAddress } from '../listing/read-addresses.ts';
import { readName } from '../listing/read-name.ts';
import { readTags } from '../listing/read-tags.ts';

interface AddOptions {
  readonly name?: string;
  readonly firstName?: string;
  readonly tag?: readonly string[];
  readonly source: string;
}

/** `penny subscribers add <address> --source TEXT`: one person, whose consent the recruiter vouches for. */
export const subscribersAdd: Command<AddOptions> = async (context, options, [text = '']) => {
  const { address, canonical } = readAddress(text);
  const source = readName('--source', options.source);
  const names = {
    ...(options.name === undefined ? {} : { name: readName('--name', options.name) }),
    ...(options.firstName === undefined ? {} : { firstName: readName('--first-name', options.firstName) }),
  };
  using open = openRecords(context);
  const { store, records } = open;
  const now = Date.now();
  const consent = { source, at: new Date(now).toISOString(), proof: 'written down by hand' };
  const tags = readTags('--tag', options.tag);
  const draft = { address, canonical, ...names, tags, fields: {}, consent };
  const result = store.allOrNothing(() => store.keep(draft, now));
  if (result === 'refused') {
    const reason = whyNotMailed(store.find(canonical)) ?? 'must not be mailed';
    const wayBack = wayBackOf(records.storyOf(canonical).suppression?.reason);
    throw new UsageError(`${address} ${reason}`, hints[wayBack](address));
  }
  // Whoever changes the name alone may not know of the other.
  const isHalf = options.name !== undefined && options.firstName === undefined;
  const { name, firstName } = (isHalf ? store.find(canonical) : undefined) ?? {};
  return {
    exitCode: 0,
    json: { address, result },
    text: formatAdded(address, { result, name, firstName }),
    verbatim: true,
  };
};

const hints: Readonly<Record<WayBack, (address: string) => string>> = {
  form: () =>
    'only they themselves can join again: by the form of penny serve, which mails them a link to confirm',
  anew: (address) =>
    `mail to them came back elsewhere, or they complained, so that the form mails them nothing: if they write to you that they want it, penny subscribers erase ${address}, and they can join by the form`,
};
