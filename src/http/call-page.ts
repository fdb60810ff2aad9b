import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestEncrypted } from 'node:https';
import type { LookupFunction } from 'node:net';

/** One call for one page, over a connection of its own. Settles when the headers are there. */
export function callPage(
  url: URL,
  { signal, lookup }: { readonly signal: AbortSignal; readonly lookup: LookupFunction },
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestEncrypted : requestPlain;
  return new Promise((resolve, reject) => {
    const call = request(
      {
        // Not the URL itself: a name and a password in it would be sent.
        protocol: url.protocol,
        hostname: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port,
        path: `${url.pathname}${url.search}`,
        headers: {
          'user-agent': 'pennypost (looks whether links work)',
          accept: 'text/html,application/json;q=0.9,*/*;q=0.5',
          'accept-encoding': 'gzip, br',
        },
        agent: false,
        signal,
        lookup,
      },
      resolve,
    );
    call.on('error', reject);
    call.end();
  });
}
