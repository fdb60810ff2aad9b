import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { FetchedPage, PageAnswer, PageFailure, Redirect } from '../check/online/page-answer.ts';
import { explainCallError, NotPublicError } from './call-error.ts';
import { callPage } from './call-page.ts';
import { guardLookup, type LookupAll, systemLookup } from './guard-lookup.ts';
import { isPublicAddress } from './is-public-address.ts';
import { readPageText } from './read-page-text.ts';

export interface FetchOptions {
  /** Breaks the call off. */
  readonly stop?: AbortSignal;
  /** Milliseconds for everything: names, connections, redirects and the page. */
  readonly timeout?: number;
  /** Bytes after which the rest of a page is left. */
  readonly most?: number;
}

/** The machine's part, so that a test can stand in for the names and the addresses of the Internet. */
export interface Network {
  readonly lookup: LookupAll;
  readonly isPublic: (address: string) => boolean;
}

const theInternet: Network = { lookup: systemLookup, isPublic: isPublicAddress };

/** Milliseconds. What `check --online` says of a slow page names it. */
export const usualTimeout = 5_000;
const usualMost = 1_000_000;
const mostRedirects = 5;

/**
 * Gets a web page as anybody could, and nothing that only this machine can reach: every address, also of each redirect,
 * is looked up once, must be public, and is the one that is then connected to. Sends no credentials and no cookies.
 * Never throws: what goes wrong is an answer.
 *
 * @param address `http://…` or `https://…`
 */
export async function fetchPublic(
  address: string,
  { stop, timeout = usualTimeout, most = usualMost }: FetchOptions = {},
  network: Network = theInternet,
): Promise<PageAnswer> {
  const deadline = AbortSignal.timeout(timeout);
  const signal = stop === undefined ? deadline : AbortSignal.any([stop, deadline]);
  const redirects: Redirect[] = [];
  try {
    let url = new URL(address);
    for (;;) {
      const response = await call(url, { signal, network });
      const location = locationOf(response);
      if (location === undefined) return await toPage(response, { url: url.href, redirects, most });
      response.destroy();
      if (redirects.length === mostRedirects)
        return refuse('redirects', `more than ${mostRedirects} redirects`);
      const next = URL.parse(location, url.href);
      if (next === null || !/^https?:$/.test(next.protocol))
        return refuse('redirects', 'it leads to what is no web page');
      redirects.push({ status: response.statusCode ?? 0, to: next.href });
      url = next;
    }
  } catch (error) {
    if (stop?.aborted === true) return refuse('stopped', 'stopped');
    if (deadline.aborted) return refuse('too-slow', `no page within ${timeout / 1000} seconds`);
    return explainCallError(error);
  }
}

interface Call {
  readonly signal: AbortSignal;
  readonly network: Network;
}

/** A host that is an address itself is never looked up, so it is judged here. */
function call(url: URL, { signal, network }: Call): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !network.isPublic(host)) throw new NotPublicError(host);
  return callPage(url, { signal, lookup: guardLookup(network) });
}

function locationOf({ statusCode = 0, headers: { location } }: IncomingMessage): string | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined) return undefined;
  // Node reads headers as Latin-1, servers write UTF-8 into them.
  return Buffer.from(location, 'latin1').toString();
}

/** Of a page that is not there the status says all: nobody waits for its text. */
async function toPage(
  response: IncomingMessage,
  { most, ...page }: Pick<FetchedPage, 'url' | 'redirects'> & { readonly most: number },
): Promise<FetchedPage> {
  const { statusCode: status = 0 } = response;
  if (status >= 200 && status < 300) return { ...page, status, text: await readPageText(response, most) };
  response.destroy();
  return { ...page, status, text: '' };
}

function refuse(failure: PageFailure, detail: string): PageAnswer {
  return { failure, detail };
}
