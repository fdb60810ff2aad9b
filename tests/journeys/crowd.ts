import { Agent, request } from 'node:http';
import { parseAddress } from '../../src/audience/parse-address.ts';
import { makeToken } from '../../src/audience/signed-token.ts';
import type { SubscriberDraft } from '../../src/audience/subscriber.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createAudienceStore } from '../../src/store/sqlite/sqlite-audience.ts';

export interface Member {
  readonly address: string;
  /** Of the link by which they leave. */
  readonly path: string;
}

/** Puts so many people on a list, in this order. */
export function addCrowd(databasePath: string, count: number): readonly Member[] {
  using database = openDatabase(databasePath);
  const store = createAudienceStore(database);
  const now = Date.UTC(2026, 0, 5);
  store.allOrNothing(() => {
    for (let index = 0; index < count; index += 1)
      store.keep(draftOf(`reader${index}@example.com`, now), now);
  });
  return [...store.list()].map(({ id, address }) => ({
    address,
    path: `/unsubscribe/${makeToken(store.tokenSecret, 'unsubscribe', id)}`,
  }));
}

function draftOf(text: string, now: number): SubscriberDraft {
  const parsed = parseAddress(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  const { address, canonical } = parsed;
  const consent = { source: 'list.csv', at: new Date(now).toISOString() };
  return { address, canonical, tags: [], fields: {}, consent };
}

export interface LeavingAnswer {
  readonly member: Member;
  readonly status: number;
  readonly milliseconds: number;
}

/** Everybody leaves as mail providers have them leave, over so many connections at the same time. */
export async function leaveAll(
  url: string,
  members: readonly Member[],
  {
    connections,
    onAnswer,
  }: { readonly connections: number; readonly onAnswer: (answer: LeavingAnswer) => void },
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const queue = members.values();
  const lane = async (): Promise<void> => {
    for (const member of queue) {
      const started = performance.now();
      const status = await leaveOnce(`${url}${member.path}`, agent);
      onAnswer({ member, status, milliseconds: performance.now() - started });
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, lane));
  } finally {
    agent.destroy();
  }
}

function leaveOnce(url: string, agent: Agent): Promise<number> {
  const body = 'List-Unsubscribe=One-Click';
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': body.length };
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    })
      .once('error', reject)
      .end(body);
  });
}
