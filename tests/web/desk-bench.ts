import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { parseAddress } from '../../src/audience/parse-address.ts';
import type { SignUpStore } from '../../src/audience/sign-up-store.ts';
import { makeToken } from '../../src/audience/signed-token.ts';
import type { Subscriber, SubscriberDraft } from '../../src/audience/subscriber.ts';
import { createDesk } from '../../src/cli/serving/create-desk.ts';
import { isLocked } from '../../src/store/sqlite/is-busy.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createAudienceStore } from '../../src/store/sqlite/sqlite-audience.ts';
import { createSignUpStore } from '../../src/store/sqlite/sqlite-sign-ups.ts';
import type { AccessEntry } from '../../src/web/access-log.ts';
import { renderDeskPages } from '../../src/web/desk-pages.ts';
import { TokenBuckets } from '../../src/web/token-bucket.ts';
import { createWebApp } from '../../src/web/web-app.ts';
import type { WebParts } from '../../src/web/web-parts.ts';
import { letterhead, templates } from '../render/samples.ts';

export const day = 86_400_000;
export const start = Date.parse('2026-11-23T12:00:00Z');

/** The public endpoints in front of an empty list, without a network and with a clock of their own. */
export interface DeskBench {
  readonly database: DatabaseSync;
  readonly signUps: SignUpStore;
  /** Of the site; empty. */
  readonly folder: string;
  readonly log: readonly AccessEntry[];
  readonly errors: readonly unknown[];
  /** What the endpoint answers. */
  ask(path: string, request?: RequestInit & { readonly from?: string }): Promise<Response>;
  /** Sends a form as a browser does. */
  post(path: string, fields?: Readonly<Record<string, string>>, from?: string): Promise<Response>;
  /** Adds somebody as an import does. */
  add(address: string, more?: Partial<SubscriberDraft>): Subscriber;
  find(address: string): Subscriber | undefined;
  /** The links that are due to be mailed, by address. */
  takeMails(): Promise<readonly { readonly address: string; readonly path: string }[]>;
  unsubscribePath(address: string): string;
  /** Lets time pass. */
  pass(milliseconds: number): void;
  /** All that the database holds, as text. */
  dump(): string;
}

export function createDeskBench(
  parts: Partial<WebParts> & { readonly topics?: readonly string[] } = {},
): DeskBench {
  const folder = mkdtempSync(join(tmpdir(), 'penny-web-'));
  const database = openDatabase(':memory:');
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  const store = createAudienceStore(database);
  const signUps = createSignUpStore(database, async () => {});
  const log: AccessEntry[] = [];
  const errors: unknown[] = [];
  let now = start;
  const { topics = [], ...others } = parts;
  const app = createWebApp({
    url: letterhead.url,
    folder,
    desk: createDesk({ signUps, topics, wording: 'you get a mail first', now: () => now, onAsked: () => {} }),
    pages: renderDeskPages({ ...letterhead, topics }, templates),
    limits: {
      perSource: new TokenBuckets({ burst: 1_000, every: 1_000 }),
      overall: new TokenBuckets({ burst: 10_000, every: 1_000 }),
    },
    trustProxy: false,
    now: () => now,
    log: (entry) => log.push(entry),
    onError: (error) => errors.push(error),
    isBusy: isLocked,
    ...others,
  });
  const find = (address: string): Subscriber | undefined =>
    [...store.list()].find((subscriber) => subscriber.address === address);

  const ask: DeskBench['ask'] = async (path, { from = '192.0.2.1', ...request } = {}) => {
    const incoming = { socket: { remoteAddress: from } };
    return app.request(`http://127.0.0.1${path}`, request, { incoming } as never);
  };
  return {
    database,
    signUps,
    folder,
    log,
    errors,
    ask,
    post: (path, fields = {}, from) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        ...(from === undefined ? {} : { from }),
      }),
    add: (address, more) => {
      store.allOrNothing(() => store.keep(draftOf(address, more), now));
      const added = find(address);
      if (added === undefined) throw new Error(`${address} was not added`);
      return added;
    },
    find,
    takeMails: async () => {
      const mails: { address: string; path: string }[] = [];
      for (let due = await signUps.takeDue(now); due !== undefined; due = await signUps.takeDue(now)) {
        await signUps.markMailed(due.signUpId);
        mails.push({
          address: due.address,
          path: `/confirm/${makeToken(signUps.secrets()[0] ?? new Uint8Array(), 'confirm', due.signUpId)}`,
        });
      }
      return mails;
    },
    unsubscribePath: (address) =>
      `/unsubscribe/${makeToken(store.tokenSecret, 'unsubscribe', find(address)?.id ?? 0)}`,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    dump: () =>
      JSON.stringify(
        ['subscriber', 'consent', 'suppression', 'sign_up', 'subscriber_tag', 'erasure'].map((table) =>
          database.prepare(`SELECT * FROM ${table}`).all(),
        ),
        (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value),
      ),
  };
}

function draftOf(address: string, more: Partial<SubscriberDraft> = {}): SubscriberDraft {
  const parsed = parseAddress(address);
  if ('problem' in parsed) throw new Error(parsed.problem);
  const consent = { source: 'list.csv', at: new Date(start).toISOString() };
  return { address: parsed.address, canonical: parsed.canonical, tags: [], fields: {}, consent, ...more };
}
