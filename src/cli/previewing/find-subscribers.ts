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
  const { found, more } = withAudience(workspace, (store) => searchList(store, { wanted, isFit }));
  const subscribers = found.map(({ address, name }) => ({
    address,
    ...(name === undefined ? {} : { name }),
  }));
  return { subscribers, more };
}

interface Search {
  readonly wanted: string;
  /** Whether somebody may be named at all. */
  readonly isFit: (person: Subscriber) => boolean;
}

/** `more`: there are others, or there may be, since not everybody was looked at. */
function searchList(
  store: AudienceStore,
  { wanted, isFit }: Search,
): { readonly found: readonly Subscriber[]; readonly more: boolean } {
  const exact = findExactly(store, wanted);
  const found = new Map(exact !== undefined && isFit(exact) ? [[exact.id, exact]] : []);
  let seen = 0;
  for (const person of store.list({ status: 'active' })) {
    seen += 1;
    if (seen > patience) return { found: [...found.values()], more: true };
    const { id, address, name = '' } = person;
    if (found.has(id) || !`${address} ${name}`.toLowerCase().includes(wanted) || !isFit(person)) continue;
    if (found.size === most) return { found: [...found.values()], more: true };
    found.set(id, person);
  }
  return { found: [...found.values()], more: false };
}

function findExactly(store: AudienceStore, wanted: string): Subscriber | undefined {
  const parsed = parseAddress(wanted);
  const person = 'problem' in parsed ? undefined : store.find(parsed.canonical);
  return whyNotMailed(person) === undefined ? person : undefined;
}
