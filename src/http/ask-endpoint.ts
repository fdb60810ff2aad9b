import { isIP } from 'node:net';
import type { EndpointObservation } from '../doctor/examination.ts';
import { explainCallError, NotPublicError } from './call-error.ts';
import { callPage } from './call-page.ts';
import type { Network } from './fetch-public.ts';
import { guardLookup, systemLookup } from './guard-lookup.ts';
import { isPublicAddress } from './is-public-address.ts';

const theInternet: Network = { lookup: systemLookup, isPublic: isPublicAddress };

/**
 * Who answers at an address, and what time it is there. No redirect is followed, and the page is not read. Calls public
 * addresses only. Never throws.
 *
 * @param timeout milliseconds
 */
export async function askEndpoint(
  address: string,
  { timeout = 5_000 }: { readonly timeout?: number } = {},
  network: Network = theInternet,
): Promise<EndpointObservation> {
  const signal = AbortSignal.timeout(timeout);
  try {
    const url = new URL(address);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !network.isPublic(host)) throw new NotPublicError(host);
    const response = await callPage(url, { signal, lookup: guardLookup(network) });
    const ours = Date.now();
    response.destroy();
    const theirs = Date.parse(response.headers.date ?? '');
    const { statusCode: status = 0, headers } = response;
    // Of an answer about one person nothing may be kept or told; another server has no reason to say so.
    const isOurs = headers['cache-control'] === 'no-store' && headers['referrer-policy'] === 'no-referrer';
    return { status, isOurs, ...(Number.isNaN(theirs) ? {} : { clock: { theirs, ours } }) };
  } catch (error) {
    if (signal.aborted) return { failure: 'too-slow', detail: `no answer within ${timeout / 1000} seconds` };
    return explainCallError(error);
  }
}
