import type { AudienceStore } from '../../audience/audience-store.ts';
import { parseAddress } from '../../audience/parse-address.ts';
import type { Subscriber } from '../../audience/subscriber.ts';
import { whyNotMailed } from '../../audience/why-not-mailed.ts';
import { redact } from '../../check/never-name/redact.ts';
import type { FoundSubscribers } from '../../preview/preview-source.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { withAudience } from '../open-database.ts';

/** No page of the preview ever holds more of the list than this. */
const most = 20;

/** So many people are looked at, to answer while somebody types; a whole address finds anybody. */
const patience = 50_000;

/** Active subscribers whose address or name holds the words, whoever has exactly this address first. */
export function findSubscribers(workspace: Workspace, words: string): FoundSubscribers {
  const wanted = words.trim().toLowerCase();
  if (wanted.length < 2) return { subscribers: [], more: false };
  const { neverNames = [] } = workspace;
  const isFit = ({ address, name = '' }: Subscriber): boolean => {
    const known = `${address} ${name}`;
    return redact(known, neverNames) === known;
  };
  const found = withAudience(workspace, (store) => searchList(store, wanted).filter(isFit));
  return {
    subscribers: found
      .slice(0, most)
      .map(({ address, name }) => ({ address, ...(name === undefined ? {} : { name }) })),
    more: found.length > most,
  };
}

/** One more than may be shown, and those who must not be named among them. */
function searchList(store: AudienceStore, wanted: string): readonly Subscriber[] {
  const found = new Map<number, Subscriber>();
  const exact = findExactly(store, wanted);
  if (exact !== undefined) found.set(exact.id, exact);
  let seen = 0;
  for (const person of store.list({ status: 'active' })) {
    if (found.size > most || ++seen > patience) break;
    const { address, name = '' } = person;
    if (`${address} ${name}`.toLowerCase().includes(wanted)) found.set(person.id, person);
  }
  return [...found.values()];
}

function findExactly(store: AudienceStore, wanted: string): Subscriber | undefined {
  const parsed = parseAddress(wanted);
  const person = 'problem' in parsed ? undefined : store.find(parsed.canonical);
  return whyNotMailed(person) === undefined ? person : undefined;
}
